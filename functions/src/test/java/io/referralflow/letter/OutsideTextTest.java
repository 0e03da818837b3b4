package io.referralflow.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTextTest {

  @Nested
  class A_name {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Sam Sample",
          "Zoë van 't Hoff-de Wit",
          "O'Neill & Co <x>",
          "李小龍",
          "J. R. Jansen",
          "J.-P. Martin",
          "Sam 👩🏽‍💻",
          "می‌خواهم"
        })
    void that_is_harmless_stays_as_it_is(String name) {
      assertThat(OutsideText.name(name).map(OutsideText::plain)).contains(name);
    }

    @Test
    void is_one_line_without_anything_invisible() {
      assertThat(
              OutsideText.name(
                  "  Sam\r\nBcc: all\u0000\t\u0085 \u2028Sample\u200B\u00a0X\uFEFF\uFFFE\uD83D "))
          .contains("Sam Bcc: all Sample X");
    }

    @Test
    void cannot_turn_the_direction_of_the_text_around_it() {
      assertThat(OutsideText.name("Sam\u202Egnp.exe\u2066 \u200F.")).contains("Sam gnp. exe .");
    }

    @Test
    void that_runs_from_right_to_left_keeps_to_itself() {
      assertThat(OutsideText.name("שרה")).contains("\u2068שרה\u2069");
    }

    @ParameterizedTest
    @CsvSource({
      "Win money https://bad.example/x,Win money https bad. example/x",
      "www.bad.example,www. bad. example",
      "sam@bad.example,sam bad. example",
      "bad.\u200Cexample,bad. \u200Cexample",
      "bad.\u200Bexample,bad. example",
      "bad.1,bad. 1",
      "Sam : // Sample,Sam : // Sample"
    })
    void carries_no_address_that_a_mail_program_would_link(String typed, String name) {
      assertThat(OutsideText.name(typed)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u202E\u0000", "@", "\u200B\n"})
    void of_nothing_visible_is_absent(String typed) {
      assertThat(OutsideText.name(typed)).isEmpty();
    }
  }

  @Nested
  class A_title {

    @Test
    void may_name_an_address() {
      assertThat(OutsideText.title("Example.com: C++/C# developer (m/f/x) @ HQ"))
          .contains("Example.com: C++/C# developer (m/f/x) @ HQ");
    }

    @Test
    void is_one_line() {
      assertThat(OutsideText.title("Test\nengineer\u2029\u0007")).contains("Test engineer");
    }

    @Test
    void of_nothing_visible_is_absent() {
      assertThat(OutsideText.title(" \u200E ")).isEmpty();
    }
  }

  @Nested
  class Length {

    @Test
    void of_a_hundred_characters_stays() {
      assertThat(OutsideText.title("x".repeat(100))).contains("x".repeat(100));
    }

    @Test
    void of_more_is_cut_with_a_sign_of_it() {
      assertThat(OutsideText.title("x".repeat(101))).contains("x".repeat(99) + "…");
    }

    @Test
    void is_counted_in_characters_and_none_is_torn() {
      assertThat(OutsideText.title("😀".repeat(100))).contains("😀".repeat(100));
      assertThat(OutsideText.title("😀".repeat(101))).contains("😀".repeat(99) + "…");
    }

    @Test
    void is_cut_without_a_space_before_the_sign() {
      assertThat(OutsideText.title("x".repeat(98) + " yy")).contains("x".repeat(98) + "…");
    }
  }

  @Test
  void a_plain_line_has_ordinary_spaces_and_no_isolates() {
    assertThat(OutsideText.plain("€\u00a01.750,00 \u2068שרה\u2069")).isEqualTo("€ 1.750,00 שרה");
  }
}
