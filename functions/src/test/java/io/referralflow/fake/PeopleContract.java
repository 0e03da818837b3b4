package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.candidate.Relation;
import io.referralflow.port.Backgrounds.Background;
import io.referralflow.port.Companion;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.FactFixtures;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What candidates and employees promise, wherever they are stored.
public interface PeopleContract {

  Employee EMMA =
      new Employee(
          new EmployeeId("emma"),
          "Emma Example",
          new Email("emma@example.com"),
          Language.NL,
          Optional.empty());

  Employee JORIS =
      new Employee(
          new EmployeeId("joris"),
          "Joris Example",
          new Email("joris@example.com"),
          Language.EN,
          Optional.of("HR-7"));

  Stores stores();

  private static Candidate candidate(String name) {
    return new Candidate(
        name,
        new Email("sam@example.com"),
        Optional.of("+31 6 12345678"),
        Optional.of("https://www.linkedin.com/in/sam"),
        Language.NL,
        Optional.of(Relation.FRIEND),
        Optional.of("Knows her trade. \uD83D\uDE00"),
        OptionalInt.of(5));
  }

  private void refer(int number, Candidate candidate) {
    var _ =
        submission(particulars(number))
            .with(new Companion.CandidateStored(candidate))
            .in(stores().referrals());
  }

  @Test
  default void candidates_are_found_one_by_one_and_together() {
    refer(1, candidate("Sam Sample"));
    refer(2, candidate("Kim Sample"));

    assertThat(stores().candidates().find(FakeIds.referral(1))).contains(candidate("Sam Sample"));
    assertThat(stores().candidates().find(FakeIds.referral(3))).isEmpty();
    assertThat(
            stores()
                .candidates()
                .findAll(
                    List.of(
                        FakeIds.referral(1),
                        FakeIds.referral(2),
                        FakeIds.referral(2),
                        FakeIds.referral(3))))
        .isEqualTo(
            Map.of(
                FakeIds.referral(1), candidate("Sam Sample"),
                FakeIds.referral(2), candidate("Kim Sample")));
    assertThat(stores().candidates().findAll(List.of())).isEmpty();
  }

  @Test
  default void employees_are_found_one_by_one_and_together() {
    stores().employees().save(EMMA);
    stores().employees().save(JORIS);

    assertThat(stores().employees().find(EMMA.id())).contains(EMMA);
    assertThat(stores().employees().find(new EmployeeId("nobody"))).isEmpty();
    assertThat(
            stores()
                .employees()
                .findAll(List.of(EMMA.id(), JORIS.id(), EMMA.id(), new EmployeeId("nobody"))))
        .isEqualTo(Map.of(EMMA.id(), EMMA, JORIS.id(), JORIS));
  }

  @Test
  default void what_is_known_of_an_employee_is_replaced() {
    stores().employees().save(JORIS);
    var renamed =
        new Employee(JORIS.id(), "Joris Other", JORIS.email(), Language.NL, Optional.empty());

    stores().employees().save(renamed);

    assertThat(stores().employees().find(JORIS.id())).contains(renamed);
  }

  @Test
  default void a_referral_is_found_with_all_that_is_around_it() {
    var referral = submission(particulars(1));
    var snapshot =
        referral
            .with(
                new Companion.CandidateStored(candidate("Sam Sample")),
                new Companion.EmployeeStored(EMMA))
            .in(stores().referrals());
    var vacancy = new Vacancy(FactFixtures.VACANCY, "Engineer", "senior", "", true);
    var _ = stores().programmes().save(vacancy, JORIS.id(), ChangeFixture.NOON);

    assertThat(stores().backgrounds().of(FakeIds.referral(1), EMMA.id(), FactFixtures.VACANCY))
        .isEqualTo(
            new Background(
                Optional.of(snapshot),
                Optional.of(EMMA),
                Optional.of(candidate("Sam Sample")),
                Optional.of(vacancy),
                Optional.empty()));
    assertThat(stores().backgrounds().of(FakeIds.referral(2), JORIS.id(), new VacancyId("none")))
        .isEqualTo(
            new Background(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }
}
