package io.referralflow.letter;

import static io.referralflow.candidate.Language.EN;
import static io.referralflow.candidate.Language.NL;
import static io.referralflow.letter.LetterFixtures.PAGE;
import static io.referralflow.letter.LetterFixtures.bare;
import static io.referralflow.letter.LetterFixtures.day;
import static io.referralflow.letter.LetterFixtures.first;
import static io.referralflow.letter.LetterFixtures.full;
import static io.referralflow.letter.LetterFixtures.minimal;
import static io.referralflow.letter.LetterFixtures.second;
import static io.referralflow.reward.InstalmentState.CANCELLED;
import static io.referralflow.reward.InstalmentState.PAID;
import static io.referralflow.reward.InstalmentState.PLANNED;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Language;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.Stage;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.RewardKind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class LettersTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w*}");
  private static final Pattern NOT_FOR_A_HEADER =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private final Letters letters = new Letters();

  static Stream<Arguments> everyLetter() {
    return Arrays.stream(LetterKind.values())
        .flatMap(
            kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
  }

  @Nested
  class Every_letter {

    @ParameterizedTest
    @MethodSource("io.referralflow.letter.LettersTest#everyLetter")
    void is_whole_with_all_facts_and_with_as_few_as_can_be(LetterKind kind, Language language) {
      assertThat(List.of(full(kind, language), minimal(kind, language)))
          .extracting(facts -> letters.write(kind, facts))
          .allSatisfy(letter -> {
            assertThat(letter.subject()).isNotBlank().doesNotContainPattern(NOT_FOR_A_HEADER);
            assertThat(List.of(letter.subject(), letter.text(), letter.html()))
                .noneMatch(PLACEHOLDER.asPredicate());
            assertThat(letter.text()).endsWith(".\n").doesNotContain("\n\n\n", "\u00a0");
            assertWellFormed(letter.html());
          });
    }

    @ParameterizedTest
    @MethodSource("io.referralflow.letter.LettersTest#everyLetter")
    void is_the_same_whenever_it_is_written(LetterKind kind, Language language) {
      assertThat(letters.write(kind, full(kind, language)))
          .isEqualTo(new Letters().write(kind, full(kind, language)));
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_without_a_fact_that_it_needs(LetterKind kind) {
      var needs = LetterFixtures.NEEDS.getOrDefault(kind, Set.of());

      for (var missing : needs) {
        var rest = EnumSet.copyOf(needs);
        var _ = rest.remove(missing);
        var facts = LetterFixtures.with(kind, EN, rest);
        assertThatThrownBy(() -> letters.write(kind, facts))
            .as("%s without %s", kind, missing)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }

    @Test
    void says_which_fact_is_missing() {
      var facts = bare(LetterKind.INVITATION, EN).link(PAGE).build();

      assertThatThrownBy(() -> letters.write(LetterKind.INVITATION, facts))
          .hasMessage("The letter lacks the fact answerBy for invitation.deadline");
    }

    @Test
    void says_that_its_link_is_missing() {
      var facts = bare(LetterKind.ACCEPTED, EN).build();

      assertThatThrownBy(() -> letters.write(LetterKind.ACCEPTED, facts))
          .hasMessage("No link for follow.button");
    }

    @Test
    void that_keeps_data_needs_a_link_to_it() {
      var facts = bare(LetterKind.REJECTED, EN).keptUntil(Optional.of(day("2027-01-04"))).build();

      assertThatThrownBy(() -> letters.write(LetterKind.REJECTED, facts))
          .hasMessage("No link for your-data.button");
    }

    @Test
    void says_which_word_of_a_list_is_missing() {
      var facts = bare(LetterKind.RECEIVED, EN).link(PAGE).answerBy(day("2026-12-07")).build();

      assertThatThrownBy(() -> letters.write(LetterKind.RECEIVED, facts))
          .hasMessage("The letter lacks the fact receivedAt for received");
    }

    @Test
    void is_refused_in_a_language_without_a_catalogue() {
      var english = new Letters(Map.of(EN, Catalogue.of(EN)));

      assertThatThrownBy(() -> english.write(LetterKind.HELD, minimal(LetterKind.HELD, NL)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("No catalogue for NL");
    }
  }

  @Nested
  class Finance {

    @ParameterizedTest
    @MethodSource("io.referralflow.letter.LettersTest#everyLetter")
    void never_reads_who_the_candidate_is(LetterKind kind, Language language) {
      if (kind.recipient() == Recipient.FINANCE) {
        var letter = letters.write(kind, full(kind, language));

        assertThat(List.of(letter.subject(), letter.text(), letter.html()))
            .noneMatch(words -> words.contains("Sam"))
            .noneMatch(words -> words.contains("Sample"))
            .noneMatch(words -> words.contains("Test engineer"));
      }
    }

    @ParameterizedTest
    @CsvSource({"candidate", "vacancy"})
    void has_no_word_for_it_even_if_a_sentence_asks(String word) {
      var leaking =
          Catalogue.of(EN).sentences().entrySet().stream()
              .collect(
                  toMap(
                      Map.Entry::getKey,
                      entry ->
                          entry.getKey().equals("payout.please")
                              ? "Pay for {" + word + "}"
                              : entry.getValue()));
      var careless = new Letters(Map.of(EN, new Catalogue(leaking)));

      assertThatThrownBy(() -> careless.write(LetterKind.PAYOUT, full(LetterKind.PAYOUT, EN)))
          .hasMessage("The letter lacks the fact " + word + " for payout.please");
    }

    @ParameterizedTest
    @EnumSource
    void gets_the_same_facts_in_a_copy_that_is_marked(Language language) {
      var first = letters.write(LetterKind.PAYOUT, full(LetterKind.PAYOUT, language));
      var copy = letters.write(LetterKind.PAYOUT_COPY, full(LetterKind.PAYOUT_COPY, language));

      assertThat(copy.subject()).containsPattern("^(KOPIE|COPY), .*RF-1042-1$");
      assertThat(copy.text().split("\n\n", 3)[2]).isEqualTo(first.text().split("\n\n", 3)[2]);
    }
  }

  @Nested
  class Words_from_outside {

    private static final String HOSTILE =
        "<script>alert('x')</script>\r\n"
            + "Bcc: all@example.com \u202Ekcab\u0000 {reference} %s \"😀\" \uD800";

    @ParameterizedTest
    @MethodSource("io.referralflow.letter.LettersTest#everyLetter")
    void do_no_harm_in_any_letter(LetterKind kind, Language language) {
      var facts = full(kind, language);
      var letter = letters.write(kind, named(facts, HOSTILE));

      assertThat(letter.subject()).doesNotContainPattern(NOT_FOR_A_HEADER);
      assertThat(letter.html()).doesNotContain("<script");
      assertThat(letter.text()).doesNotContain("\r", "\u202E", "\u0000", "\nBcc");
      assertWellFormed(letter.html());
    }

    @Test
    void stand_in_the_letter_as_words() {
      var letter =
          letters.write(LetterKind.ACCEPTED, named(full(LetterKind.ACCEPTED, EN), HOSTILE));

      assertThat(letter.subject())
          .startsWith(
              "<script>alert('x')</script> Bcc: all example. com kcab {reference} %s \"😀\" says");
      assertThat(letter.html()).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; Bcc");
    }

    @Test
    void from_right_to_left_are_kept_apart_in_a_sentence_and_plain_in_a_subject() {
      var letter = letters.write(LetterKind.ACCEPTED, named(full(LetterKind.ACCEPTED, EN), "שרה"));

      assertThat(letter.subject()).isEqualTo("שרה says yes to שרה");
      assertThat(letter.text())
          .contains("Good news: \u2068שרה\u2069 would like to be considered for \u2068שרה\u2069.");
    }

    @Test
    void that_are_blank_have_words_in_their_place() {
      var facts = named(full(LetterKind.INVITATION, NL), " \u200B");
      var letter = letters.write(LetterKind.INVITATION, facts);

      assertThat(letter.subject())
          .isEqualTo("Een collega heeft je aanbevolen voor een vacature bij ReferralFlow");
      assertThat(letter.text()).startsWith("Hallo,\n\nEen collega denkt dat");
    }

    @Test
    void begin_a_sentence_with_a_capital() {
      var facts = named(full(LetterKind.ACCEPTED, NL), "óscar de la test");

      assertThat(letters.write(LetterKind.ACCEPTED, facts).subject())
          .isEqualTo("Óscar de la test zegt ja tegen óscar de la test");
    }

    private LetterFacts named(LetterFacts facts, String name) {
      return new LetterFacts(
          facts.language(),
          name,
          name,
          name,
          name,
          facts.receiptNumber(),
          Optional.of(name),
          facts.link(),
          facts.receivedAt(),
          facts.answerBy(),
          facts.keptUntil(),
          facts.startsOn(),
          facts.instalments(),
          facts.instalment(),
          facts.reference(),
          facts.paidOn(),
          facts.stage(),
          facts.reason(),
          facts.appealDays(),
          facts.privacyContact(),
          facts.taxLabel());
    }
  }

  @Nested
  class A_candidate_whose_name_is_gone {

    @Test
    void is_named_by_the_receipt() {
      assertThat(letters.write(LetterKind.ENDED, minimal(LetterKind.ENDED, EN)).subject())
          .isEqualTo("Ended: the candidate with receipt number 1042 for Test engineer");
    }

    @Test
    void begins_a_sentence_like_anybody() {
      assertThat(letters.write(LetterKind.ACCEPTED, minimal(LetterKind.ACCEPTED, NL)).subject())
          .isEqualTo("De kandidaat met ontvangstnummer 1042 zegt ja tegen Test engineer");
    }
  }

  @Nested
  class What_a_letter_leaves_out {

    @Test
    void the_end_tells_no_stage_and_no_reason_unless_allowed() {
      assertThat(letters.write(LetterKind.ENDED, minimal(LetterKind.ENDED, EN)).text())
          .isEqualTo(
              """
              Hello Emma Bakker,

              The procedure of the candidate with receipt number 1042 for Test engineer has ended.

              We cannot say more about it: the candidate decides what we share.

              Thank you for referring somebody.

              Follow your referral:
              https://referrals.example.com/#/referrals/1042

              Kind regards,
              Example Engineering

              --
              You receive this mail because it is about your own referral. Receipt number: 1042.
              """);
    }

    @Test
    void the_end_tells_the_stage_alone_if_only_that_is_allowed() {
      assertThat(ending(Optional.of(Stage.SCREENING), Optional.empty()))
          .contains("The last stage was: screening.\n\nWe cannot say more");
    }

    @Test
    void the_end_tells_the_reason_alone_if_only_that_is_known() {
      assertThat(ending(Optional.empty(), Optional.of(RejectionReason.SALARY)))
          .contains("has ended.\n\nThe reason: salary.\n\nWe cannot say more");
    }

    @Test
    void a_rejection_gives_no_reason_that_is_not_known() {
      assertThat(letters.write(LetterKind.REJECTED, minimal(LetterKind.REJECTED, EN)).text())
          .contains("hoped for other news.\n\nThank you for your time");
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "EXPIRED", "LAPSED", "TAKEN_BACK", "GOODBYE"})
    void the_day_until_which_data_is_kept_if_it_goes_at_once(LetterKind kind) {
      assertThat(letters.write(kind, minimal(kind, EN)).text())
          .contains(".\n\nWe delete your data now that this mail has been sent, within 24 hours")
          .doesNotContain("We keep your data", "See or delete your data:");
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "EXPIRED", "LAPSED", "GOODBYE"})
    void that_data_goes_at_once_if_it_is_kept(LetterKind kind) {
      assertThat(letters.write(kind, full(kind, EN)).text())
          .contains(
              "We keep your data up to and including 4 January 2027.", "See or delete your data:")
          .doesNotContain("We delete your data now");
    }

    @ParameterizedTest
    @EnumSource(names = {"INVITATION", "INVITATION_REMINDER"})
    void when_data_goes_without_an_answer_if_that_is_not_known(LetterKind kind) {
      assertThat(letters.write(kind, minimal(kind, EN)).text())
          .doesNotContain("If you do not answer, we delete");
    }

    @Test
    void a_changed_plan_names_no_start_that_is_not_known() {
      assertThat(
              letters.write(LetterKind.PLAN_CHANGED, minimal(LetterKind.PLAN_CHANGED, EN)).text())
          .contains("about the reward before.\n\nA part is earned if")
          .doesNotContain("first working day", "Your reward\n");
    }

    @Test
    void an_end_by_a_rule_says_so_and_for_how_long_one_can_appeal() {
      assertThat(byRule(28))
          .contains(
              "By the rules of the programme this hire earns you no reward.",
              "you can appeal there once, within 28 days of this mail.")
          .doesNotContain("the candidate decides");
      assertThat(byRule(0)).contains("this hire earns you no reward").doesNotContain("appeal");
    }

    private String byRule(int appealDays) {
      var facts = bare(LetterKind.ENDED, EN).link(PAGE).appealDays(appealDays).build();
      return letters.write(LetterKind.ENDED, facts).text();
    }

    private String ending(Optional<Stage> stage, Optional<RejectionReason> reason) {
      var facts = bare(LetterKind.ENDED, EN).link(PAGE).ending(stage, reason).build();
      return letters.write(LetterKind.ENDED, facts).text();
    }
  }

  @Nested
  class The_last_payment {

    @Test
    void closes_the_reward_when_nothing_is_to_come() {
      assertThat(paid(first(PAID), second(CANCELLED)))
          .contains("With that, all that you have earned with this referral is paid. Thank you.")
          .doesNotContain("What is still to come");
    }

    @ParameterizedTest
    @EnumSource(
        value = InstalmentState.class,
        names = {"PLANNED", "RELEASED", "HELD"})
    void is_not_the_last_while_another_part_may_come(InstalmentState state) {
      assertThat(paid(first(PAID), second(state)))
          .contains("What is still to come\n", "Part 2, at the end of the probation\n  €1,750.00\n")
          .doesNotContain(
              "With that, all that you have earned", "Part 1, on the first working day");
    }

    private String paid(LetterInstalment... instalments) {
      var facts =
          bare(LetterKind.PAID, EN)
              .link(PAGE)
              .instalments(List.of(instalments))
              .payout(1, "RF-1042-1")
              .paidOn(day("2027-02-26"))
              .build();
      return letters.write(LetterKind.PAID, facts).text();
    }
  }

  @Nested
  class Terms {

    @ParameterizedTest
    @CsvSource({
      "PLANNED,'earned on 1 April 2027, paid by 30 April 2027'",
      "RELEASED,'with finance, paid by 30 April 2027'",
      "PAID,paid",
      "CANCELLED,cancelled",
      "HELD,held"
    })
    void say_where_a_part_of_the_reward_stands(InstalmentState state, String note) {
      var facts = bare(LetterKind.PLAN_CHANGED, EN).link(PAGE).instalments(List.of(second(state)));

      assertThat(letters.write(LetterKind.PLAN_CHANGED, facts.build()).text())
          .contains(
              "Part 2, at the end of the probation\n  €1,750.00\n  "
                  + note
                  + "\n\nA part is earned");
    }

    @ParameterizedTest
    @CsvSource({
      "NL,EUR,175050,'€ 1.750,50'",
      "EN,EUR,175050,'€1,750.50'",
      "NL,EUR,5,'€ 0,05'",
      "EN,USD,100000000,'US$1,000,000.00'",
      "NL,JPY,1750,'JP¥ 1.750'"
    })
    void write_money_as_the_language_does(
        Language language, String currency, long minorUnits, String words) {
      var instalment =
          new LetterInstalment(
              1,
              Milestone.HIRE_AGREED,
              new Money(minorUnits, Currency.getInstance(currency)),
              Optional.empty(),
              Optional.empty(),
              PLANNED);
      var facts =
          bare(LetterKind.HIRED, language)
              .link(PAGE)
              .startsOn(Optional.of(day("2027-02-01")))
              .instalments(List.of(instalment))
              .build();

      assertThat(letters.write(LetterKind.HIRED, facts).text()).contains(": " + words + "\n\n");
    }

    @ParameterizedTest
    @CsvSource({
      "NL,De eerste werkdag is 3 maart 2027.",
      "EN,The first working day is 3 March 2027."
    })
    void write_days_as_the_language_does(Language language, String sentence) {
      var facts =
          bare(LetterKind.HIRED, language).link(PAGE).startsOn(Optional.of(day("2027-03-03")));

      assertThat(letters.write(LetterKind.HIRED, facts.build()).text()).contains(sentence);
    }
  }

  @Nested
  class A_reward_that_is_no_money {

    @Test
    void is_named_in_the_readers_language_and_told_to_payroll_by_its_label() {
      var asked =
          letters.write(
              LetterKind.PAYOUT, LetterFixtures.inKind(LetterKind.PAYOUT, NL, "Day\noff"));

      assertThat(asked.subject()).isEqualTo("Uit te reiken: 2 × Dag vrij, kenmerk RF-1042-1");
      assertThat(asked.text())
          .contains("Behandeling in de salarisadministratie", "Untaxed")
          .doesNotContain("Bedrag", "€ 0");
    }

    @Test
    void is_named_in_english() {
      var told =
          letters.write(LetterKind.PAID, LetterFixtures.inKind(LetterKind.PAID, EN, "Day\noff"));

      assertThat(told.subject()).startsWith("Handed out: 2 × Day off, for your referral");
      assertThat(told.text()).contains("2 × Day off").doesNotContain("Amount");
    }
  }

  private static LetterFacts points(int quantity) {
    return LetterFixtures.benefit(
        LetterKind.PAID, EN, new Benefit(RewardKind.POINTS, quantity, "punten", "points"));
  }

  @Test
  void points_are_credited_and_not_handed_out() {
    var told = letters.write(LetterKind.PAID, points(50));

    assertThat(told.subject()).startsWith("Credited: 50 points, for your referral");
    assertThat(told.text()).contains("in your account of points").doesNotContain("handed out");
    assertThat(letters.write(LetterKind.PAID, points(1)).subject()).contains("1 points");
  }

  @Nested
  class The_catalogue {

    private static final Pattern BRACES = Pattern.compile("\\{\\w+}");
    private static final Pattern MARK = Pattern.compile("«([^»]+)»");

    @Test
    void holds_no_words_that_no_letter_says() {
      var marked =
          Catalogue.of(EN).sentences().entrySet().stream()
              .collect(toMap(Map.Entry::getKey, entry -> mark(entry.getKey(), entry.getValue())));
      var marking = new Letters(Map.of(EN, new Catalogue(marked)));

      var said =
          Stream.concat(
                  everything().map(letter -> marking.write(letter.kind(), letter.facts())),
                  ProgrammeLetterFixtures.everything()
                      .map(new ProgrammeLetters(Map.of(EN, new Catalogue(marked)))::write))
              .flatMap(letter -> MARK.matcher(letter.subject() + letter.text()).results())
              .map(found -> found.group(1))
              .collect(toSet());

      var forLetters = new TreeSet<>(marked.keySet());
      forLetters.removeIf(key -> key.startsWith("summary."));
      assertThat(said).isEqualTo(forLetters);
    }

    @Test
    void has_words_for_all_that_can_be_told() {
      var all = everything().toList();

      for (var letter : all) {
        assertThatCode(() -> letters.write(letter.kind(), letter.facts()))
            .doesNotThrowAnyException();
      }
    }

    private static String mark(String key, String sentence) {
      var mark = "«" + key + "»";
      return key.startsWith("pattern.")
          ? "'" + mark + "'"
          : BRACES.matcher(sentence).results().map(MatchResult::group).reduce(mark, String::concat);
    }

    private static Stream<Told> everything() {
      var told = new ArrayList<Told>();
      for (var kind : LetterKind.values()) {
        told.add(new Told(kind, full(kind, EN)));
        told.add(new Told(kind, minimal(kind, EN)));
      }
      for (var stage : Stage.values()) {
        told.add(end(LetterKind.ENDED, Optional.of(stage), Optional.empty()));
      }
      for (var reason : RejectionReason.values()) {
        told.add(end(LetterKind.ENDED, Optional.empty(), Optional.of(reason)));
        told.add(end(LetterKind.REJECTED, Optional.empty(), Optional.of(reason)));
      }
      told.add(
          new Told(LetterKind.ENDED, bare(LetterKind.ENDED, EN).link(PAGE).appealDays(28).build()));
      for (var state : InstalmentState.values()) {
        told.add(plan(first(state)));
      }
      told.add(
          new Told(
              LetterKind.PROMISE_NEAR,
              bare(LetterKind.PROMISE_NEAR, EN)
                  .link(PAGE)
                  .instalments(List.of(first(InstalmentState.HELD)))
                  .payout(1, "RF-1042-1")
                  .build()));
      var milestones =
          List.of(
              Milestone.HIRE_AGREED,
              Milestone.FIRST_WORKING_DAY,
              Milestone.END_OF_PROBATION,
              new Milestone.MonthsServed(1),
              new Milestone.MonthsServed(6),
              new Milestone.OnDay(day("2027-01-31")));
      for (var milestone : milestones) {
        told.add(plan(LetterFixtures.undated(1, milestone)));
      }
      told.add(
          new Told(
              LetterKind.GOODBYE,
              LetterFacts.about(EN, "Example Engineering", "Sam Sample", "", "", 1042).build()));
      told.add(
          new Told(
              LetterKind.GOODBYE,
              LetterFixtures.with(LetterKind.GOODBYE, EN, Set.of(LetterFixtures.Need.STARTS_ON))));
      told.add(
          new Told(
              LetterKind.PROMISE_NEAR,
              bare(LetterKind.PROMISE_NEAR, EN)
                  .link(PAGE)
                  .instalments(List.of(first(InstalmentState.HELD)))
                  .payout(1, "RF-1042-1")
                  .build()));
      told.add(new Told(LetterKind.PAYOUT, LetterFixtures.inKind(LetterKind.PAYOUT, EN, " ")));
      told.add(new Told(LetterKind.PAID, LetterFixtures.inKind(LetterKind.PAID, EN, "Day off")));
      told.add(new Told(LetterKind.PAID, points(1)));
      return told.stream();
    }

    private static Told end(
        LetterKind kind, Optional<Stage> stage, Optional<RejectionReason> reason) {
      var facts =
          bare(kind, EN).link(PAGE).keptUntil(Optional.of(day("2027-01-04"))).ending(stage, reason);
      return new Told(kind, facts.build());
    }

    private static Told plan(LetterInstalment instalment) {
      var facts = bare(LetterKind.PLAN_CHANGED, EN).link(PAGE).instalments(List.of(instalment));
      return new Told(LetterKind.PLAN_CHANGED, facts.build());
    }
  }

  private record Told(LetterKind kind, LetterFacts facts) {}

  private static void assertWellFormed(String html) {
    assertThatCode(() ->
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html))))
        .doesNotThrowAnyException();
  }
}
