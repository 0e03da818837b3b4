package io.referralflow.letter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterKindTest {

  @Test
  void each_letter_has_a_name_on_the_wire_and_one_recipient() {
    assertThat(
            Arrays.stream(LetterKind.values())
                .collect(
                    groupingBy(LetterKind::recipient, mapping(LetterKind::wireName, toList()))))
        .isEqualTo(
            Map.of(
                Recipient.CANDIDATE,
                List.of(
                    "invitation",
                    "invitation-reminder",
                    "rejected",
                    "expired",
                    "lapsed",
                    "goodbye",
                    "taken-back",
                    "vacancy-changed",
                    "imported"),
                Recipient.REFERRER,
                List.of(
                    "received",
                    "entered",
                    "accepted",
                    "advanced",
                    "moved",
                    "hired",
                    "plan-changed",
                    "paid",
                    "held",
                    "ended",
                    "appeal-allowed",
                    "appeal-dismissed"),
                Recipient.FINANCE,
                List.of("payout", "payout-copy", "promise-near"),
                Recipient.MANAGER,
                List.of("thanks"),
                Recipient.PROGRAMME_MANAGER,
                List.of("thanks-late")));
  }

  @ParameterizedTest
  @EnumSource
  void a_letter_is_found_by_its_name(LetterKind kind) {
    assertThat(LetterKind.named(kind.wireName())).contains(kind);
  }

  @Test
  void an_unknown_name_is_no_letter() {
    assertThat(LetterKind.named("newsletter")).isEmpty();
  }
}
