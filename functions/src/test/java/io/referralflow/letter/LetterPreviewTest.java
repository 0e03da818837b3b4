package io.referralflow.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Writes every letter in both languages to `target/letters/`, with all facts and with as few as
/// can be, to be looked at in a browser: open `index.html` there.
class LetterPreviewTest {

  private static final Path FOLDER = Path.of("target", "letters");

  private final Letters letters = new Letters();

  @Test
  void every_letter_can_be_looked_at() throws IOException {
    var folder = Files.createDirectories(FOLDER);
    var list = new StringBuilder();
    for (var kind : LetterKind.values()) {
      for (var language : Language.values()) {
        var name = kind.wireName() + "-" + language.tag();
        list.append(page(name, letters.write(kind, LetterFixtures.full(kind, language))));
        list.append(
            page(name + "-short", letters.write(kind, LetterFixtures.minimal(kind, language))));
      }
    }

    var index =
        Files.writeString(
            folder.resolve("index.html"),
            """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>Letters</title>
            <h1>Letters</h1>
            <ul>
            %s</ul>
            </html>
            """
                .formatted(list));

    assertThat(index).content().contains("invitation-nl.html", "payout-copy-en-short.txt");
  }

  private static String page(String name, Letter letter) throws IOException {
    var html = Files.writeString(FOLDER.resolve(name + ".html"), letter.html());
    var text = Files.writeString(FOLDER.resolve(name + ".txt"), letter.text());
    return "<li>%s: <a href=\"%s\">%s</a> (<a href=\"%s\">text</a>)</li>\n"
        .formatted(name, html.getFileName(), letter.subject(), text.getFileName());
  }
}
