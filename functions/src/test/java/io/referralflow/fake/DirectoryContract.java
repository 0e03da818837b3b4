package io.referralflow.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.directory.DirectoryFixtures;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory.Change;
import io.referralflow.port.Directory.Heard;
import io.referralflow.port.Directory.Saving;
import io.referralflow.port.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What HR's directory promises, wherever it is stored.
public interface DirectoryContract {

  HrNumber E7 = new HrNumber("E-7");
  HrNumber E8 = new HrNumber("E-8");
  Heard EVENT = new Heard("com.example.hr", "event-1", "hash-1");
  FakeSeals SEALS = new FakeSeals();

  Stores stores();

  private static Colleague named(HrNumber number, int minute, String name, String email) {
    return said(Colleague.unheardOf(number), minute, name, email);
  }

  private static Colleague said(Colleague before, int minute, String name, String email) {
    return before.with(
        DirectoryFixtures.said(minute, Map.of(Detail.NAME, name, Detail.EMAIL, email)));
  }

  private Saving save(Colleague before, Colleague after) {
    return stores().directory().save(Change.of(before, after, SEALS), Optional.empty());
  }

  private Colleague saved(HrNumber number, String name, String email) {
    var after = named(number, 1, name, email);
    assertThat(save(Colleague.unheardOf(number), after)).isEqualTo(Saving.SAVED);
    return after.stored();
  }

  private List<Colleague> at(String address) {
    return stores().directory().at(SEALS.person(new Email(address)));
  }

  @Test
  default void colleagues_are_found_one_by_one_and_together() {
    var joris = saved(E7, "Joris Example", "joris@example.com");
    var kim = saved(E8, "Kim Example", "kim@example.com");

    assertThat(stores().directory().find(E7)).contains(joris);
    assertThat(stores().directory().find(new HrNumber("E-9"))).isEmpty();
    assertThat(stores().directory().findAll(List.of(E7, E8, E7, new HrNumber("E-9"))))
        .isEqualTo(Map.of(E7, joris, E8, kim));
    assertThat(stores().directory().findAll(List.of())).isEmpty();
  }

  @Test
  default void what_was_taken_back_and_who_said_it_is_kept() {
    var joris = saved(E7, "Joris Example", "joris@example.com");
    var after = joris.with(DirectoryFixtures.unsaid(5, Detail.EMAIL));

    assertThat(save(joris, after)).isEqualTo(Saving.SAVED);

    assertThat(stores().directory().find(E7)).contains(after.stored());
    assertThat(at("joris@example.com")).isEmpty();
  }

  @Test
  default void a_change_of_what_changed_since_is_stale_and_changes_nothing() {
    var joris = saved(E7, "Joris Example", "joris@example.com");
    var first = said(joris, 2, "Joris First", "first@example.com");
    assertThat(save(joris, first)).isEqualTo(Saving.SAVED);

    assertThat(save(joris, said(joris, 3, "Joris Second", "second@example.com")))
        .isEqualTo(Saving.STALE);
    assertThat(save(Colleague.unheardOf(E7), named(E7, 4, "Third", "third@example.com")))
        .isEqualTo(Saving.STALE);

    assertThat(stores().directory().find(E7)).contains(first.stored());
    assertThat(at("second@example.com")).isEmpty();
    assertThat(at("third@example.com")).isEmpty();
  }

  @Test
  default void a_colleague_is_found_by_the_address_of_now_only() {
    var joris = saved(E7, "Joris Example", "joris@example.com");
    var moved = said(joris, 2, "Joris Example", "j.example@example.com");
    assertThat(save(joris, moved)).isEqualTo(Saving.SAVED);

    assertThat(at("j.example@example.com")).containsExactly(moved.stored());
    assertThat(at("joris@example.com")).isEmpty();
  }

  @Test
  default void two_may_share_an_address_and_one_may_leave_it() {
    var joris = saved(E7, "Joris Example", "desk@example.com");
    var kim = saved(E8, "Kim Example", "desk@example.com");

    assertThat(at("desk@example.com")).containsExactly(joris, kim);

    assertThat(save(joris, said(joris, 2, "Joris Example", "joris@example.com")))
        .isEqualTo(Saving.SAVED);
    assertThat(at("desk@example.com")).containsExactly(kim);
  }

  @Test
  default void an_event_is_taken_in_once_for_ever() {
    var directory = stores().directory();
    var before = Colleague.unheardOf(E7);
    var change = Change.of(before, named(E7, 1, "Joris", "joris@example.com"), SEALS);
    assertThat(directory.save(change, Optional.of(EVENT))).isEqualTo(Saving.SAVED);

    var joris = directory.find(E7).orElseThrow();
    var again = Change.of(joris, said(joris, 9, "Other", "other@example.com"), SEALS);

    assertThat(directory.save(again, Optional.of(EVENT))).isEqualTo(Saving.SEEN);
    assertThat(directory.save(again, Optional.of(new Heard("com.example.hr", "event-1", "other"))))
        .isEqualTo(Saving.CONFLICT);
    assertThat(directory.find(E7)).contains(joris);
  }

  @Test
  default void many_are_stored_at_once_but_for_those_that_changed_since() {
    var joris = saved(E7, "Joris Example", "joris@example.com");
    var numbers = IntStream.range(100, 170).mapToObj(i -> new HrNumber("E-" + i)).toList();
    var changes =
        Stream.concat(
                Stream.of(
                    Change.of(
                        Colleague.unheardOf(E7), named(E7, 9, "Late", "late@example.com"), SEALS)),
                numbers.stream()
                    .map(number ->
                        Change.of(
                            Colleague.unheardOf(number),
                            named(number, 1, "Somebody", number.value() + "@example.com"),
                            SEALS)))
            .toList();

    assertThat(stores().directory().saveAll(changes)).containsExactly(E7);

    assertThat(stores().directory().find(E7)).contains(joris);
    assertThat(stores().directory().findAll(numbers)).hasSize(70);
  }

  @Test
  default void who_was_invited_from_outside_is_listed_apart() {
    var invited = HrNumber.invited("1.abc-def");
    var other = HrNumber.invited("1.abd");
    for (var number : List.of(other, new HrNumber("HR-0001"), invited)) {
      var before = Colleague.unheardOf(number);
      assertThat(
              stores()
                  .directory()
                  .save(
                      new Change(before, before, Optional.empty(), Optional.empty()),
                      Optional.empty()))
          .isEqualTo(Saving.SAVED);
    }
    var all = new Page.Request(10, Optional.empty());

    assertThat(invited).isEqualTo(new HrNumber("outside-1abcdef"));
    assertThat(stores().directory().invited(all).items().stream().map(Colleague::number))
        .containsExactly(invited, other);
    assertThat(stores().directory().list(all).items().stream().map(Colleague::number))
        .containsExactly(new HrNumber("HR-0001"));
    assertThat(stores().directory().find(invited)).isPresent();
  }

  @Test
  default void everybody_is_listed_by_hr_number() {
    var kim = saved(E8, "Kim Example", "kim@example.com");
    var joris = saved(E7, "Joris Example", "joris@example.com");

    var first = stores().directory().list(new Page.Request(1, Optional.empty()));

    assertThat(first.items()).containsExactly(joris);
    assertThat(stores().directory().list(new Page.Request(5, first.next())))
        .isEqualTo(new Page<>(List.of(kim), Optional.empty()));
  }
}
