package io.referralflow.letter;

import static io.referralflow.letter.LetterFixtures.Need.ANSWER_BY;
import static io.referralflow.letter.LetterFixtures.Need.LINK;
import static io.referralflow.letter.LetterFixtures.Need.PAID_ON;
import static io.referralflow.letter.LetterFixtures.Need.PAYOUT_FACTS;
import static io.referralflow.letter.LetterFixtures.Need.RECEIVED_AT;
import static io.referralflow.letter.LetterFixtures.Need.STARTS_ON;
import static io.referralflow.letter.LetterKind.ACCEPTED;
import static io.referralflow.letter.LetterKind.ADVANCED;
import static io.referralflow.letter.LetterKind.ENDED;
import static io.referralflow.letter.LetterKind.EXPIRED;
import static io.referralflow.letter.LetterKind.GOODBYE;
import static io.referralflow.letter.LetterKind.HIRED;
import static io.referralflow.letter.LetterKind.INVITATION;
import static io.referralflow.letter.LetterKind.INVITATION_REMINDER;
import static io.referralflow.letter.LetterKind.PAYOUT;
import static io.referralflow.letter.LetterKind.PAYOUT_COPY;
import static io.referralflow.letter.LetterKind.PLAN_CHANGED;
import static io.referralflow.letter.LetterKind.RECEIVED;
import static io.referralflow.letter.LetterKind.REJECTED;
import static io.referralflow.letter.LetterKind.TAKEN_BACK;
import static io.referralflow.reward.InstalmentState.CANCELLED;
import static io.referralflow.reward.InstalmentState.PAID;
import static io.referralflow.reward.InstalmentState.PLANNED;
import static io.referralflow.reward.InstalmentState.RELEASED;
import static io.referralflow.reward.Milestone.END_OF_PROBATION;
import static io.referralflow.reward.Milestone.FIRST_WORKING_DAY;
import static java.util.Map.entry;

import io.referralflow.candidate.Language;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.Stage;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.RewardKind;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Letters about Emma, who referred Sam as a test engineer.
final class LetterFixtures {

  static final Currency EURO = Currency.getInstance("EUR");
  static final URI PAGE = URI.create("https://referrals.example.com/#/referrals/1042");
  static final ZonedDateTime RECEIVED_ON_MONDAY =
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
          case FINANCE, PROGRAMME_MANAGER -> "";
          case MANAGER -> "Mark Manager";
        },
        "Emma Bakker",
        "Test engineer",
        1042);
  }

  /// The facts that a letter of each kind cannot do without.
  static final Map<LetterKind, Set<Need>> NEEDS =
      new EnumMap<>(
          Map.ofEntries(
              entry(INVITATION, Set.of(LINK, ANSWER_BY)),
              entry(INVITATION_REMINDER, Set.of(LINK, ANSWER_BY)),
              entry(REJECTED, Set.of()),
              entry(EXPIRED, Set.of()),
              entry(LetterKind.LAPSED, Set.of()),
              entry(GOODBYE, Set.of()),
              entry(TAKEN_BACK, Set.of()),
              entry(LetterKind.VACANCY_CHANGED, Set.of(LINK)),
              entry(LetterKind.IMPORTED, Set.of(LINK)),
              entry(RECEIVED, Set.of(LINK, RECEIVED_AT, ANSWER_BY)),
              entry(LetterKind.ENTERED, Set.of(LINK, RECEIVED_AT, ANSWER_BY)),
              entry(LetterKind.MOVED, Set.of(LINK)),
              entry(ACCEPTED, Set.of(LINK)),
              entry(ADVANCED, Set.of(LINK)),
              entry(HIRED, Set.of(LINK, STARTS_ON)),
              entry(PLAN_CHANGED, Set.of(LINK)),
              entry(LetterKind.PAID, Set.of(LINK, PAYOUT_FACTS, PAID_ON)),
              entry(LetterKind.HELD, Set.of(LINK)),
              entry(ENDED, Set.of(LINK)),
              entry(LetterKind.APPEAL_ALLOWED, Set.of(LINK, STARTS_ON)),
              entry(LetterKind.APPEAL_DISMISSED, Set.of(LINK)),
              entry(PAYOUT, Set.of(LINK, PAYOUT_FACTS)),
              entry(PAYOUT_COPY, Set.of(LINK, PAYOUT_FACTS)),
              entry(LetterKind.PROMISE_NEAR, Set.of(LINK, PAYOUT_FACTS)),
              entry(LetterKind.THANKS, Set.of(LINK)),
              entry(LetterKind.THANKS_LATE, Set.of(LINK))));

  /// A fact that some letters cannot do without.
  enum Need {
    LINK,
    RECEIVED_AT,
    ANSWER_BY,
    STARTS_ON,
    PAID_ON,
    PAYOUT_FACTS;

    LetterFacts.Builder addTo(LetterFacts.Builder builder) {
      return switch (this) {
        case LINK -> builder.link(PAGE);
        case RECEIVED_AT -> builder.receivedAt(RECEIVED_ON_MONDAY);
        case ANSWER_BY -> builder.answerBy(day("2026-12-07"));
        case STARTS_ON -> builder.startsOn(Optional.of(day("2027-02-01")));
        case PAID_ON -> builder.paidOn(day("2027-02-26"));
        case PAYOUT_FACTS -> builder.instalments(List.of(first(PAID))).payout(1, "RF-1042-1");
      };
    }
  }

  /// Just what this letter cannot do without.
  static LetterFacts minimal(LetterKind kind, Language language) {
    return with(kind, language, NEEDS.getOrDefault(kind, Set.of()));
  }

  static LetterFacts with(LetterKind kind, Language language, Set<Need> needs) {
    var builder = bare(kind, language);
    for (var need : needs) {
      builder = need.addTo(builder);
    }
    return builder.build();
  }

  /// About two days off.
  static LetterFacts inKind(LetterKind kind, Language language, String english) {
    return benefit(kind, language, new Benefit(RewardKind.DAYS_OFF, 2, "Dag vrij", english));
  }

  static LetterFacts benefit(LetterKind kind, Language language, Benefit benefit) {
    var part =
        new LetterInstalment(
            1,
            END_OF_PROBATION,
            euros(0),
            Optional.of(day("2027-04-01")),
            Optional.of(day("2027-04-30")),
            kind == LetterKind.PAID ? PAID : RELEASED,
            Optional.of(benefit));
    return bare(kind, language)
        .link(PAGE)
        .instalments(List.of(part))
        .payout(1, "RF-1042-1")
        .paidOn(day("2027-04-28"))
        .taxLabel(Optional.of("Untaxed"))
        .build();
  }

  /// All that can be known when this letter is written.
  static LetterFacts full(LetterKind kind, Language language) {
    return bare(kind, language)
        .candidate(Optional.of("Sam Sample"))
        .link(PAGE)
        .receivedAt(RECEIVED_ON_MONDAY)
        .answerBy(day("2026-12-07"))
        .keptUntil(Optional.of(day("2027-01-04")))
        .startsOn(kind == GOODBYE ? Optional.empty() : Optional.of(day("2027-02-01")))
        .instalments(instalments(kind))
        .payout(1, "RF-1042-1")
        .paidOn(day("2027-02-26"))
        .ending(Optional.of(Stage.HIRING), Optional.of(RejectionReason.EXPERIENCE))
        .privacyContact(Optional.of("privacy@example.com"))
        .build();
  }

  private static List<LetterInstalment> instalments(LetterKind kind) {
    return switch (kind) {
      case RECEIVED -> List.of(undated(1, FIRST_WORKING_DAY), undated(2, END_OF_PROBATION));
      case PAID -> List.of(first(PAID), second(PLANNED));
      case PLAN_CHANGED -> List.of(first(PAID), second(CANCELLED));
      case ENDED ->
          List.of(
              undated(1, FIRST_WORKING_DAY, CANCELLED), undated(2, END_OF_PROBATION, CANCELLED));
      case PAYOUT, PAYOUT_COPY, PROMISE_NEAR -> List.of(first(RELEASED), second(PLANNED));
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
