package io.referralflow.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @Nested
  class In_comparable_form {

    @ParameterizedTest
    @CsvSource({
      "sam@example.com, sam@example.com",
      "s@example.com, s@example.com",
      "'  Sam.Sample@Example.COM  ', sam.sample@example.com",
      "sam+jobs@example.com, sam+jobs@example.com",
      "sam@bücher.example, sam@xn--bcher-kva.example",
      "SAM@BÜCHER.example, sam@xn--bcher-kva.example",
      "sam@xn--BCHER-kva.example, sam@xn--bcher-kva.example",
      "sam@example。com, sam@example.com",
      "zoë@example.com, zoë@example.com",
      "o'brien@sub.example.co.uk, o'brien@sub.example.co.uk"
    })
    void is_trimmed_in_lower_case_with_its_domain_in_ascii(String text, String address) {
      assertThat(Email.of(text)).contains(new Email(address));
    }

    @Test
    void keeps_apart_what_may_be_two_people() {
      assertThat(Email.of("sam.sample@example.com"))
          .isNotEqualTo(Email.of("samsample@example.com"));
      assertThat(Email.of("sam+1@example.com")).isNotEqualTo(Email.of("sam@example.com"));
    }

    @Test
    void is_its_own_comparable_form() {
      qt().withFixedSeed(20260302L)
          .forAll(strings().betweenCodePoints(0x20, 0x17f).ofLengthBetween(1, 12))
          .check(local ->
              Email.of(local + "@Example.Com")
                  .map(email -> Email.of(email.value()).equals(Optional.of(email)))
                  .orElse(true));
    }
  }

  @Nested
  class Refused {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "sam",
          "@example.com",
          "sam@",
          "sam@example",
          "sam@.com",
          "sam@example..com",
          "sam@example.com.",
          "sam@exam_ple.com",
          "sam@exa mple.com",
          "s am@example.com",
          "sam@sam@example.com",
          "sam,ann@example.com",
          "sam;ann@example.com",
          "<sam@example.com>",
          "sam\\@example.com",
          "\"sam\"@example.com",
          "(sam)@example.com",
          "[sam]@example.com",
          "sam:x@example.com",
          "sam\r\nBcc:ann@example.com",
          "sam\u0000@example.com",
          "sam\u0085@example.com",
          "sam\u00a0x@example.com",
          "sam\u200b@example.com",
          "sam\u202e@example.com",
          "sam\u2028x@example.com"
        })
    void is_what_is_no_address(String text) {
      assertThat(Email.of(text)).isEmpty();
    }

    @Test
    void is_a_local_part_of_more_than_64_characters() {
      assertThat(Email.of("a".repeat(64) + "@example.com"))
          .contains(new Email("a".repeat(64) + "@example.com"));
      assertThat(Email.of("a".repeat(65) + "@example.com")).isEmpty();
    }

    @Test
    void is_an_address_of_more_than_254_characters() {
      var label = "d".repeat(60) + ".";

      assertThat(Email.of("a".repeat(64) + "@" + label.repeat(3) + "longest")).isEmpty();
      assertThat(Email.of("a".repeat(63) + "@" + label.repeat(3) + "longest"))
          .map(email -> email.value().length())
          .contains(254);
    }

    @Test
    void is_an_address_that_gets_too_long_in_ascii() {
      var label = "\u4e00\u5e73\u6210\u9f8d\u7a7a\u6d77\u5c71\u5ddd\u82b1\u96ea.";
      var longest = "a@" + label.repeat(8) + "example";

      assertThat(longest.length()).isLessThan(254);
      assertThat(Email.of(longest)).isEmpty();
    }

    @Test
    void is_never_an_exception() {
      qt().withFixedSeed(20260302L)
          .forAll(strings().allPossible().ofLengthBetween(0, 40))
          .checkAssert(text -> {
            assertThat(Email.of(text + "@example.com")).isNotNull();
            assertThat(Email.of("sam@" + text)).isNotNull();
          });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sam", "sam@example", "sam@Example.com", "sam @example.com"})
    void is_a_value_that_is_not_in_comparable_form(String value) {
      assertThatThrownBy(() -> new Email(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("sam");
    }
  }

  @Nested
  class Mailboxes {

    @ParameterizedTest
    @CsvSource({
      "sam@example.com, sam@example.com, true",
      "sam+jobs@example.com, sam@example.com, true",
      "sam@example.com, sam+jobs@example.com, true",
      "sam+a@example.com, sam+b+c@example.com, true",
      "sam@example.com, ann@example.com, false",
      "sam+jobs@example.com, sam@example.org, false",
      "+sam@example.com, +ann@example.com, false"
    })
    void are_the_same_but_for_what_follows_a_plus(String one, String other, boolean same) {
      assertThat(new Email(one).sameMailbox(new Email(other))).isEqualTo(same);
    }
  }

  @Test
  void does_not_show_itself() {
    assertThat(new Email("sam@example.com")).hasToString("Email[…]");
  }
}
