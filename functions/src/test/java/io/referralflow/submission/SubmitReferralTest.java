package io.referralflow.submission;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.candidate.PersonKey;
import io.referralflow.directory.Detail;
import io.referralflow.directory.FindColleague;
import io.referralflow.directory.SaveColleague;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.Rule;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.fake.FakeIds;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.Operations;
import io.referralflow.port.Persons;
import io.referralflow.port.Referrals;
import io.referralflow.programme.Audience;
import io.referralflow.programme.MoveProgramme;
import io.referralflow.programme.ProgrammeFixtures;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.Scope;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Promise;
import io.referralflow.reward.Reward;
import io.referralflow.scenario.FaultyReferrals;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Product;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.Role;
import io.referralflow.submission.SubmitReferral.Request;
import io.referralflow.submission.SubmitReferral.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Taking a referral in, once.
class SubmitReferralTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
  private static final VacancyId CLOSED = new VacancyId("platform-lead");

  private final World world = World.on("2026-03-02T09:15");

  private static Request request(Caller caller, String address, VacancyId vacancy) {
    return new Request(
        caller, vacancy, _ -> World.candidate(address), Optional.empty(), "body of " + address);
  }

  private static Request request(String key, String body) {
    return new Request(
        EMMA, JAVA_ENGINEER, _ -> World.candidate("sam@example.org"), Optional.of(key), body);
  }

  private Submission submit(Request request) {
    return world.product().submitReferral.execute(request);
  }

  private void assertRefused(Caller caller, String address, VacancyId vacancy, Rule... rules) {
    assertThat(submit(request(caller, address, vacancy)))
        .isEqualTo(new Submission.Refused(List.of(rules)));
    assertThat(world.store().everyReferral()).isEmpty();
    assertThat(world.store().takeStream()).isEmpty();
    assertThat(world.ports().persons().find(person()).referrals()).isEmpty();
  }

  @Nested
  class Taken_in {

    @Test
    void is_written_with_everything_that_goes_with_it() {
      var id = FakeIds.referral(1);
      assertThat(submit(request("key-1", "body")))
          .isEqualTo(new Submission.Accepted(id, 1, NOW, 1));

      assertThat(world.ports().candidates().find(id)).hasValue(World.candidate("sam@example.org"));
      assertThat(world.ports().employees().find(EMMA.id())).hasValue(EMMA.employee());
      assertThat(world.ports().persons().find(person()).referrals())
          .containsExactly(new Persons.Referred(id, EMMA.id(), JAVA_ENGINEER, 1));
      assertThat(world.ports().operations().find(EMMA.id(), "key-1"))
          .hasValue(
              new Operations.Answer(
                  EMMA.id(), "key-1", world.ports().seals().digest("body"), id, 1, NOW, 1));
      assertThat(world.store().notices(id))
          .extracting(stored -> stored.notice().kind().wireName())
          .containsExactly("invitation", "received");
    }

    @Test
    void pins_the_terms_in_force() {
      var id = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));

      assertThat(world.referral(id).particulars())
          .isEqualTo(
              new Particulars(
                  FakeIds.referral(1),
                  EMMA.id(),
                  person(),
                  JAVA_ENGINEER,
                  1,
                  NOW,
                  new Particulars.Pinned(
                      1,
                      new Reward(
                          List.of(
                              new Instalment(
                                  1, Milestone.FIRST_WORKING_DAY, Programme.euros("1000.00")),
                              new Instalment(
                                  2, Milestone.END_OF_PROBATION, Programme.euros("1000.00")))),
                      2,
                      Promise.within(30),
                      12,
                      Programme.ZONE,
                      Duration.ofDays(5),
                      Duration.ofDays(14),
                      Duration.ofHours(24))));
    }

    @Test
    void keeps_its_terms_when_others_are_published() {
      var id = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));
      var old = Programme.terms();
      var _ =
          new PublishTerms(
                  world.ports().programmes(), world.ports().workingDays(), world.ports().clock())
              .execute(
                  new PublishTerms.Content(
                      old.text(), old.levels(), old.instalments(), 1, Promise.within(60), 24),
                  Optional.empty(),
                  EMMA.id());
      var later = submit(request(EMMA, "ada@example.org", JAVA_ENGINEER));

      assertThat(world.referral(id).particulars().terms().probationMonths()).isEqualTo(2);
      assertThat(later).isEqualTo(new Submission.Accepted(FakeIds.referral(2), 2, NOW, 2));
      assertThat(world.referral(accepted(later)).particulars().terms().probationMonths())
          .isEqualTo(1);
    }

    @Test
    void names_the_programmes_language_where_the_referrer_named_none() {
      var asked = new ArrayList<Settings>();
      var request =
          new Request(
              EMMA,
              JAVA_ENGINEER,
              settings -> {
                asked.add(settings);
                return World.candidate("sam@example.org");
              },
              Optional.empty(),
              "body");
      var _ = submit(request);

      assertThat(asked).extracting(Settings::language).containsExactly(Language.NL);
    }

    @Test
    void without_a_key_leaves_no_answer_behind() {
      var _ = submit(request(EMMA, "sam@example.org", JAVA_ENGINEER));

      assertThat(world.ports().operations().find(EMMA.id(), "")).isEmpty();
    }

    @Test
    void for_another_vacancy_or_by_another_employee_is_another_referral() {
      var _ = submit(request(EMMA, "sam@example.org", JAVA_ENGINEER));

      assertThat(submit(request(EMMA, "sam@example.org", DATA_ENGINEER)))
          .isEqualTo(new Submission.Accepted(FakeIds.referral(2), 2, NOW, 1));
      assertThat(submit(request(JORIS, "sam@example.org", JAVA_ENGINEER)))
          .isEqualTo(new Submission.Accepted(FakeIds.referral(3), 3, NOW, 1));
    }
  }

  @Nested
  class With_a_key {

    @Test
    void the_same_request_again_is_the_same_answer_for_ever() {
      var first = submit(request("key-1", "body"));
      world.goTo("2027-06-01T12:00");

      assertThat(submit(request("key-1", "body"))).isEqualTo(first);
      assertThat(world.store().everyReferral()).hasSize(1);
    }

    @Test
    void another_body_is_refused() {
      var _ = submit(request("key-1", "body"));

      assertThat(submit(request("key-1", "other body"))).isEqualTo(new Submission.KeyReused());
      assertThat(world.store().everyReferral()).hasSize(1);
    }

    @Test
    void keys_are_kept_apart_by_caller() {
      var _ = submit(request("key-1", "body"));
      var joriss =
          new Request(
              JORIS,
              JAVA_ENGINEER,
              _ -> World.candidate("ada@example.org"),
              Optional.of("key-1"),
              "other");

      assertThat(submit(joriss)).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void the_same_answer_stands_although_the_vacancy_has_closed() {
      var first = submit(request("key-1", "body"));
      close(JAVA_ENGINEER);

      assertThat(submit(request("key-1", "body"))).isEqualTo(first);
    }
  }

  @Nested
  class By_several_programmes {

    private static final Caller FRITS =
        People.caller("frits", "Frits de Wit", "HR-0009", Role.OUTSIDE_REFERRER);

    private void published(io.referralflow.programme.Programme programme) {
      var programmes = world.ports().programmes();
      assertThat(programmes.save(programmes.portfolio().with(programme), programme, NOW)).isTrue();
    }

    private void worksIn(String hrNumber, Detail detail, String name) {
      var _ =
          new SaveColleague(world.ports().directory(), world.ports().seals(), world.ports().clock())
              .execute(
                  People.PETRA.id(), new HrNumber(hrNumber), Map.of(detail, Optional.of(name)));
    }

    private ProgrammeId pinned(Caller caller, String address) {
      var id = accepted(submit(request(caller, address, JAVA_ENGINEER)));
      return world.referral(id).particulars().terms().programme();
    }

    private static io.referralflow.programme.Programme action(String first, String last) {
      return ProgrammeFixtures.action("spring", LocalDate.parse(first), LocalDate.parse(last));
    }

    @Test
    void belongs_to_the_one_that_the_written_rule_names() {
      published(action("2026-03-02", "2026-03-02"));
      worksIn("HR-0001", Detail.DEPARTMENT, "IT");
      worksIn("HR-0002", Detail.DEPARTMENT, "Sales");

      assertThat(pinned(EMMA, "sam@example.org")).isEqualTo(new ProgrammeId("spring"));
      assertThat(pinned(JORIS, "kim@example.org")).isEqualTo(ProgrammeId.STANDING);
    }

    @Test
    void belongs_to_an_action_only_on_its_days() {
      published(action("2026-03-03", "2026-03-31"));
      worksIn("HR-0001", Detail.DEPARTMENT, "IT");
      assertThat(pinned(EMMA, "sam@example.org")).isEqualTo(ProgrammeId.STANDING);

      world.goTo("2026-03-03T00:00");
      assertThat(pinned(EMMA, "kim@example.org")).isEqualTo(new ProgrammeId("spring"));
      world.goTo("2026-03-31T23:59");
      assertThat(pinned(EMMA, "ann@example.org")).isEqualTo(new ProgrammeId("spring"));
      world.goTo("2026-04-01T00:00");
      assertThat(pinned(EMMA, "joe@example.org")).isEqualTo(ProgrammeId.STANDING);
    }

    @Test
    void stays_with_its_programme_whatever_becomes_of_that() {
      published(action("2026-03-01", "2026-03-31"));
      worksIn("HR-0001", Detail.DEPARTMENT, "IT");
      var id = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));
      var _ =
          new MoveProgramme(world.ports().programmes(), world.ports().clock())
              .execute(
                  People.PETRA.id(),
                  new ProgrammeId("spring"),
                  io.referralflow.programme.Programme.Status.RETIRED);

      assertThat(world.referral(id).particulars().terms().programme())
          .isEqualTo(new ProgrammeId("spring"));
      assertThat(pinned(EMMA, "kim@example.org")).isEqualTo(ProgrammeId.STANDING);
    }

    @Test
    void takes_from_outside_only_what_a_programme_is_for() {
      assertRefused(FRITS, "sam@example.org", JAVA_ENGINEER, Rule.PROGRAMME_AUDIENCE);

      published(ProgrammeFixtures.ongoing("alumni", Audience.EXTERNAL, Scope.EVERYBODY));
      assertThat(pinned(FRITS, "sam@example.org")).isEqualTo(new ProgrammeId("alumni"));
      assertThat(pinned(EMMA, "kim@example.org")).isEqualTo(ProgrammeId.STANDING);
    }

    @Test
    void refuses_in_the_words_of_the_rule() {
      published(
          ProgrammeFixtures.ongoing("programme", Audience.INTERNAL, new Scope.Team("Search")));
      worksIn("HR-0001", Detail.TEAM, "Data");
      worksIn("HR-0002", Detail.TEAM, "Search");

      assertRefused(EMMA, "sam@example.org", JAVA_ENGINEER, Rule.PROGRAMME_SCOPE);
      assertThat(pinned(JORIS, "sam@example.org")).isEqualTo(ProgrammeId.STANDING);
      assertThat(
              world
                  .product()
                  .judgeSubmission
                  .execute(EMMA, Optional.empty(), Email.of("sam@example.org")))
          .containsExactly(Rule.PROGRAMME_SCOPE);
    }

    @Test
    void refuses_while_nothing_runs() {
      published(
          new io.referralflow.programme.Programme(
              ProgrammeId.STANDING,
              "Next year",
              Audience.COMBINED,
              Scope.EVERYBODY,
              LocalDate.parse("2027-01-01"),
              Optional.empty(),
              Set.of(),
              io.referralflow.programme.Programme.Status.PUBLISHED,
              List.of(),
              Optional.empty()));

      assertRefused(EMMA, "sam@example.org", JAVA_ENGINEER, Rule.PROGRAMME_NOT_RUNNING);
    }
  }

  @Nested
  class Refused {

    @Test
    void for_ones_own_address() {
      assertRefused(EMMA, "emma@example.com", JAVA_ENGINEER, Rule.OWN_ADDRESS);
      assertRefused(EMMA, "emma+work@example.com", JAVA_ENGINEER, Rule.OWN_ADDRESS);
    }

    @Test
    void for_a_recruiter() {
      assertRefused(RUBEN, "sam@example.org", JAVA_ENGINEER, Rule.RECRUITER);
    }

    @Test
    void for_people_of_human_resources_and_the_hiring_manager_where_the_terms_say_so() {
      var vacancy =
          new Vacancy(
              JAVA_ENGINEER,
              "Java engineer",
              "medior",
              "Builds.",
              true,
              true,
              Optional.empty(),
              EMMA.employee().hrNumber());
      var _ = world.ports().programmes().save(vacancy, EMMA.id(), NOW);
      var hannah = People.as(JORIS, Role.HUMAN_RESOURCES);
      world.changesRules(
          People.PETRA,
          new RuleBook(
              Set.of(Excluded.HIRING_MANAGER, Excluded.HUMAN_RESOURCES),
              0,
              Credit.LOWEST_RECEIPT,
              28));

      assertRefused(EMMA, "kim@example.org", JAVA_ENGINEER, Rule.HIRING_MANAGER);
      assertRefused(hannah, "kim@example.org", JAVA_ENGINEER, Rule.HUMAN_RESOURCES);
      assertThat(submit(request(JORIS, "kim@example.org", JAVA_ENGINEER)))
          .isInstanceOf(Submission.Accepted.class);
      assertThat(submit(request(RUBEN, "ann@example.org", JAVA_ENGINEER)))
          .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void for_the_hiring_manager_whom_only_hrs_directory_knows_by_number() {
      world.changesRules(
          People.PETRA,
          new RuleBook(Set.of(Excluded.HIRING_MANAGER), 0, Credit.LOWEST_RECEIPT, 28));
      var vacancy =
          new Vacancy(
              JAVA_ENGINEER,
              "Java engineer",
              "medior",
              "Builds.",
              true,
              true,
              Optional.empty(),
              EMMA.employee().hrNumber());
      var _ = world.ports().programmes().save(vacancy, EMMA.id(), NOW);
      var known = Map.of(Detail.EMAIL, Optional.of("emma@example.com"));
      var _ =
          new SaveColleague(world.ports().directory(), world.ports().seals(), world.ports().clock())
              .execute(People.PETRA.id(), new HrNumber("HR-0001"), known);

      assertRefused(numberless(true), "kim@example.org", JAVA_ENGINEER, Rule.HIRING_MANAGER);
      assertThat(
              world
                  .product()
                  .judgeSubmission
                  .execute(numberless(true), Optional.of(JAVA_ENGINEER), Optional.empty()))
          .containsExactly(Rule.HIRING_MANAGER);
      assertThat(submit(request(numberless(false), "kim@example.org", JAVA_ENGINEER)))
          .isInstanceOf(Submission.Accepted.class);
    }

    /// Emma, by a sign-in that names no HR number.
    private Caller numberless(boolean verified) {
      var emma = EMMA.employee();
      return new Caller(
          new Employee(
              emma.id(), emma.name(), emma.email(), emma.language(), Optional.empty(), verified),
          Set.of());
    }

    @Test
    void for_a_vacancy_that_is_unknown_or_closed() {
      assertRefused(EMMA, "sam@example.org", new VacancyId("nothing"), Rule.VACANCY_UNKNOWN);
      assertRefused(EMMA, "sam@example.org", CLOSED, Rule.VACANCY_CLOSED);
    }

    @Test
    void for_a_vacancy_that_is_left_out_of_the_programme() {
      var id = new VacancyId("chief");
      var chief = new Vacancy(id, "Chief", "lead", "Leads.", true, false, Optional.empty());
      var _ = world.ports().programmes().save(chief, EMMA.id(), NOW);

      assertRefused(EMMA, "sam@example.org", id, Rule.VACANCY_NOT_IN_PROGRAMME);
    }

    @Test
    void for_a_vacancy_whose_level_the_terms_do_not_know_any_more() {
      var old = Programme.terms();
      var others =
          new Terms(
              2,
              NOW,
              old.text(),
              old.levels().subList(2, 4),
              old.instalments(),
              2,
              Promise.within(30),
              12);
      assertThat(world.ports().programmes().publish(others, EMMA.id())).isTrue();

      assertRefused(EMMA, "sam@example.org", JAVA_ENGINEER, Rule.VACANCY_CLOSED);
    }

    @Test
    void for_all_reasons_at_once() {
      assertRefused(
          RUBEN,
          "ruben@example.com",
          CLOSED,
          Rule.OWN_ADDRESS,
          Rule.RECRUITER,
          Rule.VACANCY_CLOSED);
    }

    @Test
    void for_what_can_be_judged_of_one_that_cannot_be_read_whole() {
      var judge = world.product().judgeSubmission;
      var own = Email.of("ruben@example.com");

      assertThat(judge.execute(RUBEN, Optional.of(CLOSED), own))
          .containsExactly(Rule.OWN_ADDRESS, Rule.RECRUITER, Rule.VACANCY_CLOSED);
      assertThat(judge.execute(EMMA, Optional.of(new VacancyId("nothing")), own))
          .containsExactly(Rule.VACANCY_UNKNOWN);
      assertThat(judge.execute(EMMA, Optional.of(JAVA_ENGINEER), Optional.empty())).isEmpty();
      assertThat(judge.execute(EMMA, Optional.empty(), own)).isEmpty();
    }

    @Test
    void before_the_programme_is_set_up() {
      var empty = new InMemoryWorld();
      var useCase =
          new SubmitReferral(
              empty.referrals(),
              empty.persons(),
              empty.employees(),
              empty.operations(),
              empty.programmes(),
              new FindColleague(empty.directory(), world.ports().seals(), world.ports().clock()),
              world.ports().seals(),
              world.ports().ids(),
              world.ports().clock());
      assertThat(useCase.execute(request(EMMA, "sam@example.org", JAVA_ENGINEER)))
          .isEqualTo(new Submission.NotSetUp());

      empty.programmes().save(Programme.settings(), EMMA.id(), NOW);
      assertThat(useCase.execute(request(EMMA, "sam@example.org", JAVA_ENGINEER)))
          .isEqualTo(new Submission.NotSetUp());
    }
  }

  @Nested
  class Repeated {

    @Test
    void answers_the_receipt_of_the_first() {
      var _ = submit(request(EMMA, "sam@example.org", JAVA_ENGINEER));
      world.goTo("2026-03-04T12:00");

      assertThat(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)))
          .isEqualTo(new Submission.Duplicate(FakeIds.referral(1), 1, NOW));
    }

    @Test
    void answers_the_callers_own_receipt_whoever_else_referred() {
      var _ = submit(request(JORIS, "sam@example.org", JAVA_ENGINEER));
      var _ = submit(request(EMMA, "sam@example.org", DATA_ENGINEER));
      var _ = submit(request(EMMA, "sam@example.org", JAVA_ENGINEER));

      assertThat(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)))
          .isEqualTo(new Submission.Duplicate(FakeIds.referral(3), 3, NOW));
    }

    @Test
    void after_an_end_still_is_a_repeat() {
      var id = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));
      world.declines(id);

      assertThat(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)))
          .isInstanceOf(Submission.Duplicate.class);
    }

    @Test
    void after_the_candidate_withdrew_still_is_a_repeat() {
      var id = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));
      world.withdraws(id);

      assertThat(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)))
          .isInstanceOf(Submission.Duplicate.class);
    }

    @Test
    void after_taking_it_back_is_a_new_referral() {
      var id = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));
      world.takesBack(EMMA, id);
      var again = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));

      assertThat(again).isNotEqualTo(id);
      assertThat(world.ports().persons().find(person()).referrals())
          .extracting(Persons.Referred::id)
          .containsExactly(again);
    }
  }

  /// The programme's terms say twelve months.
  @Nested
  class Once_the_earlier_one_counts_no_more {

    @Test
    void is_a_new_referral() {
      var id = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));
      world.goTo("2027-03-02T09:15");
      var again = accepted(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)));

      assertThat(again).isNotEqualTo(id);
      assertThat(world.ports().persons().find(person()).referrals())
          .extracting(Persons.Referred::id)
          .containsExactly(again);
    }

    @Test
    void is_a_repeat_until_that_moment() {
      var _ = submit(request(EMMA, "sam@example.org", JAVA_ENGINEER));
      world.goTo("2027-03-02T09:14");

      assertThat(submit(request(EMMA, "sam@example.org", JAVA_ENGINEER)))
          .isEqualTo(new Submission.Duplicate(FakeIds.referral(1), 1, NOW));
    }
  }

  @Nested
  class Together_with_others {

    private final List<Change> changes = new ArrayList<>();

    /// Referrals in which another submission comes first.
    private Product overtakenBy(Runnable other, Committed... answers) {
      var sound = world.ports().referrals();
      var left = new ArrayList<>(List.of(answers));
      return new Product(
          world
              .ports()
              .withReferrals(
                  new FaultyReferrals() {
                    @Override
                    public Referrals sound() {
                      return sound;
                    }

                    @Override
                    public Committed commit(Change change) {
                      changes.add(change);
                      if (changes.size() == 1) {
                        other.run();
                      }
                      return left.isEmpty() ? sound.commit(change) : left.removeFirst();
                    }
                  }));
    }

    @Test
    void the_same_key_at_the_same_time_is_one_referral() {
      var product =
          overtakenBy(() -> {
            var _ = submit(request("key-1", "body"));
          });

      assertThat(product.submitReferral.execute(request("key-1", "body")))
          .isEqualTo(new Submission.Accepted(FakeIds.referral(2), 2, NOW, 1));
      assertThat(world.store().everyReferral()).containsExactly(FakeIds.referral(2));
    }

    @Test
    void the_same_key_with_another_body_at_the_same_time_is_refused() {
      var product =
          overtakenBy(() -> {
            var _ = submit(request("key-1", "other body"));
          });

      assertThat(product.submitReferral.execute(request("key-1", "body")))
          .isEqualTo(new Submission.KeyReused());
    }

    @Test
    void the_same_candidate_at_the_same_time_is_a_repeat() {
      var product =
          overtakenBy(() -> {
            var _ = submit(request(EMMA, "sam@example.org", JAVA_ENGINEER));
          });

      assertThat(product.submitReferral.execute(request(EMMA, "sam@example.org", JAVA_ENGINEER)))
          .isEqualTo(new Submission.Duplicate(FakeIds.referral(2), 2, NOW));
    }

    @Test
    void a_try_that_met_nobody_in_the_end_is_tried_again_under_a_new_number() {
      var product = overtakenBy(() -> {}, new Committed.Stale());

      assertThat(product.submitReferral.execute(request("key-1", "body")))
          .isEqualTo(new Submission.Accepted(FakeIds.referral(2), 2, NOW, 1));
      assertThat(changes)
          .extracting(change -> change.operation().value())
          .containsExactly(
              "submit:referral000000000000000001", "submit:referral000000000000000002");
    }

    @Test
    void meeting_others_again_and_again_is_a_fault() {
      var stale = new Committed.Stale();
      var clash =
          new Committed.Clash(
              new Companion.OperationAnswered(
                  new Operations.Answer(EMMA.id(), "key-1", "", FakeIds.referral(9), 9, NOW, 1)));
      var product = overtakenBy(() -> {}, stale, clash, stale);

      assertThatThrownBy(() -> product.submitReferral.execute(request("key-1", "body")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("A submission met others again and again");
      assertThat(changes).hasSize(3);
    }
  }

  private void close(VacancyId id) {
    var old = world.ports().programmes().vacancy(id).orElseThrow();
    var _ =
        world
            .ports()
            .programmes()
            .save(
                new Vacancy(id, old.title(), old.functionLevel(), old.profile(), false),
                EMMA.id(),
                NOW);
  }

  private PersonKey person() {
    return world.ports().seals().person(new Email("sam@example.org"));
  }

  private static ReferralId accepted(Submission submission) {
    return ((Submission.Accepted) submission).id();
  }
}
