package io.referralflow.figures;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.figures.ActionReport.Cost;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Page;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Programme.Status;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Scope;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An action reports on itself when its last day has passed.
class ReportActionsTest {

  private static final ProgrammeId SPRING = new ProgrammeId("spring");

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

  private List<Failure> listed() {
    return world.ports().failures().list(new Page.Request(100, Optional.empty())).items().stream()
        .filter(each -> each.kind() == Kind.PROGRAMME)
        .toList();
  }

  @Test
  void its_referrals_hires_payments_and_costs_are_counted_once() {
    action(Status.PUBLISHED, "2026-03-31");
    var paid = refers(EMMA, "sam@example.org", "HR-2001", "2026-03-16");
    var _ = refers(JORIS, "kim@example.org", "HR-2002", "2026-05-01");
    var _ = world.refers(EMMA, "ann@example.org", JAVA_ENGINEER);
    world.goTo("2026-03-17T10:00");
    world.confirms(FATIMA, paid, 1, "2026-03-17");
    world.goTo("2026-03-31T23:00");
    world.upkeep(Run.DAILY);
    assertThat(reports()).isEmpty();
    assertThat(listed()).isEmpty();

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
    assertThat(listed())
        .containsExactly(
            new Failure(
                "action-spring-2026-03-31",
                Kind.PROGRAMME,
                "action-ended",
                reported.getFirst().at(),
                Optional.empty()));
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
}
