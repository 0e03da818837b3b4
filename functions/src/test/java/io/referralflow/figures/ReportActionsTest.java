package io.referralflow.figures;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Email;
import io.referralflow.figures.ActionReport.Cost;
import io.referralflow.port.Post;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Programme.Status;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Scope;
import io.referralflow.programme.ThankYou;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.Postbox.Received;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An action reports on itself when its last day has passed.
class ReportActionsTest {

  private static final ProgrammeId SPRING = new ProgrammeId("spring");
  private static final String SPRING_MAIL = "action-ended-spring-2026-03-31";

  private final World world = World.on("2026-03-02T09:15");

  private void action(Status status, String last) {
    var programmes = world.ports().programmes();
    var action =
        new Programme(
            SPRING,
            "Spring",
            Audience.INTERNAL,
            Scope.EVERYBODY,
            LocalDate.parse("2026-03-01"),
            Optional.of(LocalDate.parse(last)),
            Set.of(),
            status,
            List.of(),
            Optional.of(PETRA.id()));
    assertThat(
            programmes.save(
                programmes.portfolio().with(action), action, world.ports().clock().instant()))
        .isTrue();
  }

  private ReferralId refers(Caller referrer, String address, String number, String start) {
    var id = world.refers(referrer, address, JAVA_ENGINEER);
    world.accepts(id);
    world.advances(RUBEN, id);
    world.hears(hired(number, start).forReferral(id));
    return id;
  }

  private List<ActionReport> reports() {
    return world.ports().programmes().reports(SPRING);
  }

  /// The settings name an address for the programme manager.
  private void chief() {
    var plain = io.referralflow.scenario.Programme.settings();
    var thankYou = new ThankYou(3, new Email("chief@example.com"), Optional.empty(), Map.of());
    world.ports().programmes().save(plain.with(thankYou), PETRA.id(), world.now());
  }

  private List<Received> mails() {
    return world.postbox().received().stream()
        .filter(mail -> mail.reference().startsWith("action-ended-"))
        .toList();
  }

  @Test
  void its_referrals_hires_payments_and_costs_are_counted_and_mailed_once() {
    chief();
    action(Status.PUBLISHED, "2026-03-31");
    var paid = refers(EMMA, "sam@example.org", "HR-2001", "2026-03-16");
    var _ = refers(JORIS, "kim@example.org", "HR-2002", "2026-05-01");
    var _ = world.refers(EMMA, "ann@example.org", JAVA_ENGINEER);
    world.goTo("2026-03-17T10:00");
    world.confirms(FATIMA, paid, 1, "2026-03-17");
    world.goTo("2026-03-31T23:00");
    world.upkeep(Run.DAILY);
    assertThat(reports()).isEmpty();
    assertThat(mails()).isEmpty();

    world.goTo("2026-04-01T07:00");
    world.upkeep(Run.DAILY);
    var reported = reports();
    world.upkeep(Run.DAILY);

    assertThat(reported)
        .containsExactly(
            new ActionReport(
                SPRING,
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-31"),
                reported.getFirst().at(),
                3,
                2,
                1,
                1,
                0,
                List.of(
                    new Cost(
                        io.referralflow.scenario.Programme.euros("1000.00"),
                        io.referralflow.scenario.Programme.euros("3000.00")))));
    assertThat(reports()).isEqualTo(reported);
    assertThat(mails()).extracting(Received::reference).containsExactly(SPRING_MAIL);
    assertThat(mails()).extracting(mail -> mail.to().value()).containsExactly("chief@example.com");
    assertThat(world.failures()).isEmpty();
    var mail = mails().getFirst().letter();
    assertThat(mail.subject()).isEqualTo("De actie Spring is afgelopen: wat zij heeft opgeleverd");
    assertThat(mail.text())
        .contains(
            "liep van 1 maart 2026 tot en met 31 maart 2026",
            "Aanbevelingen\n  3",
            "Aanbevelingen waarvan de kandidaat is aangenomen\n  2",
            "Aanbevelingen waarvoor iets is uitbetaald\n  1",
            "Betalingen op of voor de beloofde dag\n  1",
            "Betalingen na die dag, of nog niet gedaan toen die voorbij was\n  0",
            "Tot nu toe uitbetaald:             € 1.000,00",
            "Nog te betalen voor deze aannames: € 3.000,00",
            "https://referrals.example.com/#/programme");
  }

  @Test
  void what_is_not_paid_when_its_day_has_passed_is_late() {
    action(Status.PUBLISHED, "2026-05-31");
    var _ = refers(EMMA, "sam@example.org", "HR-2001", "2026-03-16");
    world.goTo("2026-06-01T07:00");
    world.upkeep(Run.DAILY);

    assertThat(reports()).hasSize(1);
    assertThat(reports().getFirst().kept()).isZero();
    assertThat(reports().getFirst().late()).isEqualTo(1);
    assertThat(reports().getFirst().paid()).isZero();
  }

  @Test
  void it_reports_again_after_a_later_last_day() {
    action(Status.PUBLISHED, "2026-03-31");
    world.goTo("2026-04-01T07:00");
    world.upkeep(Run.DAILY);
    action(Status.RETIRED, "2026-04-30");
    world.goTo("2026-05-01T07:00");
    world.upkeep(Run.DAILY);

    assertThat(reports())
        .extracting(ActionReport::endsOn)
        .containsExactly(LocalDate.parse("2026-03-31"), LocalDate.parse("2026-04-30"));
    assertThat(reports().getFirst().submitted()).isZero();
    assertThat(reports().getFirst().costs()).isEmpty();
  }

  @Test
  void what_nobody_could_refer_by_reports_nothing() {
    action(Status.DRAFT, "2026-03-31");
    world.goTo("2026-04-01T07:00");
    world.upkeep(Run.DAILY);
    action(Status.PREVIEW, "2026-03-31");
    world.upkeep(Run.DAILY);

    assertThat(reports()).isEmpty();
    assertThat(world.product().reportActions.execute()).isZero();
  }

  @Test
  void whoever_manages_the_action_and_signed_in_is_written_to_by_name() {
    var _ = world.refers(PETRA, "ann@example.org", JAVA_ENGINEER);
    action(Status.PUBLISHED, "2026-03-31");
    world.goTo("2026-04-01T07:00");

    assertThat(mails()).extracting(mail -> mail.to().value()).containsExactly("petra@example.com");
    assertThat(mails().getFirst().letter().text()).startsWith("Hallo Petra de Boer,");
  }

  @Test
  void a_report_that_nobody_can_be_written_to_about_is_on_the_failure_list() {
    action(Status.PUBLISHED, "2026-03-31");
    world.goTo("2026-04-01T07:00");

    assertThat(mails()).isEmpty();
    assertThat(reports()).hasSize(1);
    assertThat(world.failures()).containsExactly("mail no-addressee");
  }

  @Test
  void a_mail_that_a_broken_call_did_not_leave_is_left_by_the_next_one() {
    chief();
    action(Status.PUBLISHED, "2026-03-31");
    world.sleepsUntil("2026-04-01T07:00");
    var post =
        (Post)
            Proxy.newProxyInstance(
                Post.class.getClassLoader(),
                new Class<?>[] {Post.class},
                (_, method, _) -> {
                  throw new IllegalStateException(method.getName());
                });
    var broken =
        new ReportActions(
            world.ports().programmes(), world.ports().referrals(), post, world.ports().clock());
    assertThatThrownBy(broken::execute).isInstanceOf(IllegalStateException.class);
    assertThat(reports()).hasSize(1);

    world.goTo("2026-04-03T07:00");
    assertThat(mails()).extracting(Received::reference).containsExactly(SPRING_MAIL);

    world.goTo("2026-04-10T07:00");
    assertThat(mails()).hasSize(1);
  }
}
