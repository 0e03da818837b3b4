package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.submitted;
import static io.referralflow.referral.ReferralFixtures.oneOfEachState;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Report;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Held;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds in every state and for every fact, shown on all of the thousands that can be reached.
@Tag("exhaustive")
class LifeTest {

  /// What is left of EUR 3,500.00 where another referral earns a third of each half.
  private static final long TWO_THIRDS = 233_334;

  private static Stream<Exploration.Move> moves() {
    return Exploration.whole().moves();
  }

  private static List<Owed.Line> released(Referral referral) {
    return Owed.of(referral).stream().filter(line -> line.payment().isPresent()).toList();
  }

  private static String name(Fact fact) {
    return fact.getClass().getSimpleName();
  }

  @Test
  void every_state_is_reached() {
    assertThat(Exploration.whole().paths()).hasSizeGreaterThan(5_000);
    assertThat(
            Exploration.whole().paths().keySet().stream()
                .map(StateName::of)
                .collect(Collectors.toSet()))
        .hasSize(16);
    assertThat(oneOfEachState().stream().map(StateName::of).collect(Collectors.toSet()))
        .hasSize(16);
  }

  @Test
  void the_facts_at_once_make_what_they_make_one_by_one() {
    Exploration.whole()
        .paths()
        .forEach((reached, facts) -> assertThat(Life.of(facts)).isEqualTo(reached));
  }

  @Test
  void a_referral_is_submitted_once() {
    assertThat(oneOfEachState()).allMatch(state -> Life.after(state, submitted()).isEmpty());
    assertThat(moves().map(Exploration.Move::fact)).noneMatch(Fact.Submitted.class::isInstance);
  }

  @Nested
  class An_end {

    @Test
    void that_was_settled_is_left_by_nothing_but_an_appeal() {
      assertThat(
              moves()
                  .filter(move -> !(move.fact() instanceof Fact.Appealed))
                  .filter(move ->
                      switch (move.before()) {
                        case Referral.Withdrawn _,
                            Referral.NotEligible _,
                            Referral.AlreadyKnown _,
                            Referral.Completed _ ->
                            true;
                        case Referral _ -> false;
                      })
                  .filter(move -> !move.before().getClass().equals(move.after().getClass())))
          .isEmpty();
    }

    @Test
    void that_HR_or_the_referrer_contradicts_is_left_for_a_decision_only() {
      var left =
          moves()
              .filter(move -> move.before() instanceof Referral.Ended)
              .filter(move -> !move.before().getClass().equals(move.after().getClass()))
              .toList();

      assertThat(left).isNotEmpty();
      assertThat(left)
          .allMatch(move ->
              move.after() instanceof Held
                  && (move.fact() instanceof Fact.Reported
                      || move.fact() instanceof Fact.Appealed));
    }

    @Test
    void absorbs_all_that_people_decide() {
      assertThat(
              moves()
                  .filter(move -> move.before() instanceof Referral.Ended)
                  .map(move -> name(move.fact()))
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(
              "Withdrawn",
              "Objected",
              "CopyGiven",
              "Corrected",
              "Reported",
              "Appealed",
              "Divided",
              "CandidateTold",
              "Erased");
    }
  }

  @Nested
  class Money {

    @Test
    void that_was_released_never_changes_but_by_the_word_of_finance() {
      moves()
          .filter(move -> move.after() instanceof Employed)
          .forEach(move -> {
            var kept =
                released(move.before()).stream()
                    .filter(line ->
                        !financeSpokeOf(move.fact())
                            .equals(OptionalInt.of(line.instalment().number())))
                    .toList();

            assertThat(released(move.after())).containsAll(kept);
          });
    }

    private static OptionalInt financeSpokeOf(Fact fact) {
      return switch (fact) {
        case Fact.Paid paid -> OptionalInt.of(paid.instalment());
        case Fact.PutOnHold held -> OptionalInt.of(held.instalment());
        case Fact.TakenOffHold resumed -> OptionalInt.of(resumed.instalment());
        case Fact.PaymentCorrected right -> OptionalInt.of(right.instalment());
        case Fact _ -> OptionalInt.empty();
      };
    }

    @Test
    void that_is_on_hold_is_not_paid_and_the_other_way_round() {
      assertThat(Exploration.whole().paths().keySet())
          .filteredOn(Employed.class::isInstance)
          .flatExtracting(referral -> ((Employed) referral).hire().payments())
          .noneMatch(payment -> payment.heldBecause().isPresent() && payment.paidOn().isPresent())
          .anyMatch(payment -> payment.heldBecause().isPresent())
          .allMatch(payment -> payment.correction().isEmpty() || payment.paidOn().isPresent())
          .anyMatch(payment -> payment.correction().isPresent());
    }

    @Test
    void that_was_released_is_never_forgotten() {
      assertThat(
              moves()
                  .filter(move -> !released(move.before()).isEmpty())
                  .filter(move -> released(move.after()).size() < released(move.before()).size()))
          .isEmpty();
    }

    @Test
    void that_is_confirmed_keeps_the_day_it_was_paid_on_unless_it_is_put_right() {
      assertThat(
              moves()
                  .filter(move -> !(move.fact() instanceof Fact.PaymentCorrected))
                  .filter(move ->
                      move.before() instanceof Employed before
                          && move.after() instanceof Employed after
                          && before.hire().payments().stream()
                              .filter(payment -> payment.paidOn().isPresent())
                              .anyMatch(not(after.hire().payments()::contains))))
          .isEmpty();
    }

    @Test
    void is_neither_lost_nor_made() {
      moves()
          .filter(move -> move.after() instanceof Employed || move.after() instanceof Held)
          .forEach(move ->
              assertThat(
                      Owed.of(move.after()).stream()
                          .mapToLong(line -> line.instalment().amount().minorUnits())
                          .sum())
                  .isIn(350_000L, TWO_THIRDS));
    }

    @Test
    void of_an_instalment_whose_day_came_in_service_is_not_taken_back_by_leaving() {
      var vested =
          moves()
              .filter(move ->
                  move.fact() instanceof Fact.Reported(_, Report.Ended ended)
                      && !vested(move.before(), ended).isEmpty())
              .toList();

      assertThat(vested).isNotEmpty();
      assertThat(vested)
          .allMatch(move ->
              move.fact() instanceof Fact.Reported(_, Report.Ended ended)
                  && Owed.of(move.after()).containsAll(vested(move.before(), ended)));
    }

    private static List<Owed.Line> vested(Referral referral, Report.Ended leave) {
      return Owed.of(referral).stream()
          .filter(line -> line.state() == InstalmentState.PLANNED)
          .filter(line -> !leave.lastDay().isBefore(line.dueOn()))
          .toList();
    }

    @Test
    void is_planned_only_for_who_is_hired_or_in_probation() {
      assertThat(
              Exploration.whole().paths().keySet().stream()
                  .filter(referral -> Owed.next(referral).isPresent())
                  .map(StateName::of)
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(StateName.HIRED, StateName.PROBATION);
      assertThat(Exploration.whole().paths().keySet())
          .allMatch(referral ->
              Owed.next(referral).isPresent()
                  == (referral instanceof Referral.Hired
                      || referral instanceof Referral.Probation));
    }

    @Test
    void is_all_released_when_it_is_completed_and_some_cancelled_when_it_ended() {
      Exploration.whole()
          .paths()
          .keySet()
          .forEach(referral -> {
            var states = Owed.of(referral).stream().map(Owed.Line::state).toList();
            switch (referral) {
              case Referral.Completed _ ->
                  assertThat(states)
                      .isSubsetOf(
                          InstalmentState.RELEASED, InstalmentState.PAID, InstalmentState.HELD);
              case Referral.Left _, Referral.HireCancelled _ ->
                  assertThat(states)
                      .contains(InstalmentState.CANCELLED)
                      .doesNotContain(InstalmentState.PLANNED);
              case Held _ -> assertThat(states).containsOnly(InstalmentState.HELD);
              case Referral.Hired _, Referral.Probation _ ->
                  assertThat(states).contains(InstalmentState.PLANNED);
              case Referral.Open _, Referral.Ended _ -> assertThat(states).isEmpty();
            }
          });
    }

    @Test
    void is_released_in_order_of_the_numbers_once_each() {
      assertThat(
              Exploration.whole().paths().keySet().stream()
                  .filter(Employed.class::isInstance)
                  .map(referral -> ((Employed) referral).hire().payments())
                  .map(payments -> payments.stream().map(Payment::instalment).toList())
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(List.of(), List.of(1), List.of(2), List.of(1, 2));
    }
  }

  @Nested
  class What_is_kept {

    @Test
    void of_the_submission_changes_with_a_corrected_address_or_a_move_only() {
      assertThat(
              moves()
                  .filter(move -> !(move.fact() instanceof Fact.AddressCorrected))
                  .filter(move -> !(move.fact() instanceof Fact.Moved)))
          .allMatch(move -> move.after().particulars().equals(move.before().particulars()));
      assertThat(moves().filter(move -> move.fact() instanceof Fact.AddressCorrected))
          .isNotEmpty()
          .allMatch(move ->
              move.after()
                  .particulars()
                  .equals(
                      move.before()
                          .particulars()
                          .invitedAnew(
                              FactFixtures.RIGHT_PERSON,
                              2,
                              Instant.parse("2026-03-06T14:00:00Z"))));
      assertThat(moves().filter(move -> move.fact() instanceof Fact.Moved))
          .isNotEmpty()
          .allMatch(move ->
              move.after()
                  .particulars()
                  .equals(
                      move.before()
                          .particulars()
                          .movedTo(FactFixtures.OTHER_VACANCY, move.fact().at())));
    }

    @Test
    void of_the_candidates_wishes_changes_with_the_answer_only() {
      assertThat(moves().filter(move -> !(move.fact() instanceof Fact.Accepted)))
          .allMatch(move ->
              move.after().dossier().feedback() == move.before().dossier().feedback()
                  && move.after().dossier().keep() == move.before().dossier().keep());
    }

    @Test
    void of_the_personal_data_never_comes_back() {
      assertThat(moves())
          .allMatch(move -> {
            var before = move.before().dossier();
            var after = move.after().dossier();
            return stays(before.toldAt(), after.toldAt())
                && stays(before.withdrawnAt(), after.withdrawnAt())
                && stays(before.erasedAt(), after.erasedAt())
                && (before.nameStands() || !after.nameStands());
          });
    }

    private static <T> boolean stays(Optional<T> before, Optional<T> after) {
      return before.isEmpty() || before.equals(after);
    }

    @Test
    void of_the_moment_of_the_hire_never_changes() {
      assertThat(
              moves()
                  .filter(move ->
                      move.before() instanceof Employed before
                          && move.after() instanceof Employed after
                          && !before.hire().attributedAt().equals(after.hire().attributedAt())))
          .isEmpty();
    }

    @Test
    void is_not_deleted_while_people_still_decide() {
      assertThat(
              moves()
                  .filter(move ->
                      move.before() instanceof Referral.Open && move.fact() instanceof Fact.Erased))
          .isEmpty();
      assertThat(
              Exploration.whole().paths().keySet().stream()
                  .filter(referral -> !(referral instanceof Referral.Open))
                  .filter(referral -> referral.dossier().erasedAt().isEmpty()))
          .allMatch(referral -> Life.after(referral, FactFixtures.erased()).isPresent());
    }
  }

  @Test
  void the_same_report_again_changes_nothing() {
    assertThat(moves().filter(move -> move.fact() instanceof Fact.Reported))
        .allMatch(move ->
            move.before() instanceof Referral.Ended
                || Life.after(move.after(), move.fact()).equals(Optional.of(move.after())));
  }

  @Test
  void what_is_told_or_deleted_or_withdrawn_late_changes_no_state() {
    assertThat(
            moves()
                .filter(move ->
                    switch (move.fact()) {
                      case Fact.CandidateTold _,
                          Fact.Erased _,
                          Fact.CopyGiven _,
                          Fact.Corrected _ ->
                          true;
                      case Fact.Withdrawn _, Fact.Objected _ ->
                          !(move.before() instanceof Referral.Open);
                      case Fact _ -> false;
                    }))
        .isNotEmpty()
        .allMatch(move -> move.after().with(move.before().dossier()).equals(move.before()));
  }
}
