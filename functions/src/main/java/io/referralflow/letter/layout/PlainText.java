package io.referralflow.letter.layout;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A letter as plain text: labels beside or above their values, and addresses on lines of their
/// own. Lines are not broken, so that each screen breaks them where its own edge is.
public final class PlainText {

  private static final int SHORT_LABEL = 40;
  private static final int SHORT_VALUE = 48;
  private static final String INDENT = "  ";
  private static final char NO_BREAK_SPACE = '\u00a0';

  private PlainText() {}

  public static String of(Sheet sheet) {
    var blocks = sheet.blocks().stream().map(PlainText::text);
    var end = Stream.of(sheet.closing() + "\n" + sheet.sender(), "--\n" + sheet.footer());
    return Stream.concat(blocks, end)
        .collect(Collectors.joining("\n\n", "", "\n"))
        .replace(NO_BREAK_SPACE, ' ');
  }

  private static String text(Block block) {
    return switch (block) {
      case Block.Paragraph(var text) -> text;
      case Block.Heading(var text) -> text + "\n" + "-".repeat(text.length());
      case Block.Table(var rows) ->
          rows.stream().allMatch(PlainText::isShort) ? beside(rows) : above(rows);
      case Block.Button(var label, var address) -> label + ":\n" + address.toASCIIString();
    };
  }

  private static boolean isShort(Block.Row row) {
    return row.note().isEmpty()
        && row.label().length() <= SHORT_LABEL
        && row.value().length() <= SHORT_VALUE;
  }

  private static String beside(List<Block.Row> rows) {
    var widest = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    return rows.stream()
        .map(row -> row.label() + ":" + " ".repeat(widest - row.label().length() + 1) + row.value())
        .collect(Collectors.joining("\n"));
  }

  private static String above(List<Block.Row> rows) {
    return rows.stream().map(PlainText::stacked).collect(Collectors.joining("\n\n"));
  }

  private static String stacked(Block.Row row) {
    return Stream.of(row.value(), row.note())
        .filter(line -> !line.isEmpty())
        .map(line -> "\n" + INDENT + line)
        .collect(Collectors.joining("", row.label(), ""));
  }
}
