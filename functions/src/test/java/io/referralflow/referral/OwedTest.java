package io.referralflow.referral;

import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.hire.ReportFixtures.probationChanged;
import static io.referralflow.hire.ReportFixtures.startMoved;
import static io.referralflow.referral.FactFixtures.AMSTERDAM;
import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.euros;
import static io.referralflow.referral.FactFixtures.firstPaid;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.left;
import static io.referralflow.referral.FactFixtures.particulars;
import static io.referralflow.referral.FactFixtures.released;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.secondReleased;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInProbation;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.lived;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static io.referralflow.referral.ReferralFixtures.withTerms;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Report;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Payment;
import io.referralflow.reward.Promise;
import io.referralflow.reward.Reward;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is owed follows from the terms, what HR reported, and what was released.
class OwedTest {

  static List<String> states(Referral referral) {
    return Owed.of(referral).stream()
        .map(line -> line.instalment().number() + " " + line.state())
        .toList();
  }

  private static Referral hiredThen(Report... reports) {
    var referral = (Referral) aHiredReferral();
    for (var report : reports) {
      referral = Life.after(referral, reported("2026-06-01T12:00:00Z", report)).orElseThrow();
    }
    return referral;
  }

  private static Referral.Employed leaving(String lastDay) {
    return (Referral.Employed) hiredThen(ended("2026-04-20T08:00:00Z", lastDay));
  }

  @Test
  void nothing_before_a_hire_and_nothing_without_one() {
    assertThat(Owed.of(aReferralInHiring())).isEmpty();
    assertThat(Owed.of(aRejectedReferral())).isEmpty();
    assertThat(Owed.next(aReferralInHiring())).isEmpty();
  }

  @Test
  void half_on_the_first_working_day_and_half_after_probation() {
    assertThat(Owed.of(aHiredReferral()))
        .containsExactly(
            new Owed.Line(
                new Instalment(1, Milestone.FIRST_WORKING_DAY, euros("1750.00")),
                LocalDate.of(2026, 5, 1),
                InstalmentState.PLANNED,
                Optional.empty()),
            new Owed.Line(
                new Instalment(2, Milestone.END_OF_PROBATION, euros("1750.00")),
                LocalDate.of(2026, 7, 1),
                InstalmentState.PLANNED,
                Optional.empty()));
  }

  @Test
  void what_was_released_and_paid_is_shown_with_what_was_promised() {
    var referral = livedBy(hired(), firstReleased(), firstPaid(), secondReleased());

    assertThat(Owed.of(referral))
        .containsExactly(
            new Owed.Line(
                new Instalment(1, Milestone.FIRST_WORKING_DAY, euros("1750.00")),
                LocalDate.of(2026, 5, 1),
                InstalmentState.PAID,
                Optional.of(
                    new Payment(
                        1,
                        Instant.parse("2026-04-30T22:00:00Z"),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 29),
                        Optional.of(LocalDate.of(2026, 5, 28))))),
            new Owed.Line(
                new Instalment(2, Milestone.END_OF_PROBATION, euros("1750.00")),
                LocalDate.of(2026, 7, 1),
                InstalmentState.RELEASED,
                Optional.of(
                    new Payment(
                        2,
                        Instant.parse("2026-06-30T22:00:00Z"),
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 7, 31),
                        Optional.empty()))));
  }

  @Nested
  class A_milestone {

    @ParameterizedTest(name = "who leaves on {0}: {1}, {2}, {3}")
    @CsvSource({
      "2026-04-20, CANCELLED, CANCELLED, LEFT",
      "2026-04-30, CANCELLED, CANCELLED, LEFT",
      "2026-05-01, PLANNED, CANCELLED, HIRED",
      "2026-06-30, PLANNED, CANCELLED, HIRED",
      "2026-07-01, PLANNED, PLANNED, HIRED",
      "2026-07-02, PLANNED, PLANNED, HIRED"
    })
    void is_reached_by_whoever_is_in_service_on_the_day_itself(
        String lastDay, String first, String second, StateName state) {
      assertThat(states(leaving(lastDay))).containsExactly("1 " + first, "2 " + second);
      assertThat(StateName.of(leaving(lastDay))).isEqualTo(state);
    }

    @Test
    void is_not_reached_by_whoever_leaves_on_the_last_day_of_probation() {
      var left = livedBy(hired(), firstReleased(), left());

      assertThat(states(left)).containsExactly("1 RELEASED", "2 CANCELLED");
      assertThat(left).isInstanceOf(Referral.Left.class);
    }

    @Test
    void is_not_reached_by_whose_hire_was_cancelled() {
      assertThat(states(aReferralWithItsHireCancelled()))
          .containsExactly("1 CANCELLED", "2 CANCELLED");
      assertThat(Owed.next(aReferralWithItsHireCancelled())).isEmpty();
    }

    @Test
    void is_reached_after_all_by_whoever_takes_the_resignation_back() {
      var stays =
          hiredThen(
              ended("2026-04-20T08:00:00Z", "2026-05-20"),
              ended("2026-04-25T08:00:00Z", "2030-12-31"));

      assertThat(states(stays)).containsExactly("1 PLANNED", "2 PLANNED");
    }

    @Test
    void is_reached_by_whoever_is_hired_again() {
      var back =
          hiredThen(cancelled("2026-04-20T08:00:00Z"), hired("2026-04-25T08:00:00Z", "2026-06-01"));

      assertThat(Owed.of(back).stream().map(Owed.Line::dueOn))
          .containsExactly(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 1));
      assertThat(states(back)).containsExactly("1 PLANNED", "2 PLANNED");
      assertThat(back).isInstanceOf(Referral.Hired.class);
    }
  }

  @Nested
  class Released_money {

    @Test
    void stays_with_its_due_day_when_the_start_moves() {
      var moved =
          livedBy(
              hired(),
              firstReleased(),
              reported("2026-05-04T12:00:00Z", startMoved("2026-05-04T08:00:00Z", "2026-06-01")));

      assertThat(Owed.of(moved).stream().map(Owed.Line::dueOn))
          .containsExactly(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 8, 1));
      assertThat(states(moved)).containsExactly("1 RELEASED", "2 PLANNED");
    }

    @Test
    void stays_when_the_hired_person_left_before_the_milestone() {
      var left =
          livedBy(
              hired(),
              firstReleased(),
              firstPaid(),
              reported("2026-06-01T12:00:00Z", ended("2026-05-31T08:00:00Z", "2026-04-30")));

      assertThat(states(left)).containsExactly("1 PAID", "2 CANCELLED");
    }
  }

  @Nested
  class The_next_instalment {

    @Test
    void is_the_planned_one_that_is_due_first() {
      assertThat(Owed.next(aHiredReferral()).map(Owed.Line::dueOn))
          .contains(LocalDate.of(2026, 5, 1));
      assertThat(Owed.next(aReferralInProbation()).map(Owed.Line::dueOn))
          .contains(LocalDate.of(2026, 7, 1));
      assertThat(Owed.next(aCompletedReferral())).isEmpty();
    }

    @Test
    void of_the_same_day_is_the_one_with_the_smaller_number() {
      var terms =
          new Particulars.Pinned(
              1,
              new Reward(
                  List.of(
                      new Instalment(2, Milestone.FIRST_WORKING_DAY, euros("1.00")),
                      new Instalment(1, Milestone.FIRST_WORKING_DAY, euros("2.00")))),
              2,
              Promise.within(30),
              12,
              AMSTERDAM,
              Duration.ofDays(5),
              Duration.ofDays(14),
              Duration.ofHours(24));
      var referral = lived(withTerms(particulars(), terms), accepted(), advanced(), hired());

      assertThat(Owed.next(referral).map(line -> line.instalment().number())).contains(1);
    }

    @Test
    void is_by_day_and_not_by_number() {
      var terms =
          new Particulars.Pinned(
              1,
              Reward.of(
                  euros("100.00"),
                  List.of(
                      InstalmentTerm.share(Milestone.END_OF_PROBATION, 50),
                      InstalmentTerm.share(Milestone.HIRE_AGREED, 50))),
              2,
              Promise.within(30),
              12,
              AMSTERDAM,
              Duration.ofDays(5),
              Duration.ofDays(14),
              Duration.ofHours(24));
      var referral = lived(withTerms(particulars(), terms), hired());

      assertThat(Owed.next(referral).map(Owed.Line::dueOn)).contains(LocalDate.of(2026, 3, 20));
    }
  }

  @Test
  void probation_begins_with_the_first_working_day_not_with_money_at_the_agreement() {
    var terms =
        new Particulars.Pinned(
            1,
            Reward.of(
                euros("100.00"),
                List.of(
                    InstalmentTerm.share(Milestone.HIRE_AGREED, 50),
                    InstalmentTerm.share(Milestone.END_OF_PROBATION, 50))),
            2,
            Promise.within(30),
            12,
            AMSTERDAM,
            Duration.ofDays(5),
            Duration.ofDays(14),
            Duration.ofHours(24));
    var released = released("2026-03-20T12:00:00Z", 1, "2026-03-20", "2026-04-17");

    assertThat(lived(withTerms(particulars(), terms), hired(), released))
        .isInstanceOf(Referral.Hired.class);
  }

  @Test
  void a_longer_probation_moves_the_second_half() {
    var longer = hiredThen(probationChanged("2026-05-20T08:00:00Z", "2026-07-31"));

    assertThat(Owed.of(longer).stream().map(Owed.Line::dueOn))
        .containsExactly(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 8, 1));
  }
}
