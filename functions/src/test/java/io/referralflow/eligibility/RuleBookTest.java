package io.referralflow.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  private static final LocalDate REFERRED = LocalDate.parse("2026-03-31");
  private static final RuleBook YEAR = new RuleBook(Set.of(), 12, Credit.LOWEST_RECEIPT, 28);

  private static boolean applied(String day) {
    return YEAR.isKnown(REFERRED, Optional.of(LocalDate.parse(day)), Optional.empty());
  }

  private static boolean employedUntil(String day) {
    return YEAR.isKnown(REFERRED, Optional.empty(), Optional.of(LocalDate.parse(day)));
  }

  @Test
  void who_applied_in_the_months_before_is_known() {
    assertThat(applied("2025-03-30")).isFalse();
    assertThat(applied("2025-03-31")).isTrue();
    assertThat(applied("2026-03-30")).isTrue();
  }

  @Test
  void who_applied_on_the_day_of_the_referral_or_later_is_not() {
    assertThat(applied("2026-03-31")).isFalse();
    assertThat(applied("2026-04-01")).isFalse();
  }

  @Test
  void who_worked_here_in_the_months_before_or_still_does_is_known() {
    assertThat(employedUntil("2025-03-30")).isFalse();
    assertThat(employedUntil("2025-03-31")).isTrue();
    assertThat(employedUntil("2027-01-01")).isTrue();
  }

  @Test
  void nobody_is_known_of_whom_nothing_is_said_or_where_it_does_not_matter() {
    assertThat(YEAR.isKnown(REFERRED, Optional.empty(), Optional.empty())).isFalse();
    assertThat(
            RuleBook.STANDARD.isKnown(
                REFERRED, Optional.of(REFERRED.minusDays(1)), Optional.of(REFERRED)))
        .isFalse();
  }

  @Test
  void the_standard_book_has_these_rules() {
    assertThat(RuleBook.STANDARD.atSubmission())
        .containsExactly(
            Rule.OWN_ADDRESS,
            Rule.RECRUITER,
            Rule.NOT_IN_SERVICE,
            Rule.VACANCY_UNKNOWN,
            Rule.VACANCY_CLOSED,
            Rule.VACANCY_NOT_IN_PROGRAMME,
            Rule.PROGRAMME_NOT_RUNNING,
            Rule.PROGRAMME_AUDIENCE,
            Rule.PROGRAMME_SCOPE);
    assertThat(RuleBook.STANDARD.atHire())
        .containsExactly(
            Rule.ENDED_BEFORE_HIRE, Rule.REFERRED_AFTER_HIRE, Rule.OTHER_REFERRAL, Rule.OWN_HIRE);
    assertThat(RuleBook.STANDARD.credit()).isEqualTo(Credit.LOWEST_RECEIPT);
    assertThat(RuleBook.STANDARD.appealDays()).isEqualTo(28);
  }

  @Test
  void a_strict_book_has_all_of_them() {
    var strict = new RuleBook(Set.of(Excluded.values()), 1, Credit.SPLIT_EQUALLY, 0);

    assertThat(strict.atSubmission()).contains(Rule.HUMAN_RESOURCES, Rule.HIRING_MANAGER);
    assertThat(strict.atHire()).contains(Rule.CANDIDATE_KNOWN);
    assertThat(strict.atSubmission().size() + strict.atHire().size())
        .isEqualTo(Rule.values().length - 2);
    assertThat(strict.with(ServiceDay.HIRE).atHire())
        .last()
        .isEqualTo(Rule.REFERRER_LEFT_BEFORE_HIRE);
    assertThat(strict.with(ServiceDay.MILESTONE).atHire()).isEqualTo(strict.atHire());
    assertThat(strict.with(ServiceDay.MILESTONE).applies(Rule.REFERRER_LEFT_BEFORE_MILESTONE))
        .isTrue();
    assertThat(strict.applies(Rule.REFERRER_LEFT_BEFORE_MILESTONE)).isFalse();
    assertThat(strict.with(ServiceDay.HIRE).with(ServiceDay.SUBMISSION)).isEqualTo(strict);
  }

  @Test
  void a_last_day_is_held_against_the_day_that_the_terms_name() {
    var agreed = REFERRED.plusDays(20);
    var due = REFERRED.plusDays(60);

    for (var left = 0; left < 80; left++) {
      var last = REFERRED.plusDays(left);
      assertThat(RuleBook.STANDARD.isInService(last, agreed, due)).isTrue();
      assertThat(RuleBook.STANDARD.with(ServiceDay.HIRE).isInService(last, agreed, due))
          .isEqualTo(left >= 20);
      assertThat(RuleBook.STANDARD.with(ServiceDay.MILESTONE).isInService(last, agreed, due))
          .isEqualTo(left >= 60);
    }
  }

  @Test
  void refuses_what_cannot_be_meant() {
    assertThatThrownBy(() -> new RuleBook(Set.of(), -1, Credit.LOWEST_RECEIPT, 28))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RuleBook(Set.of(), 0, Credit.LOWEST_RECEIPT, -1))
        .isInstanceOf(IllegalArgumentException.class);
    for (var shares : List.of(List.of(100), List.of(60, 39), List.of(0, 100), List.of(-1, 101))) {
      assertThatThrownBy(() -> new Credit.SplitByShares(shares))
          .as("%s", shares)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
