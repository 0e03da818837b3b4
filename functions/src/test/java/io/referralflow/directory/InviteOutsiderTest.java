package io.referralflow.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.directory.InviteOutsider.Inviting;
import io.referralflow.directory.InviteOutsider.Outsider;
import io.referralflow.directory.WithdrawOutsider.Withdrawing;
import io.referralflow.fake.FakeAccounts;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.port.Page;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Inviting former staff and outside relations, and taking an invitation back (S2, S84-S86).
class InviteOutsiderTest {

  private static final EmployeeId PETRA = new EmployeeId("petra");
  private static final Email FLOOR = new Email("floor@example.org");
  private static final Outsider FORMER =
      new Outsider("Floor Voorbeeld", FLOOR, Contract.FORMER, Language.NL);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final FakeSeals seals = new FakeSeals();
  private final FakeAccounts accounts = new FakeAccounts();
  private final Directory directory = new InMemoryWorld().directory();
  private final SaveColleague saveColleague = new SaveColleague(directory, seals, clock);

  private Inviting invite(Outsider outsider) {
    return new InviteOutsider(directory, saveColleague, accounts, seals, clock)
        .execute(PETRA, outsider);
  }

  private Withdrawing withdraw(HrNumber number) {
    return new WithdrawOutsider(directory, saveColleague, accounts).execute(PETRA, number);
  }

  private static Colleague invited(Inviting inviting, boolean isNew) {
    assertThat(inviting)
        .isInstanceOfSatisfying(
            Inviting.Invited.class, it -> assertThat(it.isNew()).isEqualTo(isNew));
    return ((Inviting.Invited) inviting).outsider();
  }

  private List<Colleague> listed() {
    return directory.invited(new Page.Request(10, Optional.empty())).items();
  }

  private Optional<Contract> kindOf(Email address) {
    var person =
        new Employee(new EmployeeId("floor"), "Floor", address, Language.NL, Optional.empty());
    return Optional.ofNullable(
            new FindColleague(directory, seals, clock).execute(List.of(person)).get(person.id()))
        .flatMap(Colleague::contract);
  }

  @Test
  void opens_an_account_and_writes_down_what_they_are() {
    var floor = invited(invite(FORMER), true);

    assertThat(floor.number().isInvited()).isTrue();
    assertThat(floor.text(Detail.NAME)).contains("Floor Voorbeeld");
    assertThat(floor.email()).contains(FLOOR);
    assertThat(floor.contract()).contains(Contract.FORMER);
    assertThat(floor.language()).contains(Language.NL);
    assertThat(listed()).containsExactly(floor);
    assertThat(accounts.all()).isEqualTo(Map.of(floor.number(), FLOOR));
    assertThat(accounts.mailed()).containsExactly(floor.number());
    assertThat(kindOf(FLOOR)).contains(Contract.FORMER);
  }

  @Test
  void twice_is_the_same_invitation_and_one_mail() {
    var first = invited(invite(FORMER), true);

    assertThat(invited(invite(FORMER), false)).isEqualTo(first);
    assertThat(directory.find(first.number())).contains(first);
    assertThat(accounts.mailed()).hasSize(1);
  }

  @Test
  void again_with_other_words_corrects_what_is_known() {
    var first = invited(invite(FORMER), true);

    var second =
        invited(invite(new Outsider("Floor Anders", FLOOR, Contract.OUTSIDE, Language.EN)), false);

    assertThat(second.number()).isEqualTo(first.number());
    assertThat(second.text(Detail.NAME)).contains("Floor Anders");
    assertThat(second.language()).contains(Language.EN);
    assertThat(kindOf(FLOOR)).contains(Contract.OUTSIDE);
    assertThat(accounts.mailed()).hasSize(1);
  }

  @Test
  void whom_the_directory_knows_is_not_invited() {
    var _ =
        saveColleague.execute(
            PETRA, new HrNumber("HR-0001"), Map.of(Detail.EMAIL, Optional.of(FLOOR.value())));

    assertThat(invite(FORMER)).isEqualTo(new Inviting.InDirectory());
    assertThat(accounts.all()).isEmpty();
    assertThat(listed()).isEmpty();
  }

  private void hrKnows(Map<Detail, Optional<String>> details) {
    var _ = saveColleague.execute(PETRA, new HrNumber("HR-0001"), details);
  }

  @Test
  void whose_row_says_that_they_left_is_invited_and_counts_as_what_they_are() {
    hrKnows(
        Map.of(
            Detail.EMAIL,
            Optional.of(FLOOR.value()),
            Detail.CONTRACT,
            Optional.of("permanent"),
            Detail.IN_SERVICE_TO,
            Optional.of("2026-03-02")));
    assertThat(invite(FORMER)).as("on the last day").isEqualTo(new Inviting.InDirectory());

    clock.set(Instant.parse("2026-03-03T00:00:00Z"));
    var floor = invited(invite(FORMER), true);
    assertThat(floor.number().isInvited()).isTrue();
    assertThat(invited(invite(FORMER), false)).isEqualTo(floor);
    assertThat(accounts.mailed()).containsExactly(floor.number());
    assertThat(kindOf(FLOOR)).contains(Contract.FORMER);

    hrKnows(Map.of(Detail.IN_SERVICE_TO, Optional.empty()));
    assertThat(kindOf(FLOOR)).as("in service again").contains(Contract.PERMANENT);
    assertThat(invite(FORMER)).isEqualTo(new Inviting.InDirectory());
  }

  @Test
  void who_begins_later_is_not_invited_and_whom_hr_calls_former_is() {
    hrKnows(
        Map.of(
            Detail.EMAIL,
            Optional.of(FLOOR.value()),
            Detail.IN_SERVICE_FROM,
            Optional.of("2026-04-01")));
    assertThat(invite(FORMER)).isEqualTo(new Inviting.InDirectory());

    hrKnows(Map.of(Detail.CONTRACT, Optional.of("former")));
    assertThat(invited(invite(FORMER), true).number().isInvited()).isTrue();
  }

  @Test
  void whom_the_pool_knows_or_does_not_take_is_not_invited() {
    accounts.take(FLOOR);
    assertThat(invite(FORMER)).isEqualTo(new Inviting.Taken());
    accounts.refuse();
    assertThat(invite(FORMER)).isEqualTo(new Inviting.AddressRefused());
    assertThat(listed()).isEmpty();
  }

  @Test
  void what_came_to_an_unknown_end_is_settled_by_the_same_again() {
    accounts.goOut(true);
    assertThat(invite(FORMER)).isEqualTo(new Inviting.Unknown());
    assertThat(listed()).isEmpty();

    accounts.goOut(false);
    var floor = invited(invite(FORMER), true);
    assertThat(accounts.all()).hasSize(1);

    accounts.goOut(true);
    assertThat(withdraw(floor.number())).isEqualTo(new Withdrawing.Unknown());
    assertThat(listed()).containsExactly(floor);
    accounts.goOut(false);
    assertThat(withdraw(floor.number())).isInstanceOf(Withdrawing.Withdrawn.class);
  }

  @Test
  void a_withdrawn_invitation_leaves_neither_account_nor_name() {
    var floor = invited(invite(FORMER), true);

    var withdrawn = (Withdrawing.Withdrawn) withdraw(floor.number());

    assertThat(withdrawn.outsider().email()).isEmpty();
    assertThat(withdrawn.outsider().text(Detail.NAME)).isEmpty();
    assertThat(withdrawn.outsider().language()).isEmpty();
    assertThat(withdrawn.outsider().contract()).contains(Contract.FORMER);
    assertThat(accounts.all()).isEmpty();
    assertThat(directory.at(seals.person(FLOOR))).isEmpty();
    assertThat(withdraw(floor.number())).isEqualTo(withdrawn);

    var again = invited(invite(FORMER), true);
    assertThat(again.number()).isEqualTo(floor.number());
    assertThat(accounts.mailed()).hasSize(2);
  }

  @Test
  void only_an_invitation_is_withdrawn() {
    var _ = saveColleague.execute(PETRA, new HrNumber("HR-0001"), Map.of());

    assertThat(withdraw(new HrNumber("HR-0001"))).isEqualTo(new Withdrawing.NotFound());
    assertThat(withdraw(new HrNumber("outside-nobody"))).isEqualTo(new Withdrawing.NotFound());
  }

  @Test
  void nobody_of_the_organisation_is_an_outsider() {
    for (var contract : List.of(Contract.PERMANENT, Contract.FLEX)) {
      assertThatThrownBy(() -> new Outsider("Floor", FLOOR, contract, Language.NL))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(FORMER.toString()).isEqualTo("Outsider[FORMER]");
  }
}
