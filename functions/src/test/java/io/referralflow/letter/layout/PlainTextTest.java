package io.referralflow.letter.layout;

import static io.referralflow.letter.layout.SheetFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.letter.layout.Block.Button;
import io.referralflow.letter.layout.Block.Heading;
import io.referralflow.letter.layout.Block.Paragraph;
import io.referralflow.letter.layout.Block.Row;
import io.referralflow.letter.layout.Block.Table;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  private static final String END = "\n\nRegards,\nExample\n\n--\nFooter\n";

  @Test
  void parts_are_set_apart_by_an_empty_line() {
    assertThat(PlainText.of(with(new Paragraph("Hello,"), new Paragraph("It is <so>."))))
        .isEqualTo("Hello,\n\nIt is <so>." + END);
  }

  @Test
  void a_heading_is_underlined_as_long_as_it_is() {
    assertThat(PlainText.of(with(new Heading("Data")))).isEqualTo("Data\n----" + END);
  }

  @Test
  void a_button_is_an_address_on_a_line_of_its_own() {
    assertThat(PlainText.of(with(new Button("Look", URI.create("https://example.com/#/é")))))
        .isEqualTo("Look:\nhttps://example.com/#/%C3%A9" + END);
  }

  @Test
  void short_rows_stand_beside_their_labels() {
    assertThat(
            PlainText.of(
                with(new Table(List.of(new Row("To", "Emma"), new Row("Amount", "€\u00a01"))))))
        .isEqualTo("To:     Emma\nAmount: € 1" + END);
  }

  @Test
  void rows_at_the_limit_stand_beside_their_labels() {
    assertThat(PlainText.of(with(new Table(List.of(new Row("l".repeat(40), "v".repeat(48)))))))
        .isEqualTo("l".repeat(40) + ": " + "v".repeat(48) + END);
  }

  @Test
  void a_long_label_or_value_or_a_note_puts_every_value_below_its_label() {
    var row = new Row("To", "Emma");

    assertThat(PlainText.of(with(new Table(List.of(row, new Row("l".repeat(41), "v"))))))
        .isEqualTo("To\n  Emma\n\n" + "l".repeat(41) + "\n  v" + END);
    assertThat(PlainText.of(with(new Table(List.of(row, new Row("l", "v".repeat(49)))))))
        .isEqualTo("To\n  Emma\n\nl\n  " + "v".repeat(49) + END);
    assertThat(PlainText.of(with(new Table(List.of(row, new Row("l", "v", "n"))))))
        .isEqualTo("To\n  Emma\n\nl\n  v\n  n" + END);
  }

  @Test
  void an_empty_table_takes_no_words() {
    assertThat(PlainText.of(with(new Table(List.of())))).isEqualTo(END);
  }
}
