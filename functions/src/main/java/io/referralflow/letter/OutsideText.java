package io.referralflow.letter;

import java.text.Bidi;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text that people outside the product typed, made harmless for a letter: one line, of bounded
/// length, without characters that nobody can see or that turn the direction of the text around it.
/// A mail goes out under the organisation's name to somebody who did not ask for it, so a name must
/// not be able to carry a link of its own either.
final class OutsideText {

  private static final int LONGEST = 100;
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final char NO_BREAK_SPACE = '\u00a0';

  private static final Pattern ISOLATES = Pattern.compile("[\u2068\u2069]");
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]|[\\p{Cf}&&[^\\x{200C}\\x{200D}]]|[\uFFFE\uFFFF]");
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern WEB_ADDRESS = Pattern.compile("://|@");
  private static final Pattern DOT_INSIDE =
      Pattern.compile("\\.(?=[\\p{L}\\p{N}\\x{200C}\\x{200D}])");

  private OutsideText() {}

  /// A title or an organisation: typed by staff who may publish.
  static Optional<String> title(String typed) {
    return line(visible(typed));
  }

  /// A person's name: typed by anybody. No mail program finds an address in it to make a link of.
  static Optional<String> name(String typed) {
    var noAddress = WEB_ADDRESS.matcher(visible(typed)).replaceAll(" ");
    return line(DOT_INSIDE.matcher(noAddress).replaceAll(". "));
  }

  /// A line of plain words: without isolates and with ordinary spaces only.
  static String plain(String line) {
    return ISOLATES.matcher(line).replaceAll("").replace(NO_BREAK_SPACE, ' ');
  }

  private static String visible(String typed) {
    return INVISIBLE.matcher(typed).replaceAll(" ");
  }

  private static Optional<String> line(String words) {
    var line = GAP.matcher(words).replaceAll(" ").strip();
    return line.isEmpty() ? Optional.empty() : Optional.of(isolated(bounded(line)));
  }

  private static String bounded(String line) {
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }

  /// Text that runs from right to left keeps to itself, so that it cannot reorder the sentence.
  private static String isolated(String line) {
    return Bidi.requiresBidi(line.toCharArray(), 0, line.length())
        ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE
        : line;
  }
}
