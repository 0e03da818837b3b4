package io.referralflow.letter;

import static io.referralflow.scenario.Programme.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.programme.Terms;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.reward.RewardKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The terms on one screen, and that they say what the rules say.
class SummariesTest {

  private static final Pattern MARK = Pattern.compile("«([^»]*)»");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Summaries summaries = new Summaries();

  @Test
  void all_rules_are_said_in_english() {
    assertThat(summaries.of(everything(), Language.EN))
        .containsExactly(
            "medior: €2,000.00, of which €1,000.00 (50%) on the first working day, €1,000.00 (50%)"
                + " at the end of the probation.",
            "senior: €3,500.00, of which €1,500.00 when the hire is agreed, €1,000.00 after 6"
                + " months of service, €1,000.00 on 31 January 2028, 2 × extra day off at the end"
                + " of the probation.",
            "What was earned is never taken back.",
            "A part is paid within 45 days of the day on which it is due, or on the working day"
                + " before.",
            "It is paid on payroll day 25 of the month, or on the working day before; the payroll"
                + " takes in what is due 8 working days before it pays.",
            "Wages are also paid on payroll day 10 of the month, in the same way.",
            "An extra payroll takes in what is due on 20 December 2026 and pays on 31 December"
                + " 2026.",
            "Unless HR says otherwise, the probation lasts 1 month.",
            "A referral counts for a hire within 12 months.",
            "A referral that is moved to another vacancy keeps the reward that was promised when it"
                + " was submitted.",
            "Nobody refers themselves.",
            "Recruiters do not refer.",
            "The hiring manager of a vacancy does not refer anybody for it.",
            "People of human resources do not refer.",
            "Whoever applied or worked here in the 9 months before the referral counts only if the"
                + " programme manager allows it.",
            "If you leave the organisation, what falls due after your last day is not paid.",
            "If several people referred the same candidate, they share the reward in the order of"
                + " their receipts: 70%, 30%.",
            "You can appeal against a decision for 14 days.",
            "The candidate chooses how much you hear of an end without a hire.",
            "The candidate's data goes 28 days after the end of the procedure, 365 days after it"
                + " where the candidate allows that, and at once where the candidate withdraws.");
  }

  @Test
  void all_rules_are_said_in_dutch() {
    assertThat(summaries.of(everything(), Language.NL))
        .containsExactly(
            "medior: €\u00a02.000,00, waarvan €\u00a01.000,00 (50%) op de eerste werkdag,"
                + " €\u00a01.000,00 (50%) aan het eind van de proeftijd.",
            "senior: €\u00a03.500,00, waarvan €\u00a01.500,00 als de aanname rond is,"
                + " €\u00a01.000,00 na 6 maanden dienstverband, €\u00a01.000,00 op 31 januari"
                + " 2028, 2 × extra vrije dag aan het eind van de proeftijd.",
            "Wat verdiend is, wordt nooit teruggenomen.",
            "Een deel wordt betaald binnen 45 dagen na de dag waarop het verschuldigd is, of op de"
                + " werkdag daarvoor.",
            "Het wordt betaald op salarisdag 25 van de maand, of op de werkdag daarvoor; in die"
                + " betaling gaat mee wat 8 werkdagen eerder verschuldigd is.",
            "Er wordt ook betaald op salarisdag 10 van de maand, op dezelfde manier.",
            "In een extra salarisbetaling gaat mee wat op 20 december 2026 verschuldigd is; die is"
                + " op 31 december 2026.",
            "Tenzij HR iets anders zegt, duurt de proeftijd 1 maand.",
            "Een aanbeveling telt voor een aanname binnen 12 maanden.",
            "Een aanbeveling die naar een andere vacature wordt overgezet, houdt de beloning die bij"
                + " het indienen beloofd is.",
            "Niemand beveelt zichzelf aan.",
            "Recruiters bevelen niemand aan.",
            "De leidinggevende van een vacature beveelt er niemand voor aan.",
            "Wie bij HR werkt, beveelt niemand aan.",
            "Wie in de 9 maanden vóór de aanbeveling solliciteerde of hier werkte, telt alleen als"
                + " de programmamanager het toestaat.",
            "Ga je uit dienst, dan wordt wat na je laatste dag verschuldigd wordt niet betaald.",
            "Als meer mensen dezelfde kandidaat aanbevelen, delen zij de beloning in de volgorde"
                + " van hun ontvangstbewijzen: 70%, 30%.",
            "Je kunt 14 dagen bezwaar maken tegen een besluit.",
            "De kandidaat kiest hoeveel je hoort van een einde zonder aanname.",
            "De gegevens van de kandidaat verdwijnen 28 dagen na het einde van de procedure, 365"
                + " dagen daarna als de kandidaat dat toestaat, en meteen als de kandidaat zich"
                + " terugtrekt.");
  }

  @Test
  void what_the_terms_leave_out_is_said_or_left_out() {
    var bare =
        terms(
            List.of(new Terms.Level("medior", euros("2000.00"))),
            0,
            Promise.within(1),
            12,
            new RuleBook(Set.of(), 0, Credit.LOWEST_RECEIPT, 0));

    assertThat(summaries.of(bare, Language.EN))
        .contains(
            "A part is paid within 1 day of the day on which it is due, or on the working day"
                + " before.",
            "Unless HR says otherwise, there is no probation.",
            "There is no appeal against a decision.")
        .hasSize(12);
  }

  /// Five thousand random terms, each with one rule changed at random.
  @Tag("exhaustive")
  @Test
  void whatever_rule_changes_the_text_changes() {
    var random = new Random(20261130);
    for (var i = 0; i < 5_000; i++) {
      var before = anything(random);
      var after = changed(before, random);
      for (var language : Language.values()) {
        assertThat(summaries.of(after, language))
            .as("%s changed to %s", before, after)
            .isNotEqualTo(summaries.of(before, language));
      }
    }
  }

  @Test
  void every_number_in_the_text_is_a_rule() {
    var random = new Random(20261201);
    for (var i = 0; i < 1_000; i++) {
      var terms = anything(random);
      for (var language : Language.values()) {
        var said = new TreeSet<String>();
        summaries.of(terms, language).forEach(line -> numbers(line).forEach(said::add));
        assertThat(ruled(terms)).as(terms.toString()).containsAll(said);
      }
    }
  }

  @Test
  void no_words_of_the_catalogue_are_left_over() {
    var all = new HashMap<>(Catalogue.of(Language.EN).sentences());
    all.replaceAll((key, words) -> key.startsWith("summary.") ? "«" + key + "»" + words : words);
    var marking = new Summaries(Map.of(Language.EN, new Catalogue(all)));
    var random = new Random(20261202);

    var said =
        Stream.concat(Stream.of(everything()), Stream.generate(() -> anything(random)).limit(1_000))
            .flatMap(terms -> marking.of(terms, Language.EN).stream())
            .flatMap(line -> MARK.matcher(line).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    all.keySet().removeIf(key -> !key.startsWith("summary."));
    assertThat(said).isEqualTo(all.keySet());
  }

  private static Stream<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group);
  }

  /// Every number of the rules, amounts in the groups in which they are written.
  private static Set<String> ruled(Terms terms) {
    var ruled = new TreeSet<>(Set.of("28", "365"));
    terms
        .levels()
        .forEach(level -> {
          amount(level.amount(), ruled);
          var cut = level.cut(terms.instalments());
          terms
              .reward(level.functionLevel())
              .orElseThrow()
              .instalments()
              .forEach(part -> amount(part.amount(), ruled));
          cut.forEach(term -> numbers(term.toString().replace("-0", "-")).forEach(ruled::add));
        });
    Stream.of(
            terms.promise().days(),
            terms.probationMonths(),
            terms.eligibilityMonths(),
            terms.rules().knownMonths(),
            terms.rules().appealDays())
        .forEach(number -> ruled.add(Integer.toString(number)));
    numbers(terms.promise().payroll().toString().replace("-0", "-")).forEach(ruled::add);
    numbers(terms.rules().credit().toString()).forEach(ruled::add);
    return ruled;
  }

  private static void amount(Money money, Set<String> ruled) {
    numbers(String.format(Locale.ROOT, "%,.2f", money.amount())).forEach(ruled::add);
  }

  private static Terms everything() {
    return terms(
        List.of(
            new Terms.Level("medior", euros("2000.00")),
            new Terms.Level(
                "senior",
                euros("3500.00"),
                List.of(
                    InstalmentTerm.fixed(Milestone.HIRE_AGREED, euros("1500.00")),
                    InstalmentTerm.fixed(new Milestone.MonthsServed(6), euros("1000.00")),
                    InstalmentTerm.fixed(
                        new Milestone.OnDay(LocalDate.parse("2028-01-31")), euros("1000.00")),
                    InstalmentTerm.inKind(Milestone.END_OF_PROBATION, daysOff(2))))),
        1,
        new Promise(
            45,
            Optional.of(
                new PayrollCalendar(
                    25,
                    8,
                    List.of(
                        new PayRun(LocalDate.parse("2026-12-20"), LocalDate.parse("2026-12-31"))),
                    List.of(10)))),
        12,
        new RuleBook(
                EnumSet.allOf(Excluded.class), 9, new Credit.SplitByShares(List.of(70, 30)), 14)
            .with(ServiceDay.MILESTONE));
  }

  private static Terms terms(
      List<Terms.Level> levels, int probation, Promise promise, int eligibility, RuleBook rules) {
    return new Terms(
        1,
        Instant.EPOCH,
        Map.of(),
        levels,
        List.of(
            InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 50),
            InstalmentTerm.share(Milestone.END_OF_PROBATION, 50)),
        probation,
        promise,
        eligibility,
        rules);
  }

  private static Terms anything(Random random) {
    var names = List.of("junior", "medior", "senior", "lead");
    var levels = new ArrayList<Terms.Level>();
    for (var name : names.subList(0, 1 + random.nextInt(names.size()))) {
      levels.add(level(name, random));
    }
    return new Terms(
        1,
        Instant.EPOCH,
        Map.of(),
        levels,
        shares(random),
        random.nextInt(25),
        promise(random),
        1 + random.nextInt(60),
        rules(random));
  }

  private static Terms.Level level(String name, Random random) {
    var amount = euros(Integer.toString(1 + random.nextInt(2_000_000)));
    return random.nextBoolean()
        ? new Terms.Level(name, amount)
        : new Terms.Level(
            name, amount, random.nextBoolean() ? shares(random) : fixed(amount, random));
  }

  private static List<InstalmentTerm> shares(Random random) {
    var first = 1 + random.nextInt(99);
    return List.of(
        InstalmentTerm.share(milestone(random), first),
        InstalmentTerm.share(milestone(random), 100 - first));
  }

  private static List<InstalmentTerm> fixed(Money whole, Random random) {
    return List.of(
        InstalmentTerm.fixed(Milestone.FIRST_WORKING_DAY, whole),
        InstalmentTerm.inKind(milestone(random), daysOff(2 + random.nextInt(9))));
  }

  private static Benefit daysOff(int quantity) {
    return new Benefit(RewardKind.DAYS_OFF, quantity, "extra vrije dag", "extra day off");
  }

  private static Milestone milestone(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Milestone.HIRE_AGREED;
      case 1 -> Milestone.FIRST_WORKING_DAY;
      case 2 -> Milestone.END_OF_PROBATION;
      case 3 -> new Milestone.MonthsServed(1 + random.nextInt(60));
      default -> new Milestone.OnDay(day(random));
    };
  }

  private static LocalDate day(Random random) {
    return LocalDate.parse("2026-01-01").plusDays(random.nextInt(3_000));
  }

  private static Promise promise(Random random) {
    return new Promise(
        random.nextInt(366),
        random.nextBoolean() ? Optional.empty() : Optional.of(payroll(random)));
  }

  private static PayrollCalendar payroll(Random random) {
    var cutOff = day(random);
    return new PayrollCalendar(
        1 + random.nextInt(15),
        random.nextInt(21),
        random.nextBoolean()
            ? List.of()
            : List.of(new PayRun(cutOff, cutOff.plusDays(random.nextInt(20)))),
        random.nextBoolean() ? List.of() : List.of(16 + random.nextInt(16)));
  }

  private static RuleBook rules(Random random) {
    var excluded = EnumSet.noneOf(Excluded.class);
    Arrays.stream(Excluded.values()).filter(_ -> random.nextBoolean()).forEach(excluded::add);
    var days = ServiceDay.values();
    return new RuleBook(excluded, random.nextInt(61), credit(random), random.nextInt(366))
        .with(days[random.nextInt(days.length)]);
  }

  private static Credit credit(Random random) {
    var first = 1 + random.nextInt(99);
    return switch (random.nextInt(4)) {
      case 0 -> Credit.LOWEST_RECEIPT;
      case 1 -> Credit.LAST_BEFORE_APPLICATION;
      case 2 -> Credit.SPLIT_EQUALLY;
      default -> new Credit.SplitByShares(List.of(first, 100 - first));
    };
  }

  /// The same terms but for one rule. Only a cut that no level uses is no rule of anything.
  private static Terms changed(Terms terms, Random random) {
    while (true) {
      var other = anything(random);
      var part = random.nextInt(7);
      var after =
          new Terms(
              terms.version(),
              terms.publishedAt(),
              terms.text(),
              part == 0 ? levels(terms, random) : terms.levels(),
              part == 1 ? other.instalments() : terms.instalments(),
              part == 2 ? other.probationMonths() : terms.probationMonths(),
              part == 3 ? other.promise() : terms.promise(),
              part == 4 ? other.eligibilityMonths() : terms.eligibilityMonths(),
              part == 5 ? oneOf(terms.rules(), other.rules(), random) : terms.rules());
      var isUsed = terms.levels().stream().anyMatch(level -> level.instalments().isEmpty());
      if (!after.equals(terms) && (part != 1 || isUsed)) {
        return after;
      }
    }
  }

  private static List<Terms.Level> levels(Terms terms, Random random) {
    var levels = new ArrayList<>(terms.levels());
    var at = random.nextInt(levels.size());
    levels.set(at, level(levels.get(at).functionLevel(), random));
    return levels;
  }

  private static RuleBook oneOf(RuleBook rules, RuleBook other, Random random) {
    var part = random.nextInt(5);
    return new RuleBook(
        part == 0 ? other.excluded() : rules.excluded(),
        part == 1 ? other.knownMonths() : rules.knownMonths(),
        part == 2 ? other.credit() : rules.credit(),
        part == 3 ? other.appealDays() : rules.appealDays(),
        part == 4 ? other.inService() : rules.inService());
  }
}
