package io.referralflow.letter;

import static io.referralflow.reward.InstalmentState.CANCELLED;
import static io.referralflow.reward.InstalmentState.PAID;
import static io.referralflow.reward.InstalmentState.PLANNED;
import static io.referralflow.reward.InstalmentState.RELEASED;
import static io.referralflow.reward.Milestone.END_OF_PROBATION;
import static io.referralflow.reward.Milestone.FIRST_WORKING_DAY;

import io.referralflow.candidate.Language;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.Stage;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Letters about Emma, who referred Sam as a test engineer.
final class LetterFixtures {

  static final Currency EURO = Currency.getInstance("EUR");
  static final URI PAGE = URI.create("https://referrals.example.com/#/referrals/1042");
  static final ZonedDateTime RECEIVED =
      ZonedDateTime.of(2026, 11, 23, 9, 5, 0, 0, ZoneId.of("Europe/Amsterdam"));

  private LetterFixtures() {}

  /// What every letter knows, and nothing else.
  static LetterFacts.Builder bare(LetterKind kind, Language language) {
    return LetterFacts.about(
        language,
        "Example Engineering",
        switch (kind.recipient()) {
          case CANDIDATE -> "Sam Sample";
          case REFERRER -> "Emma Bakker";
          case FINANCE -> "";
        },
        "Emma Bakker",
        "Test engineer",
        1042);
  }

  /// Just what this letter cannot do without.
  static LetterFacts minimal(LetterKind kind, Language language) {
    return switch (kind) {
      case INVITATION, INVITATION_REMINDER ->
          bare(kind, language)
              .link(PAGE)
              .answerBy(day("2026-12-07"))
              .keptUntil(Optional.of(day("2027-01-04")))
              .build();
      case REJECTED, EXPIRED, TAKEN_BACK ->
          bare(kind, language).link(PAGE).keptUntil(Optional.of(day("2027-01-04"))).build();
      case GOODBYE -> bare(kind, language).build();
      case RECEIVED ->
          bare(kind, language).link(PAGE).receivedAt(RECEIVED).answerBy(day("2026-12-07")).build();
      case HIRED ->
          bare(kind, language).link(PAGE).startsOn(Optional.of(day("2027-02-01"))).build();
      case ACCEPTED, ADVANCED, PLAN_CHANGED, HELD, ENDED -> bare(kind, language).link(PAGE).build();
      case PAID ->
          bare(kind, language)
              .link(PAGE)
              .instalments(List.of(paidFirst()))
              .payout(1, "RF-1042-1")
              .paidOn(day("2027-02-26"))
              .build();
      case PAYOUT, PAYOUT_COPY ->
          bare(kind, language)
              .link(PAGE)
              .instalments(List.of(first(RELEASED)))
              .payout(1, "RF-1042-1")
              .build();
    };
  }

  /// All that can be known when this letter is written.
  static LetterFacts full(LetterKind kind, Language language) {
    return bare(kind, language)
        .candidate(Optional.of("Sam Sample"))
        .link(PAGE)
        .receivedAt(RECEIVED)
        .answerBy(day("2026-12-07"))
        .keptUntil(Optional.of(day("2027-01-04")))
        .startsOn(Optional.of(day("2027-02-01")))
        .instalments(instalments(kind))
        .payout(1, "RF-1042-1")
        .paidOn(day("2027-02-26"))
        .ending(Optional.of(Stage.HIRING), Optional.of(RejectionReason.EXPERIENCE))
        .build();
  }

  private static List<LetterInstalment> instalments(LetterKind kind) {
    return switch (kind) {
      case RECEIVED -> List.of(undated(1, FIRST_WORKING_DAY), undated(2, END_OF_PROBATION));
      case PAID -> List.of(paidFirst(), second(PLANNED));
      case PLAN_CHANGED -> List.of(paidFirst(), second(CANCELLED));
      case ENDED ->
          List.of(
              undated(1, FIRST_WORKING_DAY, CANCELLED), undated(2, END_OF_PROBATION, CANCELLED));
      case PAYOUT, PAYOUT_COPY -> List.of(first(RELEASED), second(PLANNED));
      default -> List.of(first(PLANNED), second(PLANNED));
    };
  }

  static LetterInstalment first(InstalmentState state) {
    return new LetterInstalment(
        1,
        FIRST_WORKING_DAY,
        euros(1750),
        Optional.of(day("2027-02-01")),
        Optional.of(day("2027-03-03")),
        state);
  }

  static LetterInstalment second(InstalmentState state) {
    return new LetterInstalment(
        2,
        END_OF_PROBATION,
        euros(1750),
        Optional.of(day("2027-04-01")),
        Optional.of(day("2027-04-30")),
        state);
  }

  static LetterInstalment paidFirst() {
    return first(PAID);
  }

  static LetterInstalment undated(int number, Milestone milestone) {
    return undated(number, milestone, PLANNED);
  }

  static LetterInstalment undated(int number, Milestone milestone, InstalmentState state) {
    return new LetterInstalment(
        number, milestone, euros(1750), Optional.empty(), Optional.empty(), state);
  }

  static Money euros(long whole) {
    return new Money(whole * 100, EURO);
  }

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
