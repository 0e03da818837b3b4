package io.referralflow.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Writes every letter in both languages to `target/letters/`, to be looked at in a browser: open
/// `index.html` there.
class LetterPreviewTest {

  private static final Path FOLDER = Path.of("target", "letters");

  private final Letters letters = new Letters();

  @Test
  void every_letter_can_be_looked_at() throws IOException {
    Files.createDirectories(FOLDER);
    var rows = new StringBuilder();
    for (var kind : LetterKind.values()) {
      for (var language : Language.values()) {
        rows.append(page(kind, language));
      }
    }

    var index =
        Files.writeString(
            FOLDER.resolve("index.html"),
            """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"/><title>Letters</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <table>%s</table></html>
            """
                .formatted(rows));

    assertThat(index).content().contains("invitation-nl.html", "payout-copy-en.txt");
  }

  private String page(LetterKind kind, Language language) throws IOException {
    var facts = LetterFixtures.full(kind, language);
    var erased = kind == LetterKind.GOODBYE || kind == LetterKind.ENDED;
    var letter = letters.write(kind, erased ? LetterFixtures.minimal(kind, language) : facts);
    var name = kind.wireName() + "-" + language.tag();
    var html = Files.writeString(FOLDER.resolve(name + ".html"), letter.html());
    var text = Files.writeString(FOLDER.resolve(name + ".txt"), letter.text());
    assertThat(Optional.of(html)).isNotEmpty();
    return "<tr><td>%s<td><a href=\"%s\">%s</a><td><a href=\"%s\">text</a></tr>%n"
        .formatted(name, html.getFileName(), letter.subject(), text.getFileName());
  }
}
