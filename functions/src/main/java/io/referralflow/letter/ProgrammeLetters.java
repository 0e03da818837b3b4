package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.letter.ProgrammeLetter.ActionEnded;
import io.referralflow.letter.ProgrammeLetter.OrderDelivered;
import io.referralflow.letter.ProgrammeLetter.OrderPlaced;
import io.referralflow.letter.ProgrammeLetter.PayRunClosed;
import io.referralflow.letter.ProgrammeLetter.TermsChanged;
import io.referralflow.letter.ProgrammeLetter.ToPay;
import io.referralflow.letter.layout.Block;
import io.referralflow.reward.Money;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes the letters of the programme as [Letters] writes those of a referral: which sentences
/// each has, in which order, and when one falls away. The same facts always give the same letter.
public final class ProgrammeLetters {

  private final Map<Language, Catalogue> catalogues;

  /// Reads both catalogues, so that a snapshot of a started function holds them.
  public ProgrammeLetters() {
    this(
        Arrays.stream(Language.values())
            .collect(Collectors.toMap(Function.identity(), Catalogue::of)));
  }

  ProgrammeLetters(Map<Language, Catalogue> catalogues) {
    this.catalogues = Map.copyOf(catalogues);
  }

  public Letter write(ProgrammeLetter letter) {
    var language = letter.head().language();
    var catalogue = catalogues.get(language);
    if (catalogue == null) {
      throw new IllegalStateException("No catalogue for " + language);
    }
    var vocabulary = new Vocabulary(catalogue, language);
    return switch (letter) {
      case ActionEnded ended -> actionEnded(ended, catalogue, vocabulary);
      case PayRunClosed run -> payRunClosed(run, catalogue, vocabulary);
      case OrderPlaced placed -> orderPlaced(placed, catalogue);
      case OrderDelivered delivered -> orderDelivered(delivered, catalogue);
      case TermsChanged changed -> termsChanged(changed, catalogue, vocabulary);
    };
  }

  private static Letter actionEnded(
      ActionEnded letter, Catalogue catalogue, Vocabulary vocabulary) {
    var words = new HashMap<String, String>();
    words.put("action", OutsideText.title(letter.name()).orElse("—"));
    words.put("startsOn", vocabulary.day(letter.startsOn()));
    words.put("endsOn", vocabulary.day(letter.endsOn()));
    words.put("submitted", Integer.toString(letter.count().submitted()));
    words.put("hired", Integer.toString(letter.count().hired()));
    words.put("paid", Integer.toString(letter.count().paid()));
    words.put("kept", Integer.toString(letter.count().kept()));
    words.put("late", Integer.toString(letter.count().late()));
    words.put("costPaid", sum(letter, ProgrammeLetter.Cost::paid, vocabulary));
    words.put("costOpen", sum(letter, ProgrammeLetter.Cost::open, vocabulary));
    var draft = new Draft("action-ended", letter.head(), catalogue, words);
    draft.greets();
    draft.says("action-ended.ended");
    draft.lists("submitted", "hired", "paid", "kept", "late");
    if (!letter.costs().isEmpty()) {
      draft.lists("costPaid", "costOpen");
    }
    draft.says("action-ended.decide");
    draft.button("action-ended.button");
    return draft.finish();
  }

  private static Letter orderPlaced(OrderPlaced letter, Catalogue catalogue) {
    var words = new HashMap<String, String>();
    words.put("item", item(letter.item(), catalogue));
    words.put("orderedBy", payee(letter.by(), catalogue));
    letter.taxLabel().flatMap(OutsideText::title).ifPresent(label -> words.put("taxLabel", label));
    var draft = new Draft("order-placed", letter.head(), catalogue, words);
    draft.says("order-placed.please");
    draft.lists("item", "orderedBy");
    if (draft.knows("taxLabel")) {
      draft.lists("taxLabel");
    }
    draft.says("order-placed.mark");
    return draft.finish();
  }

  private static Letter orderDelivered(OrderDelivered letter, Catalogue catalogue) {
    var words = new HashMap<String, String>();
    words.put("item", item(letter.item(), catalogue));
    words.put("price", Integer.toString(letter.price()));
    var draft = new Draft("order-delivered", letter.head(), catalogue, words);
    draft.greets();
    draft.says("order-delivered.here");
    draft.says("order-delivered.wrong");
    return draft.finish();
  }

  private static String item(String title, Catalogue catalogue) {
    return OutsideText.title(title).orElseGet(() -> catalogue.say("benefit", Map.of()));
  }

  private static String payee(String name, Catalogue catalogue) {
    return OutsideText.name(name).orElseGet(() -> catalogue.say("colleague", Map.of()));
  }

  private static Letter payRunClosed(
      PayRunClosed letter, Catalogue catalogue, Vocabulary vocabulary) {
    var toPay = letter.items().stream().filter(item -> !item.held()).toList();
    var held = letter.items().stream().filter(ToPay::held).toList();
    var words = new HashMap<String, String>();
    words.put("payDay", vocabulary.day(letter.payDay()));
    words.put("cutOff", vocabulary.day(letter.cutOff()));
    words.put("count", Integer.toString(toPay.size()));
    words.put("total", total(toPay, vocabulary));
    var draft = new Draft("pay-run-closed", letter.head(), catalogue, words);
    if (letter.again()) {
      draft.says("pay-run-closed.copy");
    }
    draft.says("pay-run-closed.please");
    draft.table(toPay.stream().map(item -> row(item, catalogue, vocabulary)).toList());
    if (!words.get("total").isEmpty()) {
      draft.lists("total");
    }
    if (!held.isEmpty()) {
      draft.heading("pay-run-closed.held");
      draft.says("pay-run-closed.do-not-pay");
      draft.table(held.stream().map(item -> row(item, catalogue, vocabulary)).toList());
    }
    draft.says("payout.truth");
    draft.button("payout.button");
    return letter.again() ? draft.finish("pay-run-closed.copy-subject") : draft.finish();
  }

  private static Block.Row row(ToPay item, Catalogue catalogue, Vocabulary vocabulary) {
    return new Block.Row(
        catalogue.say(
            "pay-run-closed.item",
            Map.of("reference", item.reference(), "payee", payee(item.payee(), catalogue))),
        item.benefit().map(vocabulary::words).orElseGet(() -> vocabulary.money(item.amount())),
        item.taxLabel().flatMap(OutsideText::title).orElse(""));
  }

  /// The sum of all money, one for each currency; empty where there is none.
  private static String total(List<ToPay> items, Vocabulary vocabulary) {
    return items.stream()
        .filter(item -> item.benefit().isEmpty())
        .map(ToPay::amount)
        .collect(Collectors.groupingBy(Money::currency, Collectors.summingLong(Money::minorUnits)))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(each -> each.getKey().getCurrencyCode()))
        .map(each -> vocabulary.money(new Money(each.getValue(), each.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static Letter termsChanged(
      TermsChanged letter, Catalogue catalogue, Vocabulary vocabulary) {
    var words = new HashMap<String, String>();
    words.put("from", vocabulary.moment(letter.from()));
    words.put("version", Integer.toString(letter.version()));
    words.put(
        "programme",
        letter
            .programme()
            .flatMap(OutsideText::title)
            .map(name -> catalogue.say("terms-changed.own", Map.of("name", name)))
            .orElseGet(() -> catalogue.say("terms-changed.organisations", Map.of())));
    var draft = new Draft("terms-changed", letter.head(), catalogue, words);
    draft.greets();
    draft.says(letter.inForce() ? "terms-changed.in-force" : "terms-changed.announced");
    if (letter.added().isEmpty() && letter.removed().isEmpty()) {
      draft.says("terms-changed.words-only");
    }
    lines(draft, "terms-changed.new", letter.added());
    lines(draft, "terms-changed.gone", letter.removed());
    draft.heading("terms-changed.for-you");
    draft.says(letter.inForce() ? "terms-changed.from-now" : "terms-changed.from-then");
    draft.table(letter.open().stream().map(open -> row(open, letter, catalogue)).toList());
    draft.button("terms-changed.button");
    return draft.finish();
  }

  private static void lines(Draft draft, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      draft.heading(heading);
      lines.forEach(draft::quotes);
    }
  }

  private static Block.Row row(TermsChanged.Open open, TermsChanged letter, Catalogue catalogue) {
    var applies = open.version() == letter.version();
    return new Block.Row(
        catalogue.say(
            "terms-changed.referral", Map.of("receipt", Long.toString(open.receiptNumber()))),
        catalogue.say(
            applies ? "terms-changed.applies" : "terms-changed.does-not-apply",
            Map.of("kept", Integer.toString(open.version()))));
  }

  /// One amount for each currency.
  private static String sum(
      ActionEnded letter, Function<ProgrammeLetter.Cost, Money> part, Vocabulary vocabulary) {
    return letter.costs().stream()
        .map(part)
        .map(vocabulary::money)
        .collect(Collectors.joining(", "));
  }
}
