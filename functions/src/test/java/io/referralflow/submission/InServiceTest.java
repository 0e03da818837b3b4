package io.referralflow.submission;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.directory.Detail;
import io.referralflow.directory.FindColleague;
import io.referralflow.directory.SaveColleague;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.Rule;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeFixtures;
import io.referralflow.programme.Scope;
import io.referralflow.programme.Vacancy;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.Role;
import io.referralflow.submission.EnterReferral.Entering;
import io.referralflow.submission.EnterReferral.Entry;
import io.referralflow.submission.SubmitReferral.Submission;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A sign-in outlives a service: who is in service on the day of the referral is for HR's directory
/// to say. It is 2 March 2026 in Amsterdam.
class InServiceTest {

  private static final String SAM = "sam@example.org";
  private static final Submission REFUSED = new Submission.Refused(List.of(Rule.NOT_IN_SERVICE));
  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

  private final World world = World.on("2026-03-02T09:15");

  private void directory(String number, Map<Detail, String> said) {
    var details = new EnumMap<Detail, Optional<String>>(Detail.class);
    said.forEach((detail, text) -> details.put(detail, Optional.of(text)));
    var _ =
        new SaveColleague(world.ports().directory(), world.ports().seals(), world.ports().clock())
            .execute(PETRA.id(), new HrNumber(number), details);
  }

  /// What the directory says of Emma, who signs in as HR-0001.
  private void emma(Detail detail, String text) {
    directory("HR-0001", Map.of(detail, text));
  }

  private Submission submits(Caller caller) {
    return world.submit(caller, SAM, JAVA_ENGINEER, Optional.empty());
  }

  private void assertTaken(Caller caller) {
    assertThat(submits(caller)).isInstanceOf(Submission.Accepted.class);
  }

  private void published(Programme programme) {
    var programmes = world.ports().programmes();
    assertThat(programmes.save(programmes.portfolio().with(programme), programme, NOW)).isTrue();
  }

  /// Emma, by a sign-in that names no HR number.
  private static Caller byAddress(boolean verified) {
    var emma = EMMA.employee();
    return new Caller(
        new Employee(
            emma.id(), emma.name(), emma.email(), emma.language(), Optional.empty(), verified),
        Set.of());
  }

  @Nested
  class Staff {

    @Test
    void whose_last_day_has_passed_are_refused_and_nothing_is_written() {
      emma(Detail.IN_SERVICE_TO, "2026-03-01");
      var before = world.store().everything();

      assertThat(submits(EMMA)).isEqualTo(REFUSED);
      assertThat(world.store().everything()).isEqualTo(before);
    }

    @Test
    void are_in_service_on_their_last_day_as_the_organisation_counts_days() {
      emma(Detail.IN_SERVICE_TO, "2026-03-02");
      world.goTo("2026-03-02T23:59");
      assertTaken(EMMA);

      world.goTo("2026-03-03T00:00");
      assertThat(world.submit(EMMA, "kim@example.org", JAVA_ENGINEER, Optional.empty()))
          .isEqualTo(REFUSED);
    }

    @Test
    void whose_first_day_is_to_come_are_not_in_service_yet() {
      emma(Detail.IN_SERVICE_FROM, "2026-03-03");
      assertThat(submits(EMMA)).isEqualTo(REFUSED);

      world.goTo("2026-03-03T00:00");
      assertTaken(EMMA);
    }

    @Test
    void whose_next_contract_is_entered_early_stay_in_service_until_the_last_day_of_this_one() {
      directory(
          "HR-0001",
          Map.of(Detail.IN_SERVICE_TO, "2026-03-02", Detail.IN_SERVICE_FROM, "2026-04-01"));
      assertTaken(EMMA);

      world.goTo("2026-03-03T09:00");
      assertThat(world.submit(EMMA, "kim@example.org", JAVA_ENGINEER, Optional.empty()))
          .isEqualTo(REFUSED);
    }

    @Test
    void who_are_former_staff_by_contract_are_refused() {
      emma(Detail.CONTRACT, "former");

      assertThat(submits(EMMA)).isEqualTo(REFUSED);
    }

    @Test
    void are_found_by_an_address_that_the_sign_in_has_verified() {
      directory(
          "HR-0042", Map.of(Detail.EMAIL, "emma@example.com", Detail.IN_SERVICE_TO, "2026-03-01"));

      assertThat(submits(byAddress(true))).isEqualTo(REFUSED);
      assertTaken(byAddress(false));
    }

    @Test
    void whom_the_directory_does_not_know_are_taken_at_their_word() {
      directory("HR-0042", Map.of(Detail.IN_SERVICE_TO, "2026-03-01"));

      assertTaken(EMMA);
    }

    @Test
    void who_left_do_not_refer_as_staff_by_a_programme_for_outsiders_either() {
      published(ProgrammeFixtures.ongoing("alumni", Audience.COMBINED, Scope.EVERYBODY));
      emma(Detail.IN_SERVICE_TO, "2026-03-01");

      assertThat(submits(EMMA)).isEqualTo(REFUSED);
    }

    @Test
    void read_of_it_beside_what_else_is_wrong_with_the_form() {
      emma(Detail.IN_SERVICE_TO, "2026-03-01");

      assertThat(
              world
                  .product()
                  .judgeSubmission
                  .execute(EMMA, Optional.empty(), Optional.of(EMMA.employee().email())))
          .containsExactly(Rule.OWN_ADDRESS, Rule.NOT_IN_SERVICE);
    }
  }

  @Test
  void former_staff_who_were_invited_refer_by_a_programme_for_them() {
    published(ProgrammeFixtures.ongoing("alumni", Audience.EXTERNAL, Scope.EVERYBODY));
    directory("HR-0009", Map.of(Detail.CONTRACT, "former", Detail.IN_SERVICE_TO, "2025-12-31"));

    assertTaken(People.caller("frits", "Frits de Wit", "HR-0009", Role.OUTSIDE_REFERRER));
  }

  @Nested
  class A_referral_that_a_recruiter_enters {

    private Entering enters(String number) {
      return world
          .product()
          .enterReferral
          .execute(
              new Entry(
                  RUBEN,
                  number,
                  JAVA_ENGINEER,
                  _ -> World.candidate(SAM),
                  Optional.empty(),
                  "body"));
    }

    @Test
    void is_judged_by_the_same_rule() {
      directory(
          "E-77", Map.of(Detail.EMAIL, "kim@example.com", Detail.IN_SERVICE_TO, "2026-03-01"));
      directory(
          "E-78", Map.of(Detail.EMAIL, "lee@example.com", Detail.IN_SERVICE_FROM, "2026-03-03"));

      assertThat(enters("E-77")).isEqualTo(new Entering.Judged(REFUSED));
      assertThat(enters("E-78")).isEqualTo(new Entering.Judged(REFUSED));
      published(ProgrammeFixtures.ongoing("alumni", Audience.COMBINED, Scope.EVERYBODY));
      assertThat(enters("E-77")).isEqualTo(new Entering.Judged(REFUSED));
    }

    @Test
    void for_whoever_signed_in_before_they_left_is_refused_whatever_their_work_was() {
      world.ports().employees().save(EMMA.employee().with(Set.of(Role.FINANCE)));
      emma(Detail.IN_SERVICE_TO, "2026-03-01");

      assertThat(enters(EMMA.id().value())).isEqualTo(new Entering.Judged(REFUSED));
    }

    @Test
    void for_former_staff_by_contract_belongs_to_a_programme_for_them() {
      directory(
          "E-77",
          Map.of(
              Detail.EMAIL, "kim@example.com",
              Detail.CONTRACT, "former",
              Detail.IN_SERVICE_TO, "2025-12-31"));
      published(ProgrammeFixtures.ongoing("alumni", Audience.EXTERNAL, Scope.EVERYBODY));

      assertThat(enters("E-77"))
          .isInstanceOfSatisfying(
              Entering.Judged.class,
              judged -> assertThat(judged.submission()).isInstanceOf(Submission.Accepted.class));
    }
  }

  /// The service, the team and whether the vacancy is theirs, of somebody found by address.
  @Test
  void the_directory_is_asked_once_whatever_of_it_is_needed() {
    world.changesRules(
        PETRA, new RuleBook(Set.of(Excluded.HIRING_MANAGER), 0, Credit.LOWEST_RECEIPT, 28));
    published(ProgrammeFixtures.ongoing("programme", Audience.INTERNAL, new Scope.Team("Search")));
    var vacancy =
        new Vacancy(
            JAVA_ENGINEER,
            "Java engineer",
            "medior",
            "Builds.",
            true,
            true,
            Optional.empty(),
            Optional.of("HR-0001"));
    var _ = world.ports().programmes().save(vacancy, EMMA.id(), NOW);
    directory(
        "HR-0001",
        Map.of(
            Detail.EMAIL, "emma@example.com",
            Detail.TEAM, "Search",
            Detail.IN_SERVICE_TO, "2026-03-01"));
    var calls = new ArrayList<String>();
    var counted =
        (Directory)
            Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (_, method, arguments) -> {
                  calls.add(method.getName());
                  return method.invoke(world.ports().directory(), arguments);
                });
    var clock = world.ports().clock();
    var judge =
        new JudgeSubmission(
            world.ports().programmes(),
            new FindColleague(counted, world.ports().seals(), clock),
            clock);

    assertThat(judge.execute(byAddress(true), Optional.of(JAVA_ENGINEER), Optional.empty()))
        .containsExactly(Rule.HIRING_MANAGER, Rule.NOT_IN_SERVICE);
    assertThat(calls).containsExactly("findAll", "at");
  }
}
