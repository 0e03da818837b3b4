package io.referralflow.directory;

import static io.referralflow.directory.DirectoryFixtures.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.port.Directory.Change;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindColleagueTest {

  private static final FakeSeals SEALS = new FakeSeals();

  private final Directory directory = new InMemoryWorld().directory();
  private final FindColleague find =
      new FindColleague(directory, SEALS, new FakeClock(Instant.parse("2026-05-01T12:00:00Z")));

  private Colleague known(String number, String email, Map<Detail, String> more) {
    var details = new HashMap<>(more);
    details.put(Detail.EMAIL, email);
    var before = Colleague.unheardOf(new HrNumber(number));
    var after = before.with(said(1, details));
    assertThat(directory.save(Change.of(before, after, SEALS), Optional.empty()))
        .isEqualTo(Directory.Saving.SAVED);
    return after.stored();
  }

  private static Employee signedIn(String email, Optional<String> number, boolean verified) {
    return new Employee(
        new EmployeeId("sub-1"), "Joris", new Email(email), Language.NL, number, verified);
  }

  private Optional<Colleague> found(Employee who) {
    return Optional.ofNullable(find.execute(List.of(who)).get(who.id()));
  }

  @Test
  void somebody_is_found_by_hr_number_before_address() {
    var joris = known("E-7", "joris@example.com", Map.of());
    var _ = known("E-8", "desk@example.com", Map.of());

    assertThat(found(signedIn("desk@example.com", Optional.of("E-7"), true))).contains(joris);
  }

  @Test
  void somebody_is_found_by_a_verified_address() {
    var joris = known("E-7", "joris@example.com", Map.of());

    assertThat(found(signedIn("joris@example.com", Optional.empty(), true))).contains(joris);
    assertThat(found(signedIn("joris@example.com", Optional.of("E-404"), true))).contains(joris);
    assertThat(found(signedIn("joris@example.com", Optional.of("not one"), true))).contains(joris);
  }

  @Test
  void nobody_is_found_by_an_address_that_is_not_verified() {
    var _ = known("E-7", "joris@example.com", Map.of());

    assertThat(found(signedIn("joris@example.com", Optional.empty(), false))).isEmpty();
  }

  @Test
  void whoever_is_not_in_the_directory_is_left_out() {
    assertThat(found(signedIn("emma@example.com", Optional.empty(), true))).isEmpty();
  }

  @Test
  void of_several_with_one_address_it_is_the_one_in_service() {
    var _ = known("E-7", "desk@example.com", Map.of(Detail.IN_SERVICE_TO, "2026-04-30"));
    var kim = known("E-8", "desk@example.com", Map.of(Detail.CONTRACT, "flex"));

    assertThat(found(signedIn("desk@example.com", Optional.empty(), true))).contains(kim);
  }

  @Test
  void of_several_in_service_it_is_nobody() {
    var _ = known("E-7", "desk@example.com", Map.of());
    var _ = known("E-8", "desk@example.com", Map.of());

    assertThat(found(signedIn("desk@example.com", Optional.empty(), true))).isEmpty();
  }

  @Test
  void each_of_many_gets_their_own() {
    var joris = known("E-7", "joris@example.com", Map.of());
    var kim = known("E-8", "kim@example.com", Map.of());
    var one = signedIn("joris@example.com", Optional.empty(), true);
    var other =
        new Employee(
            new EmployeeId("sub-2"),
            "Kim",
            new Email("x@example.com"),
            Language.NL,
            Optional.of("E-8"));
    var third =
        new Employee(
            new EmployeeId("sub-3"),
            "?",
            new Email("y@example.com"),
            Language.NL,
            Optional.empty());

    assertThat(find.execute(List.of(one, other, third)))
        .isEqualTo(Map.of(one.id(), joris, other.id(), kim));
  }
}
