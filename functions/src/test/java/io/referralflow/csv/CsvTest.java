package io.referralflow.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.csv.Csv.Flaw;
import io.referralflow.csv.Csv.Kind;
import io.referralflow.csv.Csv.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  private static Reading table(List<String> columns, Table.Line... lines) {
    return new Reading.Right(new Table(columns, List.of(lines)));
  }

  private static Reading malformed(long line, Kind kind) {
    return new Reading.Malformed(List.of(new Flaw(line, kind)));
  }

  @Test
  void lines_are_read_by_the_names_of_the_columns() {
    assertThat(Csv.read("hrNumber, name\r\nE-7, Joris \r\nE-8,\r\n"))
        .isEqualTo(
            table(
                List.of("hrNumber", "name"),
                new Table.Line(2, Map.of("hrNumber", "E-7", "name", "Joris")),
                new Table.Line(3, Map.of("hrNumber", "E-8", "name", ""))));
  }

  @Test
  void semicolons_and_a_byte_order_mark_are_what_some_spreadsheets_write() {
    assertThat(Csv.read("\ufeffa;b\n1;x, y\n"))
        .isEqualTo(table(List.of("a", "b"), new Table.Line(2, Map.of("a", "1", "b", "x, y"))));
  }

  @Test
  void a_quoted_cell_may_hold_anything_and_lines_count_as_in_the_file() {
    assertThat(Csv.read("a,b\n\"x \"\"y\"\"\n, z\",1\n\n2,3\n"))
        .isEqualTo(
            table(
                List.of("a", "b"),
                new Table.Line(2, Map.of("a", "x \"y\"\n, z", "b", "1")),
                new Table.Line(5, Map.of("a", "2", "b", "3"))));
  }

  @Test
  void a_file_without_lines_is_a_table_without_lines() {
    assertThat(Csv.read("a,b")).isEqualTo(table(List.of("a", "b")));
  }

  @Test
  void every_line_with_too_few_or_too_many_cells_is_named() {
    assertThat(Csv.read("a,b\n1\n1,2\n1,2,3\n"))
        .isEqualTo(
            new Reading.Malformed(List.of(new Flaw(2, Kind.CELLS), new Flaw(4, Kind.CELLS))));
  }

  @Test
  void nothing_is_no_table() {
    assertThat(Csv.read("")).isEqualTo(malformed(1, Kind.NO_HEADER));
    assertThat(Csv.read("\n\n")).isEqualTo(malformed(1, Kind.NO_HEADER));
  }

  @Test
  void every_column_has_a_name_of_its_own() {
    assertThat(Csv.read("a,,b\n")).isEqualTo(malformed(1, Kind.COLUMN_NAMES));
    assertThat(Csv.read("a,b,a\n")).isEqualTo(malformed(1, Kind.COLUMN_NAMES));
  }

  @Test
  void a_quotation_ends_and_nothing_stands_behind_it() {
    assertThat(Csv.read("a,b\n1,2\n\"x\"y,3\n")).isEqualTo(malformed(3, Kind.QUOTATION));
  }

  @Test
  void what_is_written_is_read_back() {
    var text =
        Csv.write(
            List.of("payee", "amount"),
            List.of(List.of("Jansen, \"Jo\"\nsenior", "750.00"), List.of("", "1.00")));

    assertThat(text)
        .isEqualTo("payee,amount\r\n\"Jansen, \"\"Jo\"\"\nsenior\",750.00\r\n,1.00\r\n");
    assertThat(Csv.read(text))
        .isEqualTo(
            table(
                List.of("payee", "amount"),
                new Table.Line(2, Map.of("payee", "Jansen, \"Jo\"\nsenior", "amount", "750.00")),
                new Table.Line(4, Map.of("payee", "", "amount", "1.00"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://example.org\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1"
      })
  void no_cell_is_a_formula_to_whoever_opens_the_file(String hostile) {
    var written = Csv.write(List.of("name"), List.of(List.of(hostile)));

    assertThat(written.lines().skip(1).findFirst().orElseThrow()).matches("\"?'.*");
    assertThat(written).contains("'" + hostile.substring(0, 1));
  }

  @ParameterizedTest
  @CsvSource({"O'Brien,O'Brien", "750.00,750.00", "a=b,a=b"})
  void a_cell_that_is_no_formula_stays_as_it_is(String cell, String written) {
    assertThat(Csv.write(List.of("name"), List.of(List.of(cell))))
        .isEqualTo("name\r\n" + written + "\r\n");
  }

  @Test
  void the_names_of_columns_are_no_formulas_either() {
    assertThat(Csv.write(List.of("=a"), List.of())).isEqualTo("'=a\r\n");
  }
}
