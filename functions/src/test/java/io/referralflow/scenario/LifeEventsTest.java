package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.probationChanged;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.RuleBook;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.programme.Audience;
import io.referralflow.programme.MoveProgramme;
import io.referralflow.programme.Programme.Content;
import io.referralflow.programme.Programme.Status;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.SaveProgramme;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.programme.Scope;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.RewardPlan;
import io.referralflow.staff.Caller;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// What life does to a referral, and what comes of it: each test plays one event and holds what
/// came of it against its row in `docs/life-events.md`. Run with `-Dlife.events=write` to write the
/// rows.
class LifeEventsTest extends Story {

  private static final Path PAGE = Path.of("..", "docs", "life-events.md");
  private static final boolean WRITES = "write".equals(System.getProperty("life.events"));

  private void becomes(TestInfo test, Caller who, ReferralId id, String since, String until)
      throws IOException {
    world.goTo(until);
    var name = test.getTestMethod().orElseThrow().getName();
    var start = "| " + words(name) + " |";
    var row =
        "%s %s | %s | %s | `%s` |"
            .formatted(
                start,
                Told.view(world, who, id),
                listed(Told.mails(world, id).stream().filter(mail -> mail.compareTo(since) >= 0)),
                listed(Told.ledger(world, id).stream()),
                name);
    if (WRITES) {
      write(start, row);
    }
    assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith(start)))
        .containsExactly(row);
  }

  private static String words(String name) {
    var words = name.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String listed(Stream<String> lines) {
    var all = lines.collect(Collectors.joining("; "));
    return all.isEmpty() ? "-" : all;
  }

  private static synchronized void write(String start, String row) throws IOException {
    var lines =
        Files.readString(PAGE)
            .lines()
            .filter(line -> !line.startsWith(start))
            .collect(Collectors.toList());
    lines.add(row);
    var table = lines.stream().filter(LifeEventsTest::isRow).sorted().toList();
    lines.removeIf(LifeEventsTest::isRow);
    lines.addAll(table);
    Files.writeString(PAGE, String.join("\n", lines) + "\n");
  }

  private static boolean isRow(String line) {
    return line.startsWith("| ") && !line.startsWith("| Event ") && !line.startsWith("| --- ");
  }

  private void saves(Vacancy vacancy) {
    var _ =
        new SaveVacancy(world.ports().programmes(), world.ports().clock())
            .execute(vacancy, PETRA.id());
  }

  @Test
  void every_row_of_the_page_is_played() throws IOException {
    var played =
        Stream.of(LifeEventsTest.class.getDeclaredMethods())
            .filter(method -> method.getParameterCount() == 1)
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> words(method.getName()));

    assertThat(
            Files.readString(PAGE)
                .lines()
                .filter(LifeEventsTest::isRow)
                .map(row -> row.split(" \\| ", 2)[0].substring(2)))
        .containsExactlyInAnyOrderElementsOf(played.toList());
  }

  @Test
  void the_start_moves_before_the_first_instalment(TestInfo test) throws IOException {
    var sam = samIsHired();
    world.goTo("2026-04-20T10:00");
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18"));

    becomes(test, EMMA, sam, "2026-04-20", "2026-07-20T10:00");
  }

  @Test
  void the_start_moves_after_the_first_instalment(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-05-04T10:00");
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18"));

    becomes(test, EMMA, sam, "2026-05-04", "2026-07-20T10:00");
  }

  @Test
  void probation_is_extended(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-06-15T10:00");
    world.hears(probationChanged(SAMS_HR_NUMBER, "2026-08-31"));

    becomes(test, EMMA, sam, "2026-06-15", "2026-09-02T10:00");
  }

  @Test
  void probation_is_shortened(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-05-15T10:00");
    world.hears(probationChanged(SAMS_HR_NUMBER, "2026-05-31"));

    becomes(test, EMMA, sam, "2026-05-15", "2026-07-02T10:00");
  }

  @Test
  void the_hire_is_cancelled(TestInfo test) throws IOException {
    var sam = samIsHired();
    world.goTo("2026-04-10T10:00");
    world.hears(cancelled(SAMS_HR_NUMBER));

    becomes(test, EMMA, sam, "2026-04-10", "2026-07-02T10:00");
  }

  /// HR's event does not say whose wish it was, and the rule does not ask.
  @Test
  void leaves_in_probation_whoever_wishes_it(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-06-10T10:00");
    world.hears(left(SAMS_HR_NUMBER, "2026-06-15"));

    becomes(test, EMMA, sam, "2026-06-10", "2026-07-02T10:00");
  }

  @Test
  void leaves_after_probation(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-07-10T10:00");
    world.hears(left(SAMS_HR_NUMBER, "2026-07-31"));

    becomes(test, EMMA, sam, "2026-07-10", "2026-09-02T10:00");
  }

  @Test
  void is_hired_again_within_a_year(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-06-10T10:00");
    world.hears(left(SAMS_HR_NUMBER, "2026-06-15"));
    world.goTo("2026-08-20T10:00");
    var _ = world.hear(hired("HR-3000", "2026-09-01").of(SAM));

    becomes(test, EMMA, sam, "2026-06-10", "2026-12-02T10:00");
  }

  /// The contract changes and the service goes on: HR reports the same person under another number.
  @Test
  void changes_from_flex_to_permanent(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-06-01T10:00");
    var _ = world.hear(hired("HR-3000", "2026-06-01").of(SAM));

    becomes(test, EMMA, sam, "2026-06-01", "2026-09-02T10:00");
  }

  @Test
  void the_vacancy_is_closed(TestInfo test) throws IOException {
    var sam = samIsConsidered();
    saves(new Vacancy(JAVA_ENGINEER, "Java engineer", "medior", "Builds our services.", false));
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    becomes(test, EMMA, sam, "2026-03-20", "2026-07-02T10:00");
  }

  @Test
  void the_level_of_the_vacancy_changes(TestInfo test) throws IOException {
    var sam = samIsConsidered();
    saves(new Vacancy(JAVA_ENGINEER, "Java engineer", "lead", "Builds our services.", true));
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    becomes(test, EMMA, sam, "2026-03-20", "2026-07-02T10:00");
  }

  @Test
  void is_hired_for_another_vacancy(TestInfo test) throws IOException {
    var sam = samIsConsidered();
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).forVacancy(DATA_ENGINEER));

    becomes(test, EMMA, sam, "2026-03-20", "2026-07-02T10:00");
  }

  @Test
  void is_hired_when_the_referral_is_older_than_the_window(TestInfo test) throws IOException {
    var sam = samIsConsidered();
    world.goTo("2027-04-01T10:00");
    world.hearsInVain(hired(SAMS_HR_NUMBER, "2027-05-01").of(SAM));

    becomes(test, EMMA, sam, "2027-04-01", "2027-07-02T10:00");
  }

  @Test
  void nobody_ends_it(TestInfo test) throws IOException {
    var sam = samIsConsidered();

    becomes(test, EMMA, sam, "2027-01-01", "2027-07-02T10:00");
  }

  @Test
  void is_hired_in_the_window_and_reported_within_ninety_days_of_it(TestInfo test)
      throws IOException {
    var sam = samIsConsidered();
    world.goTo("2027-05-30T10:00");
    world.hears(
        hired(SAMS_HR_NUMBER, "2027-06-07").of(SAM).occurred(World.moment("2027-02-26T12:00")));

    becomes(test, EMMA, sam, "2027-01-01", "2027-08-10T10:00");
  }

  @Test
  void an_event_is_corrected_later(TestInfo test) throws IOException {
    var sam = samIsHired();
    world.goTo("2026-04-20T10:00");
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-06-01"));
    world.goTo("2026-04-22T10:00");
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-04"));

    becomes(test, EMMA, sam, "2026-04-20", "2026-07-06T10:00");
  }

  @Test
  void an_appeal_changes_the_amount(TestInfo test) throws IOException {
    var _ = samIsReferred();
    var second = world.refers(JORIS, SAM, JAVA_ENGINEER);
    world.goTo("2026-03-12T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.goTo("2026-03-14T09:00");
    var _ = world.appeal(JORIS, second, AppealReason.REFERRED_FIRST);
    world.goTo("2026-03-25T09:00");
    world.allows(PETRA, second);

    becomes(test, JORIS, second, "2026-03-12", "2026-07-02T10:00");
  }

  @Test
  void the_reward_is_in_the_currency_of_another_country(TestInfo test) throws IOException {
    var pounds = Money.of(new BigDecimal("1500.00"), Currency.getInstance("GBP"));
    saves(
        new Vacancy(
            JAVA_ENGINEER,
            "Java engineer",
            "medior",
            "Builds our services in Leeds.",
            true,
            true,
            Optional.of(
                new RewardPlan(
                    pounds,
                    List.of(
                        InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 50),
                        InstalmentTerm.share(Milestone.END_OF_PROBATION, 50))))));
    var sam = samIsHired();

    becomes(test, EMMA, sam, "2026-03-20", "2026-07-02T10:00");
    assertThat(world.seenBy(EMMA, sam).instalments())
        .extracting(line -> line.instalment().amount().currency().getCurrencyCode())
        .containsExactly("GBP", "GBP");
  }

  @Test
  void the_referrer_leaves_or_dies_before_the_first_instalment(TestInfo test) throws IOException {
    var sam = samIsHired();
    world.goTo("2026-04-20T10:00");
    emmaIsGone("2026-04-30");

    becomes(test, EMMA, sam, "2026-04-20", "2026-07-02T10:00");
  }

  @Test
  void the_referrer_leaves_or_dies_between_the_instalments(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-06-15T10:00");
    emmaIsGone("2026-06-30");

    becomes(test, EMMA, sam, "2026-06-15", "2026-07-02T10:00");
  }

  @Test
  void the_referrer_leaves_or_dies_after_the_last_instalment(TestInfo test) throws IOException {
    var sam = samIsAtWork();
    world.goTo("2026-07-10T10:00");
    emmaIsGone("2026-07-10");

    becomes(test, EMMA, sam, "2026-07-10", "2026-09-02T10:00");
  }

  @Test
  void the_referrer_leaves_before_the_hire_and_the_terms_ask_it(TestInfo test) throws IOException {
    world.changesRules(PETRA, RuleBook.STANDARD.with(ServiceDay.HIRE));
    var sam = samIsConsidered();
    world.goTo("2026-03-18T10:00");
    emmaIsGone("2026-03-19");
    world.goTo("2026-03-20T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    becomes(test, EMMA, sam, "2026-03-18", "2026-07-02T10:00");
  }

  @Test
  void the_referrer_leaves_between_the_instalments_and_the_terms_ask_it(TestInfo test)
      throws IOException {
    world.changesRules(PETRA, RuleBook.STANDARD.with(ServiceDay.MILESTONE));
    var sam = samIsAtWork();
    world.goTo("2026-06-15T10:00");
    emmaIsGone("2026-06-30");

    becomes(test, EMMA, sam, "2026-06-15", "2026-07-03T10:00");
  }

  /// An action runs beside the standing programme, takes the referral, ends and is retired.
  @Test
  void two_programmes_run_at_once(TestInfo test) throws IOException {
    var action = new ProgrammeId("spring");
    var manage = world.ports().programmes();
    var _ =
        new SaveProgramme(manage, world.ports().clock())
            .execute(
                PETRA.id(),
                action,
                new Content(
                    "Spring",
                    Audience.INTERNAL,
                    Scope.EVERYBODY,
                    LocalDate.parse("2026-03-01"),
                    Optional.of(LocalDate.parse("2026-03-31")),
                    Set.of()));
    var move = new MoveProgramme(manage, world.ports().clock());
    var _ = move.execute(PETRA.id(), action, Status.PUBLISHED);
    var sam = samIsHired();
    assertThat(world.referral(sam).particulars().terms().programme()).isEqualTo(action);
    world.goTo("2026-04-02T10:00");
    var _ = move.execute(PETRA.id(), action, Status.RETIRED);

    becomes(test, EMMA, sam, "2026-03-20", "2026-07-02T10:00");
  }
}
