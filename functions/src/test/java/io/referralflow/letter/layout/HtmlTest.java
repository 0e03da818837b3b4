package io.referralflow.letter.layout;

import static io.referralflow.letter.layout.SheetFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.letter.layout.Block.Button;
import io.referralflow.letter.layout.Block.Heading;
import io.referralflow.letter.layout.Block.Paragraph;
import io.referralflow.letter.layout.Block.Row;
import io.referralflow.letter.layout.Block.Table;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlTest {

  private static final Sheet LETTER =
      with(
          new Paragraph("Hello Sam,"),
          new Heading("Your <data>"),
          new Paragraph("It \"is\" so & 'so'."),
          new Table(List.of(new Row("To", "Emma"), new Row("Amount", "1 < 2", "so far"))),
          new Button("Look & see", URI.create("https://example.com/?a=1&b='2'")));

  @Test
  void the_page_names_its_language_and_its_subject() throws Exception {
    assertThat(select(LETTER, "/html/@lang")).containsExactly("en");
    assertThat(select(LETTER, "//title")).containsExactly("Subject");
    assertThat(select(LETTER, "//h1")).containsExactly("Subject");
  }

  @Test
  void all_blocks_stand_in_order_between_sender_and_footer() throws Exception {
    assertThat(select(LETTER, "//p | //h1 | //h2 | //th | //td[contains(@class,'value')]"))
        .containsExactly(
            "Example",
            "Subject",
            "Hello Sam,",
            "Your <data>",
            "It \"is\" so & 'so'.",
            "To",
            "Emma",
            "Amount",
            "1 < 2so far",
            "Look & see",
            "https://example.com/?a=1&b='2'",
            "Regards,Example");
    assertThat(select(LETTER, "//td[contains(@class,'footer')]")).containsExactly("Footer");
  }

  @Test
  void a_row_s_label_is_its_header_and_a_note_follows_the_value() throws Exception {
    assertThat(select(LETTER, "//th/@scope")).containsExactly("row", "row");
    assertThat(select(LETTER, "//tr[th='Amount']/td/strong")).containsExactly("1 < 2");
    assertThat(select(LETTER, "//tr[th='To']/td/strong")).isEmpty();
  }

  @Test
  void a_button_is_one_link_with_its_address_below() throws Exception {
    assertThat(select(LETTER, "//a/@href"))
        .containsExactly("https://example.com/?a=1&b='2'", "https://example.com/?a=1&b='2'");
    assertThat(select(LETTER, "//a"))
        .containsExactly("Look & see", "https://example.com/?a=1&b='2'");
  }

  @Test
  void an_inbox_shows_the_first_sentence_after_the_greeting() throws Exception {
    assertThat(select(LETTER, "/html/body/div")).containsExactly("It \"is\" so & 'so'.");
    assertThat(select(with(new Paragraph("Hello,")), "/html/body/div")).containsExactly("");
  }

  @Test
  void words_are_escaped_for_every_place_they_stand_in() {
    assertThat(Html.of(LETTER))
        .contains(">Your &lt;data&gt;</h2>")
        .contains(">It &quot;is&quot; so &amp; &#39;so&#39;.</p>")
        .contains("href=\"https://example.com/?a=1&amp;b=&#39;2&#39;\"");
  }

  @Test
  void a_table_that_only_lays_out_is_no_table_to_a_screen_reader() throws Exception {
    assertThat(select(LETTER, "//table[not(.//table) and not(.//th)]")).isEmpty();
    assertThat(select(LETTER, "//table[.//table]/@role"))
        .containsExactly("presentation", "presentation");
    assertThat(select(LETTER, "//table[not(.//table)]/@role")).isEmpty();
  }

  @Test
  void nothing_is_fetched_and_nothing_runs() {
    assertThat(Html.of(LETTER))
        .doesNotContain("<img", "<script", "<link", "src=", "url(", "@import", "onclick");
  }

  @Test
  void dark_rooms_and_phones_have_rules_of_their_own() {
    assertThat(Html.of(LETTER))
        .contains(
            "<meta name=\"color-scheme\" content=\"light dark\"/>",
            "@media (prefers-color-scheme: dark)",
            "@media (max-width: 480px)",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
  }

  private static List<String> select(Sheet sheet, String path) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Html.of(sheet))));
    var found =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
