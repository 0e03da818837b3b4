package io.referralflow.letter.layout;

import java.net.URI;
import java.util.List;

/// A piece of a letter. All of it is plain words; each layout makes them safe for its own medium.
public sealed interface Block {

  record Paragraph(String text) implements Block {}

  record Heading(String text) implements Block {}

  /// Labels with what belongs to them.
  record Table(List<Row> rows) implements Block {

    public Table {
      rows = List.copyOf(rows);
    }
  }

  /// What the reader can do: one link, shown as a button and as an address.
  record Button(String label, URI address) implements Block {}

  /// One line of a table.
  ///
  /// @param note more about the value, or empty
  record Row(String label, String value, String note) {

    public Row(String label, String value) {
      this(label, value, "");
    }
  }
}
