package io.referralflow.csv;

import java.util.List;
import java.util.Map;

/// A table read from a file: lines of named cells.
///
/// @param columns the names in the file's first line, trimmed
public record Table(List<String> columns, List<Line> lines) {

  public Table {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param number its number in the file, as an editor counts
  /// @param cells what stands in it by column, trimmed; a blank cell is an empty text
  public record Line(long number, Map<String, String> cells) {
    public Line {
      cells = Map.copyOf(cells);
    }
  }
}
