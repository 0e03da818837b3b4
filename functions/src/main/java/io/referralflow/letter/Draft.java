package io.referralflow.letter;

import io.referralflow.letter.layout.Block;
import io.referralflow.letter.layout.Html;
import io.referralflow.letter.layout.PlainText;
import io.referralflow.letter.layout.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A letter while it is written: each call adds what the catalogue says under a key.
final class Draft {

  private final LetterKind kind;
  private final Catalogue catalogue;
  private final LetterFacts facts;
  private final Vocabulary vocabulary;
  private final Map<String, String> words;
  private final List<Block> blocks = new ArrayList<>();

  Draft(LetterKind kind, LetterFacts facts, Catalogue catalogue) {
    this.kind = kind;
    this.facts = facts;
    this.catalogue = catalogue;
    this.vocabulary = new Vocabulary(catalogue, facts.language());
    this.words = vocabulary.wordsFor(kind.recipient(), facts);
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

  void button(String key) {
    blocks.add(
        new Block.Button(
            sentence(key),
            facts.link().orElseThrow(() -> new IllegalArgumentException("No link for " + key))));
  }

  Letter finish() {
    return finish(kind.wireName() + ".subject");
  }

  Letter finish(String subjectKey) {
    var subject = OutsideText.plain(sentence(subjectKey));
    var audience = Vocabulary.wireName(kind.recipient());
    var sheet =
        new Sheet(
            facts.language().tag(),
            subject,
            word("organisation"),
            blocks,
            sentence("closing"),
            sentence("footer." + audience));
    return new Letter(subject, PlainText.of(sheet), Html.of(sheet));
  }

  private String word(String name) {
    return Catalogue.word(name, kind.wireName(), words);
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
