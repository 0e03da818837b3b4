package io.referralflow.figures;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.referralflow.directory.Detail;
import io.referralflow.directory.SaveColleague;
import io.referralflow.figures.Parity.Row;
import io.referralflow.hire.HrNumber;
import io.referralflow.programme.Audience;
import io.referralflow.programme.ProgrammeFixtures;
import io.referralflow.programme.Scope;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Parity of a company, from the first click to the report.
class ReadParityTest {

  private final World world = World.on("2026-03-02T09:15");
  private int people;

  private List<ReferralId> refer(int count, Optional<String> contract) {
    var ids = new ArrayList<ReferralId>();
    for (var i = 0; i < count; i++) {
      var number = "HR-9" + ++people;
      contract.ifPresent(kind -> employ(number, kind));
      var who = People.caller("referrer" + people, "Referrer " + people, number, roles(contract));
      var id = world.refers(who, "candidate" + people + "@example.org", JAVA_ENGINEER);
      world.accepts(id);
      ids.add(id);
    }
    return ids;
  }

  private static Role[] roles(Optional<String> contract) {
    return contract.filter(Set.of("former", "outside")::contains).isPresent()
        ? new Role[] {Role.OUTSIDE_REFERRER}
        : new Role[0];
  }

  private void outsidersMayRefer() {
    var programmes = world.ports().programmes();
    var alumni = ProgrammeFixtures.ongoing("alumni", Audience.EXTERNAL, Scope.EVERYBODY);
    assertThat(
            programmes.save(
                programmes.portfolio().with(alumni), alumni, world.ports().clock().instant()))
        .isTrue();
  }

  private void employ(String number, String contract) {
    var _ =
        new SaveColleague(world.ports().directory(), world.ports().seals(), world.ports().clock())
            .execute(
                PETRA.id(), new HrNumber(number), Map.of(Detail.CONTRACT, Optional.of(contract)));
  }

  private List<Row> rows() {
    return world.product().readParity.execute().rows();
  }

  @Test
  void kinds_come_from_the_directory_and_treatment_from_the_facts() {
    var permanent = refer(12, Optional.of("permanent"));
    var flex = refer(11, Optional.of("flex"));
    var strangers = refer(10, Optional.empty());
    world.pass(Duration.ofDays(2));
    permanent.forEach(id -> world.advances(RUBEN, id));
    strangers.forEach(id -> world.advances(RUBEN, id));
    world.pass(Duration.ofDays(8));
    flex.forEach(id -> world.rejects(RUBEN, id, RejectionReason.SKILLS));

    var report = world.product().readParity.execute();

    assertThat(report.complete()).isTrue();
    assertThat(report.asOf()).isEqualTo(world.now());
    assertThat(report.rows())
        .extracting(
            Row::kind, Row::referrals, row -> row.days().value(), row -> row.accepted().value())
        .containsExactly(
            tuple(ReferrerKind.PERMANENT, 12, 2.0, 1.0),
            tuple(ReferrerKind.FLEX, 11, 10.0, 0.0),
            tuple(ReferrerKind.UNKNOWN, 10, 2.0, 1.0));
    assertThat(report.rows().get(1).days().differs()).isTrue();
    assertThat(report.rows().get(1).accepted().differs()).isTrue();
    assertThat(report.rows().get(1).paid().differs()).isFalse();
  }

  @Test
  void what_is_not_decided_does_not_count_and_a_hire_is_a_decision() {
    outsidersMayRefer();
    var _ = refer(10, Optional.of("former"));
    assertThat(rows()).isEmpty();
    var hired = refer(10, Optional.of("outside"));
    world.pass(Duration.ofDays(3));
    for (var id : hired) {
      var number = world.referral(id).particulars().receiptNumber();
      world.hears(hired("N-" + number, "2026-03-09").forReferral(id));
    }
    world.goTo("2026-03-10T09:00");

    assertThat(rows())
        .extracting(Row::kind, row -> row.days().value(), row -> row.paid().value())
        .containsExactly(tuple(ReferrerKind.OUTSIDE, 3.0, 1.0));
  }

  @Test
  void a_candidate_who_never_said_yes_was_not_treated() {
    assertThat(
            Treatment.of(
                FactFixtures.REFERRER, List.of(FactFixtures.submitted(), FactFixtures.hired())))
        .isEmpty();
  }

  @Test
  void nothing_is_written() {
    refer(3, Optional.of("flex")).forEach(id -> world.advances(RUBEN, id));
    var before = world.store().everything();
    var _ = rows();

    assertThat(world.store().everything()).isEqualTo(before);
  }
}
