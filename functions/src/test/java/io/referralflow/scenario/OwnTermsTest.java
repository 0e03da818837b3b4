package io.referralflow.scenario;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static io.referralflow.scenario.Programme.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.directory.FindColleague;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.Rule;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Audience;
import io.referralflow.programme.ContinueAction;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeFixtures;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.PublishOwnTerms;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.Scope;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.Reward;
import io.referralflow.reward.RewardPlan;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.JudgeSubmission;
import io.referralflow.submission.ListVacancies;
import io.referralflow.submission.Offered;
import io.referralflow.submission.ReadVacancy;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Programmes with terms of their own (S87-S89): what people are promised, and what a referral
/// keeps, are those of the programme by which they refer.
class OwnTermsTest {

  private static final Caller FRITS =
      People.caller("frits", "Frits de Wit", "HR-0009", Role.OUTSIDE_REFERRER);

  private final World world = World.on("2026-03-02T09:15");

  private Programmes programmes() {
    return world.ports().programmes();
  }

  private void published(Programme programme) {
    assertThat(programmes().save(programmes().portfolio().with(programme), programme, world.now()))
        .isTrue();
  }

  private void action(String last) {
    var spring =
        ProgrammeFixtures.action("spring", LocalDate.parse("2026-03-01"), LocalDate.parse(last));
    published(
        new Programme(
            spring.id(),
            spring.name(),
            spring.audience(),
            Scope.EVERYBODY,
            spring.startsOn(),
            spring.endsOn(),
            spring.leftOut(),
            spring.status(),
            List.of(),
            spring.managedBy()));
  }

  private static PublishTerms.Content content(String medior, RuleBook rules) {
    var plain = io.referralflow.scenario.Programme.terms();
    return new PublishTerms.Content(
        plain.text(),
        List.of(new Terms.Level("medior", euros(medior))),
        List.of(InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100)),
        1,
        plain.promise(),
        6,
        rules);
  }

  private int promises(String programme, String medior, Optional<String> from) {
    return promises(programme, content(medior, RuleBook.STANDARD), from);
  }

  private int promises(String programme, PublishTerms.Content content, Optional<String> from) {
    var publishing =
        new PublishOwnTerms(programmes(), world.ports().workingDays(), world.ports().clock())
            .execute(new ProgrammeId(programme), content, from.map(World::moment), PETRA.id());
    var judged = (PublishOwnTerms.Publishing.Judged) publishing;
    return ((PublishTerms.Publication.Published) judged.publication()).terms().version();
  }

  private static Money total(Reward reward) {
    return reward.instalments().stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
  }

  private int version(ReferralId id) {
    return world.referral(id).particulars().terms().version();
  }

  private Money reward(ReferralId id) {
    return total(world.referral(id).particulars().terms().reward());
  }

  private Optional<Money> shown(Caller who, VacancyId id) {
    return world
        .product()
        .readVacancy
        .execute(who, id)
        .flatMap(Offered::reward)
        .map(OwnTermsTest::total);
  }

  private Map<VacancyId, Optional<Money>> listed(Caller who) {
    return world
        .product()
        .listVacancies
        .execute(who, new Page.Request(100, Optional.empty()))
        .items()
        .stream()
        .collect(
            Collectors.toMap(
                offered -> offered.vacancy().id(),
                offered -> offered.reward().map(OwnTermsTest::total)));
  }

  @Test
  void a_referral_keeps_the_terms_of_the_programme_under_which_it_was_submitted() {
    var before = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    action("2026-03-31");
    assertThat(promises("spring", "4000.00", Optional.empty())).isEqualTo(2);
    var during = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.goTo("2026-04-01T09:00");
    var after = world.refers(EMMA, "lou@example.org", JAVA_ENGINEER);

    assertThat(version(before)).isEqualTo(1);
    assertThat(reward(before)).isEqualTo(euros("2000.00"));
    assertThat(version(during)).isEqualTo(2);
    assertThat(reward(during)).isEqualTo(euros("4000.00"));
    assertThat(world.referral(during).particulars().terms().probationMonths()).isEqualTo(1);
    assertThat(world.referral(during).particulars().terms().eligibilityMonths()).isEqualTo(6);
    assertThat(version(after)).isEqualTo(1);
    assertThat(reward(after)).isEqualTo(euros("2000.00"));
  }

  @Test
  void a_vacancy_shows_what_the_reader_is_promised_on_the_day() {
    action("2026-03-31");
    var _ = promises("spring", "4000.00", Optional.empty());

    assertThat(shown(EMMA, JAVA_ENGINEER)).contains(euros("4000.00"));
    assertThat(listed(EMMA))
        .containsEntry(JAVA_ENGINEER, Optional.of(euros("4000.00")))
        .containsEntry(DATA_ENGINEER, Optional.empty())
        .containsEntry(new VacancyId("platform-lead"), Optional.of(euros("5000.00")));

    world.goTo("2026-04-01T09:00");
    assertThat(shown(EMMA, JAVA_ENGINEER)).contains(euros("2000.00"));
    assertThat(listed(EMMA))
        .containsEntry(JAVA_ENGINEER, Optional.of(euros("2000.00")))
        .containsEntry(DATA_ENGINEER, Optional.of(euros("3500.00")));
  }

  @Test
  void people_inside_and_outside_are_promised_what_their_programmes_say() {
    published(ProgrammeFixtures.ongoing("alumni", Audience.EXTERNAL, Scope.EVERYBODY));
    var _ = promises("alumni", "750.00", Optional.empty());

    assertThat(shown(FRITS, JAVA_ENGINEER)).contains(euros("750.00"));
    assertThat(shown(EMMA, JAVA_ENGINEER)).contains(euros("2000.00"));
    assertThat(listed(FRITS)).containsEntry(JAVA_ENGINEER, Optional.of(euros("750.00")));
    assertThat(reward(world.refers(FRITS, "sam@example.org", JAVA_ENGINEER)))
        .isEqualTo(euros("750.00"));
    assertThat(reward(world.refers(EMMA, "kim@example.org", JAVA_ENGINEER)))
        .isEqualTo(euros("2000.00"));
  }

  @Test
  void the_organisations_terms_hold_until_those_of_the_programme_are_in_force() {
    action("2026-05-31");
    assertThat(promises("spring", "4000.00", Optional.of("2026-04-01T00:00"))).isEqualTo(2);
    var before = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    assertThat(shown(EMMA, JAVA_ENGINEER)).contains(euros("2000.00"));

    world.goTo("2026-04-01T00:00");
    var after = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);

    assertThat(version(before)).isEqualTo(1);
    assertThat(version(after)).isEqualTo(2);
    assertThat(shown(EMMA, JAVA_ENGINEER)).contains(euros("4000.00"));
  }

  @Test
  void an_action_that_goes_on_as_a_programme_promises_what_it_did() {
    action("2026-03-31");
    var _ = promises("spring", "4000.00", Optional.empty());
    world.goTo("2026-04-02T09:00");
    var _ =
        new ContinueAction(programmes(), world.ports().clock())
            .execute(PETRA.id(), new ProgrammeId("spring"));

    assertThat(reward(world.refers(EMMA, "sam@example.org", JAVA_ENGINEER)))
        .isEqualTo(euros("4000.00"));
  }

  @Test
  void of_two_programmes_at_once_the_one_that_goes_before_gives_its_terms() {
    action("2026-05-31");
    published(ProgrammeFixtures.ongoing("everywhere", Audience.COMBINED, Scope.EVERYBODY));
    var ofAction = promises("spring", "4000.00", Optional.empty());
    var ofOther = promises("everywhere", "3000.00", Optional.empty());

    var byAction = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.goTo("2026-06-01T09:00");
    var byOther = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);

    assertThat(version(byAction)).isEqualTo(ofAction);
    assertThat(version(byOther)).isEqualTo(ofOther);
  }

  @Test
  void a_vacancys_own_plan_goes_before_any_terms_and_is_pinned() {
    action("2026-05-31");
    var _ = promises("spring", "4000.00", Optional.empty());
    var plan =
        new RewardPlan(
            euros("9000.00"), List.of(InstalmentTerm.share(Milestone.END_OF_PROBATION, 100)));
    var _ =
        programmes()
            .save(
                new Vacancy(
                    JAVA_ENGINEER,
                    "Java engineer",
                    "medior",
                    "Builds.",
                    true,
                    true,
                    Optional.of(plan)),
                PETRA.id(),
                world.now());
    var id = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    var _ =
        programmes()
            .save(
                new Vacancy(JAVA_ENGINEER, "Java engineer", "medior", "Builds.", true),
                PETRA.id(),
                world.now().plusSeconds(1));

    assertThat(reward(id)).isEqualTo(euros("9000.00"));
    assertThat(version(id)).isEqualTo(2);
    assertThat(shown(EMMA, JAVA_ENGINEER)).contains(euros("4000.00"));
  }

  @Test
  void its_rules_hold_for_what_is_referred_by_it() {
    action("2026-05-31");
    var strict =
        new RuleBook(
            Set.of(Excluded.HUMAN_RESOURCES),
            RuleBook.STANDARD.knownMonths(),
            RuleBook.STANDARD.credit(),
            RuleBook.STANDARD.appealDays());
    var _ = promises("spring", content("4000.00", strict), Optional.empty());
    var harm = People.caller("harm", "Harm Bos", "HR-0010", Role.HUMAN_RESOURCES);
    var judged =
        world
            .product()
            .judgeSubmission
            .execute(harm, Optional.of(JAVA_ENGINEER), Optional.of(new Email("sam@example.org")));

    assertThat(judged).contains(Rule.HUMAN_RESOURCES);
    assertThat(world.submit(harm, "sam@example.org", JAVA_ENGINEER, Optional.empty()))
        .isEqualTo(
            new io.referralflow.submission.SubmitReferral.Submission.Refused(
                List.of(Rule.HUMAN_RESOURCES)));
  }

  @Test
  void a_level_that_its_terms_do_not_name_earns_nothing_by_it() {
    action("2026-05-31");
    var _ = promises("spring", "4000.00", Optional.empty());

    assertThat(shown(EMMA, DATA_ENGINEER)).isEmpty();
    assertThat(world.submit(JORIS, "sam@example.org", DATA_ENGINEER, Optional.empty()))
        .isEqualTo(
            new io.referralflow.submission.SubmitReferral.Submission.Refused(
                List.of(Rule.VACANCY_CLOSED)));
  }

  /// What reading something asks of the programme's store.
  private List<String> asked(Function<Programmes, ?> reading) {
    var calls = new ArrayList<String>();
    var counted =
        (Programmes)
            Proxy.newProxyInstance(
                Programmes.class.getClassLoader(),
                new Class<?>[] {Programmes.class},
                (_, method, arguments) -> {
                  calls.add(method.getName());
                  return method.invoke(programmes(), arguments);
                });
    var _ = reading.apply(counted);
    return calls;
  }

  @Test
  void own_terms_cost_one_request_where_there_are_any_and_none_where_not() {
    var colleagues =
        new FindColleague(world.ports().directory(), world.ports().seals(), world.ports().clock());
    Function<Programmes, ?> one =
        it -> new ReadVacancy(it, colleagues, world.ports().clock()).execute(EMMA, JAVA_ENGINEER);
    Function<Programmes, ?> all =
        it ->
            new ListVacancies(it, colleagues, world.ports().clock())
                .execute(EMMA, new Page.Request(100, Optional.empty()));
    Function<Programmes, ?> judging =
        it ->
            new JudgeSubmission(it, colleagues, world.ports().clock())
                .execute(EMMA, Optional.of(JAVA_ENGINEER), Optional.empty());
    action("2026-03-31");

    assertThat(asked(one)).containsExactly("offer");
    assertThat(asked(all)).containsExactly("vacancies", "ground");
    assertThat(asked(judging)).containsExactly("offer");

    var _ = promises("spring", "4000.00", Optional.empty());
    assertThat(asked(one)).containsExactly("offer", "ownTerms");
    assertThat(asked(all)).containsExactly("vacancies", "ground", "ownTerms");
    assertThat(asked(judging)).containsExactly("offer", "ownTerms");

    world.goTo("2026-04-01T09:00");
    assertThat(asked(one)).containsExactly("offer");
    assertThat(asked(all)).containsExactly("vacancies", "ground");
  }
}
