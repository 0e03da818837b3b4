package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.letter.layout.Block;
import io.referralflow.reward.Money;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns facts into words of one language: money, dates, names and the terms of the business.
final class Vocabulary {

  private final Catalogue catalogue;
  private final Locale locale;

  Vocabulary(Catalogue catalogue, Language language) {
    this.catalogue = catalogue;
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
    words.put("milestone", term("milestone." + wireName(instalment.milestone())));
    return new Block.Row(
        catalogue.say("instalment", words),
        money(instalment.amount()),
        catalogue.sayIfKnown("instalment." + wireName(instalment.state()), words).orElse(""));
  }

  private Map<String, String> wordsOf(LetterInstalment instalment) {
    var words = new HashMap<String, String>();
    words.put("number", Integer.toString(instalment.number()));
    words.put("amount", money(instalment.amount()));
    putDate(words, "dueOn", instalment.dueOn());
    putDate(words, "promisedOn", instalment.promisedOn());
    return words;
  }

  private void putDate(Map<String, String> words, String name, Optional<LocalDate> day) {
    day.ifPresent(date -> words.put(name, date.format(pattern("pattern.day"))));
  }

  private String money(Money money) {
    var format = NumberFormat.getCurrencyInstance(locale);
    var digits = money.currency().getDefaultFractionDigits();
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(money.amount());
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
