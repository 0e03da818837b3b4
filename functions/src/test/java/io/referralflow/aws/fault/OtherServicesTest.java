package io.referralflow.aws.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.aws.CognitoAccounts;
import io.referralflow.aws.SecretSeals;
import io.referralflow.aws.SesMailer;
import io.referralflow.aws.StepFunctionsExecutions;
import io.referralflow.aws.fault.FaultInterceptor.Plan;
import io.referralflow.candidate.Email;
import io.referralflow.hire.HrNumber;
import io.referralflow.letter.Letter;
import io.referralflow.port.Accounts.Closing;
import io.referralflow.port.Accounts.Opening;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.referral.FactFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// The calls to Step Functions, SES, Secrets Manager and Cognito, each under every fault and
/// through the real SDK to a service that keeps what it did. (EventBridge is not called by the
/// product: its events arrive at a function, see `HrEventsFunction`.)
///
/// The SDK's own tries are the same as in production: three, and one for SES.
class OtherServicesTest {

  private static final int EACH = Integer.getInteger("cells.each", 20);
  private static final Letter LETTER = new Letter("Subject", "Text", "<p>Html</p>");

  private final FaultInterceptor faults = new FaultInterceptor();
  private final FakeServices services = new FakeServices(faults);
  private final StepFunctionsExecutions executions =
      new StepFunctionsExecutions(services.stepFunctions(), FakeServices.MACHINE);
  private final CognitoAccounts accounts = new CognitoAccounts(services::accounts, "pool");
  private final SesMailer mailer = new SesMailer(services.mail(), "from@example.com", "mails");

  @AfterEach
  void end() {
    services.close();
  }

  private static Plan first(Fault fault) {
    return (_, ordinal) -> ordinal == 0 ? Optional.of(fault) : Optional.empty();
  }

  /// Asks as the stream, the machine and upkeep do: again after a failure.
  private int insistently(Fault fault, Runnable work) {
    faults.begin(first(fault));
    try {
      work.run();
      return 0;
    } catch (SdkException failed) {
      faults.begin(Plan.none());
      work.run();
      return 1;
    }
  }

  private static boolean reachesTheCaller(Fault fault) {
    return switch (fault) {
      case NEVER_SENT, ANSWER_LOST, THROTTLED_FOR_LONG, DENIED -> true;
      default -> false;
    };
  }

  @Test
  void an_execution_is_started_once() {
    var name = 0;
    for (var fault : Fault.of("startExecution")) {
      for (var leg = 1; leg <= EACH; leg++) {
        var number = ++name;
        var failed =
            insistently(fault, () -> executions.start(FactFixtures.REFERRAL, number, "hire"));

        assertThat(failed).as(fault.toString()).isEqualTo(reachesTheCaller(fault) ? 1 : 0);
        assertThat(services.started("r0000000000000000000000017-" + number)).isEqualTo(1);
      }
    }
  }

  @Test
  void an_execution_is_stopped_once() {
    var name = 0;
    for (var fault : Fault.of("stopExecution")) {
      for (var leg = 1; leg <= EACH; leg++) {
        var number = ++name;
        faults.begin(Plan.none());
        executions.start(FactFixtures.REFERRAL, number, "hire");
        var failed = insistently(fault, () -> executions.stop(FactFixtures.REFERRAL, number));

        assertThat(failed).as(fault.toString()).isEqualTo(reachesTheCaller(fault) ? 1 : 0);
        assertThat(services.isRunning("r0000000000000000000000017-" + number)).isFalse();
      }
    }
  }

  /// The service takes a token once; whoever asks again hears that it is gone, which is no error.
  @Test
  void a_waiting_step_is_woken_once() {
    for (var fault : Fault.of("sendTaskSuccess")) {
      for (var number = 1; number <= EACH; number++) {
        var token = services.token();
        var failed =
            insistently(
                fault,
                () -> {
                  var _ = executions.wake(token, "screening");
                });

        assertThat(failed).as(fault.toString()).isEqualTo(reachesTheCaller(fault) ? 1 : 0);
        assertThat(services.woken(token)).isEqualTo(1);
      }
    }
  }

  /// What the mail service did is known, or said to be unknown; the SDK never sends twice.
  @Test
  void a_letter_is_handed_over_at_most_once_a_try_and_what_is_unknown_is_called_so() {
    var expected =
        Map.of(
            Fault.NEVER_SENT, "Unknown 0",
            Fault.NEVER_SENT_RETRIED, "Unknown 0",
            Fault.ANSWER_LOST, "Unknown 1",
            Fault.ANSWER_LOST_RETRIED, "Unknown 1",
            Fault.THROTTLED, "TryLater 0",
            Fault.THROTTLED_FOR_LONG, "TryLater 0",
            Fault.SERVER_ERROR, "Unknown 0",
            Fault.SERVER_ERROR_AFTER, "Unknown 1",
            Fault.DENIED, "TryLater 0");
    assertThat(expected.keySet()).isEqualTo(Fault.of("sendEmail"));
    expected.forEach((fault, outcome) -> {
      for (var number = 1; number <= EACH; number++) {
        var reference = fault + "-" + number;
        faults.begin(first(fault));
        var handover = mailer.send(new Email("sam@example.org"), LETTER, reference);

        assertThat(handover.getClass().getSimpleName() + " " + services.mailed(reference))
            .as(reference)
            .isEqualTo(outcome);
      }
    });
    faults.begin(Plan.none());
    assertThat(mailer.send(new Email("sam@example.org"), LETTER, "well"))
        .isInstanceOf(Handover.Accepted.class);
  }

  /// Without its secret the product makes no hash and no credential, keeps nothing wrong in mind,
  /// and is well again as soon as the secret can be read (F30).
  @Test
  void a_secret_that_cannot_be_read_stops_what_needs_it_and_nothing_else() {
    for (var fault : Fault.of("getSecretValue")) {
      for (var number = 1; number <= EACH; number++) {
        var seals = new SecretSeals(services.secrets(), "the-secret");
        var sam = new Email("sam@example.org");
        var token = token();
        faults.begin(first(fault));
        if (reachesTheCaller(fault)) {
          assertThatThrownBy(() -> seals.person(sam))
              .as(fault.toString())
              .isInstanceOfAny(SdkClientException.class, AwsServiceException.class)
              .hasMessageNotContaining("sam@example.org");
          faults.begin(first(fault));
          assertThatThrownBy(() -> seals.opened(token))
              .isInstanceOfAny(SdkClientException.class, AwsServiceException.class);
          faults.begin(first(fault));
          assertThatThrownBy(() -> seals.digest("body"))
              .isInstanceOfAny(SdkClientException.class, AwsServiceException.class);
          faults.begin(Plan.none());
        }
        assertThat(seals.person(sam).value()).isEqualTo(known().person(sam).value());
      }
    }
  }

  /// Whoever is invited has one account, in its group, whatever is lost on the way; the mail may
  /// come twice after an unknown outcome. What became of it is told, or said to be unknown.
  @Test
  void an_account_is_opened_and_closed_once() {
    var floor = new Email("floor@example.org");
    var name = 0;
    for (var operation :
        List.of("adminCreateUser", "adminAddUserToGroup", "adminGetUser", "adminDeleteUser")) {
      for (var fault : Fault.of(operation)) {
        for (var each = 0; each < EACH; each++) {
          var number = new HrNumber("outside-" + ++name);
          Plan plan =
              (site, ordinal) ->
                  ordinal == 0 && site.operation().equals(operation)
                      ? Optional.of(fault)
                      : Optional.empty();
          faults.begin(plan);
          if (accounts.open(number, "Floor", floor) == Opening.UNKNOWN) {
            faults.begin(plan);
            if (accounts.open(number, "Floor", floor) == Opening.UNKNOWN) {
              faults.begin(Plan.none());
              assertThat(accounts.open(number, "Floor", floor)).isEqualTo(Opening.OPEN);
            }
          }
          assertThat(services.group(number.value()))
              .as(operation + " " + fault)
              .hasValue("outside-referrer");
          assertThat(services.mailed(number.value())).as(operation + " " + fault).isBetween(1, 3);

          faults.begin(plan);
          if (accounts.close(number) == Closing.UNKNOWN) {
            faults.begin(Plan.none());
            assertThat(accounts.close(number)).isEqualTo(Closing.CLOSED);
          }
          assertThat(services.group(number.value())).isEmpty();
        }
      }
    }
  }

  private SecretSeals known() {
    faults.begin(Plan.none());
    return new SecretSeals(services.secrets(), "the-secret");
  }

  private String token() {
    return known().invitation(FactFixtures.REFERRAL, 1);
  }

  /// A place in the code that calls one of these services and is not reached above fails here.
  @Test
  void every_place_that_calls_them_is_reached() {
    faults.begin(Plan.none());
    executions.start(FactFixtures.REFERRAL, 1, "hire");
    executions.stop(FactFixtures.REFERRAL, 1);
    var _ = executions.wake(services.token(), "hire");
    var _ = mailer.send(new Email("sam@example.org"), LETTER, "well");
    var _ = known().digest("body");
    for (var time = 0; time < 2; time++) {
      assertThat(accounts.open(new HrNumber("outside-1"), "Floor", new Email("floor@example.org")))
          .isEqualTo(Opening.OPEN);
    }
    assertThat(accounts.close(new HrNumber("outside-1"))).isEqualTo(Closing.CLOSED);

    var reached = new TreeSet<String>();
    faults.sites().forEach(site -> reached.add(site.told()));
    var inTheCode = new TreeSet<>(CallSite.inTheCode());
    assertThat(inTheCode).hasSizeGreaterThanOrEqualTo(12);
    inTheCode.removeIf(place -> place.startsWith("Table."));
    assertThat(reached)
        .isEqualTo(inTheCode)
        .isEqualTo(
            new TreeSet<>(
                Set.of(
                    "CognitoAccounts.close adminDeleteUser",
                    "CognitoAccounts.invite adminCreateUser",
                    "CognitoAccounts.isCreated adminCreateUser",
                    "CognitoAccounts.isThere adminGetUser",
                    "CognitoAccounts.open adminAddUserToGroup",
                    "SecretSeals.secret getSecretValue",
                    "SesMailer.send sendEmail",
                    "StepFunctionsExecutions.start startExecution",
                    "StepFunctionsExecutions.stop stopExecution",
                    "StepFunctionsExecutions.wake sendTaskSuccess")));
  }
}
