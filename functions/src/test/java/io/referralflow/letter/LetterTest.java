package io.referralflow.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {

  @Test
  void the_words_of_a_letter_do_not_reach_a_log_by_accident() {
    assertThat(new Letter("Sam Sample", "Hello Sam", "<p>Hello Sam</p>")).hasToString("Letter[…]");
  }
}
