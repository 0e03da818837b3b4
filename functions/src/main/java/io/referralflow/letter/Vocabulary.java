package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.letter.layout.Block;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.RewardKind;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns facts into words of one language: money, dates, names and the terms of the business.
final class Vocabulary {

  private final Catalogue catalogue;
  private final Locale locale;
  private final Language language;

  Vocabulary(Catalogue catalogue, Language language) {
    this.catalogue = catalogue;
    this.language = language;
    this.locale =
        switch (language) {
          case NL -> Locale.of("nl", "NL");
          case EN -> Locale.of("en", "IE");
        };
  }

  /// The words that a letter to this recipient may use. Finance gets no word about the candidate or
  /// the vacancy, so that no sentence can tell them.
  Map<String, String> wordsFor(Recipient recipient, LetterFacts facts) {
    var words = new HashMap<String, String>();
    words.put("receipt", Long.toString(facts.receiptNumber()));
    words.put("organisation", OutsideText.title(facts.organisation()).orElse("ReferralFlow"));
    var referrer = OutsideText.name(facts.referrer()).orElseGet(() -> term("colleague"));
    words.put("referrer", referrer);
    words.put("payee", referrer);
    OutsideText.name(facts.recipient()).ifPresent(name -> words.put("recipient", name));
    facts.privacyContact().ifPresent(address -> words.put("privacyContact", address));
    facts.taxLabel().flatMap(OutsideText::title).ifPresent(label -> words.put("taxLabel", label));
    facts.reference().ifPresent(reference -> words.put("reference", reference));
    putDate(words, "answerBy", facts.answerBy());
    putDate(words, "keptUntil", facts.keptUntil());
    putDate(words, "startsOn", facts.startsOn());
    putDate(words, "paidOn", facts.paidOn());
    facts
        .receivedAt()
        .ifPresent(at -> words.put("receivedAt", at.format(pattern("pattern.moment"))));
    facts.stage().ifPresent(stage -> words.put("stage", term("stage." + wireName(stage))));
    facts.reason().ifPresent(reason -> words.put("reason", term("reason." + wireName(reason))));
    facts.appealDays().ifPresent(days -> words.put("appealDays", Integer.toString(days)));
    facts.subjectInstalment().ifPresent(instalment -> words.putAll(wordsOf(instalment)));
    if (recipient != Recipient.FINANCE) {
      words.put("vacancy", OutsideText.title(facts.vacancy()).orElseGet(() -> term("vacancy")));
      words.put(
          "candidate",
          facts
              .candidate()
              .flatMap(OutsideText::name)
              .orElseGet(() -> catalogue.say("candidate", words)));
    }
    return words;
  }

  /// One part of the reward as a line of a table.
  Block.Row row(LetterInstalment instalment) {
    var words = wordsOf(instalment);
    words.put("milestone", milestone(instalment.milestone()));
    return new Block.Row(
        catalogue.say("instalment", words),
        what(instalment),
        catalogue.sayIfKnown("instalment." + wireName(instalment.state()), words).orElse(""));
  }

  String milestone(Milestone milestone) {
    return switch (milestone) {
      case Milestone.HireAgreed _ -> term("milestone.hire-agreed");
      case Milestone.FirstWorkingDay _ -> term("milestone.first-working-day");
      case Milestone.EndOfProbation _ -> term("milestone.end-of-probation");
      case Milestone.MonthsServed(var months) ->
          months == 1
              ? term("milestone.month-in-service")
              : catalogue.say(
                  "milestone.months-in-service", Map.of("months", Integer.toString(months)));
      case Milestone.OnDay(var day) -> catalogue.say("milestone.on-day", Map.of("day", day(day)));
    };
  }

  private Map<String, String> wordsOf(LetterInstalment instalment) {
    var words = new HashMap<String, String>();
    words.put("number", Integer.toString(instalment.number()));
    words.put("amount", what(instalment));
    instalment.benefit().ifPresent(benefit -> words.put("benefit", words(benefit)));
    instalment
        .benefit()
        .filter(benefit -> benefit.kind() == RewardKind.POINTS)
        .ifPresent(benefit -> words.put("points", words(benefit)));
    putDate(words, "dueOn", instalment.dueOn());
    putDate(words, "promisedOn", instalment.promisedOn());
    return words;
  }

  private String what(LetterInstalment instalment) {
    return instalment.benefit().map(this::words).orElseGet(() -> money(instalment.amount()));
  }

  /// So many of what the programme calls it: "2 × extra day off", or the name alone where it is
  /// one; of points "50 points".
  String words(Benefit benefit) {
    var name =
        switch (language) {
          case NL -> benefit.dutch();
          case EN -> benefit.english();
        };
    var known = OutsideText.title(name).orElseGet(() -> term("benefit"));
    if (benefit.kind() == RewardKind.POINTS) {
      return benefit.quantity() + " " + known;
    }
    return benefit.quantity() == 1 ? known : benefit.quantity() + " × " + known;
  }

  private void putDate(Map<String, String> words, String name, Optional<LocalDate> day) {
    day.ifPresent(date -> words.put(name, day(date)));
  }

  String money(Money money) {
    var format = NumberFormat.getCurrencyInstance(locale);
    var digits = money.currency().getDefaultFractionDigits();
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(money.amount());
  }

  String day(LocalDate date) {
    return date.format(pattern("pattern.day"));
  }

  String moment(ZonedDateTime at) {
    return at.format(pattern("pattern.moment"));
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(term(key), locale);
  }

  private String term(String key) {
    return catalogue.say(key, Map.of());
  }

  static String wireName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
