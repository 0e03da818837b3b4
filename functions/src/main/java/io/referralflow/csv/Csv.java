package io.referralflow.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// Reads and writes tables as RFC 4180 has them, with a comma or, as spreadsheets of some countries
/// write them, a semicolon.
public final class Csv {

  /// A cell that begins with one of these is a formula to a spreadsheet (OWASP, *CSV Injection*).
  private static final String FORMULA = "=+-@\t\r";

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private Csv() {}

  /// What a file turned out to be.
  public sealed interface Reading {
    /// A table.
    record Right(Table table) implements Reading {}

    /// Not a table.
    record Malformed(List<Flaw> flaws) implements Reading {
      public Malformed {
        flaws = List.copyOf(flaws);
      }
    }
  }

  /// What is wrong with the form of a file.
  ///
  /// @param line the line's number; the first one is 1
  public record Flaw(long line, Kind kind) {}

  /// A kind of flaw.
  public enum Kind {
    /// There is no line with the names of the columns.
    NO_HEADER,
    /// A column has no name, or the name of another.
    COLUMN_NAMES,
    /// The line has more or fewer cells than there are columns.
    CELLS,
    /// A quotation does not end, or something stands behind its end.
    QUOTATION
  }

  /// Reads a file, its first line being the names of the columns. Lines that are empty are passed
  /// over. All lines with a flaw are named at once.
  public static Reading read(String text) {
    var unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    var records = new ArrayList<CsvRecord>();
    try (var reader =
        CsvReader.builder()
            .fieldSeparator(separator(unmarked))
            .allowMissingFields(true)
            .allowExtraFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(unmarked)) {
      reader.forEach(records::add);
    } catch (CsvParseException _) {
      return flaw(records.isEmpty() ? 1 : records.getLast().getStartingLineNumber() + 1);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return table(records);
  }

  private static Reading flaw(long line) {
    return new Reading.Malformed(List.of(new Flaw(line, Kind.QUOTATION)));
  }

  private static char separator(String text) {
    var header = text.lines().findFirst().orElse("");
    return header.contains(";") && !header.contains(",") ? ';' : ',';
  }

  private static Reading table(List<CsvRecord> records) {
    if (records.isEmpty()) {
      return new Reading.Malformed(List.of(new Flaw(1, Kind.NO_HEADER)));
    }
    var columns = records.getFirst().getFields().stream().map(String::strip).toList();
    if (columns.contains("") || new HashSet<>(columns).size() < columns.size()) {
      return new Reading.Malformed(List.of(new Flaw(1, Kind.COLUMN_NAMES)));
    }
    var flaws = new ArrayList<Flaw>();
    var lines = new ArrayList<Table.Line>();
    for (var record : records.subList(1, records.size())) {
      if (record.getFieldCount() != columns.size()) {
        flaws.add(new Flaw(record.getStartingLineNumber(), Kind.CELLS));
        continue;
      }
      var cells = new HashMap<String, String>();
      for (var i = 0; i < columns.size(); i++) {
        cells.put(columns.get(i), record.getField(i).strip());
      }
      lines.add(new Table.Line(record.getStartingLineNumber(), cells));
    }
    return flaws.isEmpty()
        ? new Reading.Right(new Table(columns, lines))
        : new Reading.Malformed(flaws);
  }

  /// Writes a table for a spreadsheet or another system. No cell is a formula to whoever opens it:
  /// an apostrophe goes before what would make it one.
  public static String write(List<String> columns, List<List<String>> rows) {
    var text = new StringWriter();
    try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      var _ = writer.writeRecord(columns.stream().map(Csv::harmless).toList());
      for (var row : rows) {
        var _ = writer.writeRecord(row.stream().map(Csv::harmless).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
