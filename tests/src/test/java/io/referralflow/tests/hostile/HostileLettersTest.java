package io.referralflow.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import io.referralflow.letter.Letter;
import io.referralflow.letter.LetterFacts;
import io.referralflow.letter.LetterInstalment;
import io.referralflow.letter.LetterKind;
import io.referralflow.letter.Letters;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.Stage;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Whatever people typed, a letter is the same letter with other words in it. A parser that had no
/// part in writing it finds the same elements with the same attributes, no subject and no line
/// holds what a header could begin with, and no address is there that is not ours.
class HostileLettersTest {

  /// For each kind of letter in each language.
  private static final int TIMES = 100;

  private static final long SEED = 33;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z]+://\\S+|www\\.\\S+|\\S+@\\S+|\\S+\\.example\\S*");
  private static final URI PAGE = URI.create("https://referrals.example.com/#/referrals/1042");

  private final Letters letters = new Letters();
  private int written;

  @Test
  void a_hostile_letter_is_the_same_letter_with_other_words() {
    var hostile = new Hostile(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    for (var kind : LetterKind.values()) {
      for (var language : Language.values()) {
        var harmless = letters.write(kind, facts(kind, language, () -> "Word", () -> "Word"));
        for (var i = 0; i < TIMES; i++) {
          compare(
              letters.write(kind, facts(kind, language, hostile::line, hostile::line)), harmless);
          compareAddresses(
              letters.write(kind, facts(kind, language, hostile::line, () -> "Word")), harmless);
          written += 2;
        }
      }
    }

    System.out.printf("Hostile text: %d letters written and read again, seed %d%n", written, SEED);
    assertThat(written).isGreaterThanOrEqualTo(TIMES * 4 * 16);
  }

  private static void compare(Letter hostile, Letter harmless) {
    assertThat(skeleton(hostile.html())).as(hostile.html()).isEqualTo(skeleton(harmless.html()));
    assertThat(CONTROL.matcher(hostile.subject()).find()).as(hostile.subject()).isFalse();
    assertThat(CONTROL.matcher(hostile.text().replace("\n", "")).find())
        .as(hostile.text())
        .isFalse();
  }

  /// A name carries no address; a title, by staff who may publish, can.
  private static void compareAddresses(Letter hostile, Letter harmless) {
    compare(hostile, harmless);
    assertThat(addresses(hostile.subject())).isEmpty();
    assertThat(addresses(hostile.text())).isEqualTo(addresses(harmless.text()));
    assertThat(addresses(Jsoup.parse(hostile.html()).text()))
        .isEqualTo(addresses(Jsoup.parse(harmless.html()).text()));
  }

  /// The elements of a page with their attributes, without its text.
  private static List<String> skeleton(String html) {
    return Jsoup.parse(html).getAllElements().stream().map(HostileLettersTest::bones).toList();
  }

  private static String bones(Element element) {
    return element.parents().size()
        + " "
        + element.tagName()
        + element.attributes()
        + (element.tagName().equals("style") ? element.data() : "");
  }

  private static List<String> addresses(String text) {
    return ADDRESS.matcher(text).results().map(found -> found.group()).toList();
  }

  /// All that can be known, with every text that somebody typed.
  private static LetterFacts facts(
      LetterKind kind, Language language, Supplier<String> name, Supplier<String> title) {
    var day = LocalDate.of(2027, 2, 1);
    return LetterFacts.about(language, title.get(), name.get(), name.get(), title.get(), 1042)
        .candidate(Optional.of(name.get()))
        .link(PAGE)
        .receivedAt(day.atTime(9, 15).atZone(ZoneId.of("Europe/Amsterdam")))
        .answerBy(day)
        .keptUntil(Optional.of(day))
        .startsOn(kind == LetterKind.GOODBYE ? Optional.empty() : Optional.of(day))
        .instalments(
            List.of(
                new LetterInstalment(
                    1,
                    Milestone.FIRST_WORKING_DAY,
                    new Money(175_000, Currency.getInstance("EUR")),
                    Optional.of(day),
                    Optional.of(day.plusDays(30)),
                    InstalmentState.RELEASED)))
        .payout(1, "RF-1042-1")
        .paidOn(day)
        .ending(Optional.of(Stage.HIRING), Optional.of(RejectionReason.EXPERIENCE))
        .build();
  }
}
