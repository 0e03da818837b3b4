package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.letter.layout.Block;
import io.referralflow.letter.layout.Html;
import io.referralflow.letter.layout.PlainText;
import io.referralflow.letter.layout.Sheet;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A letter while it is written: each call adds what the catalogue says under a key.
final class Draft {

  private final String name;
  private final String footer;
  private final Language language;
  private final Optional<URI> link;
  private final Catalogue catalogue;
  private final Vocabulary vocabulary;
  private final Map<String, String> words;
  private final List<Block> blocks = new ArrayList<>();

  Draft(LetterKind kind, LetterFacts facts, Catalogue catalogue) {
    this.name = kind.wireName();
    this.footer = Vocabulary.wireName(kind.recipient());
    this.language = facts.language();
    this.link = facts.link();
    this.catalogue = catalogue;
    this.vocabulary = new Vocabulary(catalogue, facts.language());
    this.words = vocabulary.wordsFor(kind.recipient(), facts);
  }

  /// A letter of the programme.
  ///
  /// @param name what its subject and its footer are called in the catalogue
  Draft(String name, ProgrammeLetter.Head head, Catalogue catalogue, Map<String, String> words) {
    this.name = name;
    this.footer = name;
    this.language = head.language();
    this.link = Optional.of(head.link());
    this.catalogue = catalogue;
    this.vocabulary = new Vocabulary(catalogue, head.language());
    this.words = new HashMap<>(words);
    this.words.put("organisation", OutsideText.title(head.organisation()).orElse("ReferralFlow"));
    OutsideText.name(head.recipient()).ifPresent(known -> this.words.put("recipient", known));
  }

  boolean knows(String word) {
    return words.containsKey(word);
  }

  void greets() {
    says(knows("recipient") ? "greeting" : "greeting.nameless");
  }

  void says(String key) {
    blocks.add(new Block.Paragraph(sentence(key)));
  }

  void saysIfKnown(String word, String key) {
    if (knows(word)) {
      says(key);
    }
  }

  void heading(String key) {
    blocks.add(new Block.Heading(sentence(key)));
  }

  /// Sentences, each under a label of its own.
  void explains(List<String> keys) {
    blocks.add(
        new Block.Table(
            keys.stream()
                .map(key -> new Block.Row(sentence("label." + key), sentence(key)))
                .toList()));
  }

  /// Single words, each beside its label.
  void lists(String... wanted) {
    blocks.add(
        new Block.Table(
            Arrays.stream(wanted)
                .map(word -> new Block.Row(sentence("label." + word), word(word)))
                .toList()));
  }

  /// The reward, part by part.
  void plan(String headingKey, List<LetterInstalment> instalments) {
    if (!instalments.isEmpty()) {
      heading(headingKey);
      blocks.add(new Block.Table(instalments.stream().map(vocabulary::row).toList()));
    }
  }

  /// A line that was written elsewhere.
  void quotes(String line) {
    blocks.add(new Block.Paragraph("– " + line));
  }

  void table(List<Block.Row> rows) {
    if (!rows.isEmpty()) {
      blocks.add(new Block.Table(rows));
    }
  }

  void button(String key) {
    blocks.add(
        new Block.Button(
            sentence(key),
            link.orElseThrow(() -> new IllegalArgumentException("No link for " + key))));
  }

  Letter finish() {
    return finish(name + ".subject");
  }

  Letter finish(String subjectKey) {
    var subject = OutsideText.plain(sentence(subjectKey));
    var sheet =
        new Sheet(
            language.tag(),
            subject,
            word("organisation"),
            blocks,
            sentence("closing"),
            sentence("footer." + footer));
    return new Letter(subject, PlainText.of(sheet), Html.of(sheet));
  }

  private String word(String wanted) {
    return Catalogue.word(wanted, name, words);
  }

  /// A sentence begins with a capital, also when its first word is a name typed without one or the
  /// words that stand in for a name.
  private String sentence(String key) {
    var said = catalogue.say(key, words);
    var first = said.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + said.substring(Character.charCount(first));
  }
}
