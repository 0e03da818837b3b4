package io.referralflow.tests.rights;

import io.referralflow.tests.contract.ProjectFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `docs/rights.md`, which is read as it stands: a table for each heading.
final class Policy {

  /// What one table says.
  ///
  /// @param rows by the names of the columns, in order
  record Table(List<String> columns, List<Map<String, String>> rows) {
    Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /// The columns behind the first ones.
    List<String> columnsFrom(int first) {
      return columns.subList(first, columns.size());
    }
  }

  private Policy() {}

  static Table table(String heading) {
    var lines =
        ProjectFiles.text(ProjectFiles.root().resolve("docs/rights.md"))
            .lines()
            .dropWhile(line -> !line.equals("## " + heading))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("|"))
            .toList();
    if (lines.size() < 3) {
      throw new IllegalStateException("No table under " + heading);
    }
    var columns = cells(lines.getFirst());
    return new Table(columns, lines.stream().skip(2).map(line -> row(columns, line)).toList());
  }

  private static Map<String, String> row(List<String> columns, String line) {
    var cells = cells(line);
    if (cells.size() != columns.size()) {
      throw new IllegalStateException("Not as many cells as columns: " + line);
    }
    var row = new LinkedHashMap<String, String>();
    for (var i = 0; i < cells.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<>(Arrays.asList(line.split("\\|", -1)));
    return cells.subList(1, cells.size() - 1).stream().map(String::strip).toList();
  }

  /// The people of a cell.
  static Stream<String> people(String cell) {
    return Arrays.stream(cell.split(",", -1)).map(String::strip);
  }
}
