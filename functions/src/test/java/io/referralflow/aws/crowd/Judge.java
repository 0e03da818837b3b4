package io.referralflow.aws.crowd;

import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.port.History;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads what happened to one referral and looks for what cannot have been right.
///
/// The facts are in the order in which they were written. Each was written after one of the deeds
/// that can have written it began, and before the first deed ended that was told of it. When no
/// moments in rising order fit between these, the history is not linearizable. And what a deed was
/// told must have been true at some moment while it ran.
final class Judge {

  private final History history;
  private final List<Deed> deeds;
  private final List<Fact> facts;
  private final long[] earliest;
  private final long[] latest;
  private final List<String> violations = new ArrayList<>();

  private Judge(History history, List<Deed> deeds) {
    this.history = history;
    this.deeds = deeds;
    this.facts = history.facts();
    this.earliest = new long[facts.size()];
    this.latest = new long[facts.size()];
  }

  /// What was wrong, in words; nothing when all was right.
  ///
  /// @param prepared how many of the facts were there before the deeds began
  static List<String> violations(History history, List<Deed> deeds, int prepared) {
    var judge = new Judge(history, deeds);
    judge.fold();
    judge.releases();
    judge.moments(prepared);
    judge.answers(prepared);
    return judge.violations;
  }

  private void broken(String what) {
    violations.add(history.snapshot().referral().id().value() + ": " + what);
  }

  private void fold() {
    try {
      if (!Life.of(facts).equals(history.snapshot().referral())) {
        broken("the facts do not make the state");
      }
    } catch (IllegalStateException illegal) {
      broken("the facts do not follow each other: " + illegal.getMessage());
    }
  }

  /// Each instalment is released once, after its day began, and not for somebody of whom it was
  /// known by then that they leave before it.
  private void releases() {
    var released = new HashSet<Integer>();
    var paid = new HashSet<Integer>();
    for (var i = 0; i < facts.size(); i++) {
      switch (facts.get(i)) {
        case Fact.Released(_, var number, var dueOn, _) -> {
          if (!released.add(number)) {
            broken("instalment " + number + " is released twice");
          }
          var lastDay = lastDay(facts.subList(0, i));
          if (lastDay.filter(day -> day.isBefore(dueOn)).isPresent()) {
            broken("instalment " + number + " is released to a leaver: " + lastDay.get());
          }
          var zone = history.snapshot().referral().particulars().terms().zone();
          if (facts.get(i).at().isBefore(dueOn.atStartOfDay(zone).toInstant())) {
            broken("instalment " + number + " is released too early");
          }
        }
        case Fact.Paid(_, var number, _, _) -> {
          if (!paid.add(number) || !released.contains(number)) {
            broken("instalment " + number + " is paid twice or before it was released");
          }
        }
        default -> {}
      }
    }
    var events = new HashSet<String>();
    for (var fact : facts) {
      if (fact instanceof Fact.Reported(_, var report) && !events.add(report.stamp().eventId())) {
        broken("the event " + report.stamp().eventId() + " counts twice");
      }
    }
  }

  /// A hire that was made after a leave is a new beginning.
  private static Optional<LocalDate> lastDay(List<Fact> before) {
    var hired =
        before.stream()
            .flatMap(fact ->
                fact instanceof Fact.Reported(_, Report.Hired report)
                    ? Optional.of(report.stamp()).stream()
                    : Optional.<Stamp>empty().stream())
            .max(Stamp::compareTo);
    return before.stream()
        .flatMap(fact ->
            fact instanceof Fact.Reported(_, Report.Ended ended)
                ? Optional.of(ended).stream()
                : Optional.<Report.Ended>empty().stream())
        .filter(ended -> hired.filter(stamp -> stamp.compareTo(ended.stamp()) > 0).isEmpty())
        .max((one, other) -> one.stamp().compareTo(other.stamp()))
        .map(Report.Ended::lastDay);
  }

  private void moments(int prepared) {
    for (var i = prepared; i < facts.size(); i++) {
      var fact = facts.get(i);
      var first =
          deeds.stream()
              .filter(deed -> mayWrite(deed, fact))
              .mapToLong(Deed::began)
              .min()
              .orElse(Long.MAX_VALUE);
      if (first == Long.MAX_VALUE) {
        broken("nobody can have written " + fact);
      }
      earliest[i] = Math.max(i == 0 ? Long.MIN_VALUE : earliest[i - 1], first);
    }
    for (var i = facts.size() - 1; i >= prepared; i--) {
      var fact = facts.get(i);
      var last =
          deeds.stream()
              .filter(deed -> knowsOf(deed, fact))
              .mapToLong(Deed::ended)
              .min()
              .orElse(Long.MAX_VALUE);
      latest[i] = Math.min(i == facts.size() - 1 ? Long.MAX_VALUE : latest[i + 1], last);
      if (latest[i] < earliest[i]) {
        broken("no moment fits " + fact);
      }
    }
    for (var i = 0; i < prepared; i++) {
      earliest[i] = Long.MIN_VALUE;
      latest[i] = Long.MIN_VALUE;
    }
  }

  private static boolean mayWrite(Deed deed, Fact fact) {
    return switch (fact) {
      case Fact.Released(_, var number, _, _) ->
          deed.kind().equals("release") && deed.detail().equals("" + number);
      case Fact.Paid(_, var number, _, _) ->
          deed.kind().equals("confirm") && deed.detail().equals("" + number);
      case Fact.Reported(_, var report) ->
          (deed.kind().equals("hear") && deed.detail().equals(report.stamp().eventId()))
              || deed.kind().equals("upkeep")
              || deed.kind().equals("park");
      case Fact.Accepted _ -> deed.kind().equals("accept");
      case Fact.Declined _ -> deed.kind().equals("decline");
      case Fact.Withdrawn _ -> deed.kind().equals("decline");
      case Fact.TakenBack _ -> deed.kind().equals("take back");
      case Fact.Advanced _ -> deed.kind().equals("advance");
      case Fact.Rejected _ -> deed.kind().equals("reject");
      case Fact.CandidateTold _ -> deed.kind().equals("send");
      case Fact.Submitted _ -> deed.kind().equals("submit");
      case Fact.Reminded _, Fact.Expired _, Fact.Lapsed _, Fact.Erased _ ->
          deed.kind().equals("upkeep");
      default -> true;
    };
  }

  /// Whether the answer of a deed says that a fact was written.
  private static boolean knowsOf(Deed deed, Fact fact) {
    if (deed.outcome().equals("failed")) {
      return false;
    }
    return switch (fact) {
      case Fact.Released(_, var number, _, _) ->
          deed.kind().equals("confirm")
              && deed.detail().equals("" + number)
              && deed.outcome().equals("CONFIRMED");
      case Fact.Paid(_, var number, _, _) ->
          deed.kind().equals("confirm")
              && deed.detail().equals("" + number)
              && deed.outcome().equals("CONFIRMED");
      case Fact.Reported(_, var report) ->
          deed.kind().equals("hear")
              && deed.detail().equals(report.stamp().eventId())
              && deed.outcome().equals("Applied");
      case Fact.Accepted _ -> deed.kind().equals("accept") && deed.outcome().equals("Taken");
      case Fact.Declined _ -> deed.kind().equals("decline") && deed.outcome().equals("Taken");
      case Fact.Advanced _ -> deed.kind().equals("advance") && deed.outcome().equals("Decided");
      case Fact.Rejected _ -> deed.kind().equals("reject") && deed.outcome().equals("Decided");
      case Fact.TakenBack _ ->
          deed.kind().equals("take back") && deed.outcome().equals("TAKEN_BACK");
      default -> false;
    };
  }

  /// What was told must have been true at some moment while the deed ran; what was acknowledged
  /// must be there at the end.
  private void answers(int prepared) {
    for (var deed : deeds) {
      var isFine =
          switch (deed.kind() + " " + deed.outcome()) {
            case "confirm CONFIRMED" -> has(Fact.Paid.class, deed.detail());
            case "confirm NOT_RELEASED" ->
                atSomeMoment(deed, prepared, count -> !released(count, deed.detail()));
            case "accept Taken" -> has(Fact.Accepted.class, "");
            case "decline Taken" -> has(Fact.Declined.class, "") || has(Fact.Withdrawn.class, "");
            case "advance Decided" -> has(Fact.Advanced.class, "");
            case "reject Decided" -> has(Fact.Rejected.class, "");
            case "take back TAKEN_BACK" -> has(Fact.TakenBack.class, "");
            case "hear Applied" ->
                facts.stream()
                    .anyMatch(fact ->
                        fact instanceof Fact.Reported(_, var report)
                            && report.stamp().eventId().equals(deed.detail()));
            case "accept TooLate", "decline TooLate" ->
                atSomeMoment(
                    deed,
                    prepared,
                    count -> facts.subList(0, count).stream().anyMatch(Judge::endsAnswering));
            case "advance WrongState" ->
                atSomeMoment(
                    deed,
                    prepared,
                    count ->
                        !(Life.of(facts.subList(0, count))
                            instanceof io.referralflow.referral.Referral.Screening));
            default -> true;
          };
      if (!isFine) {
        broken("what was told is not true: " + deed.line());
      }
    }
  }

  private static boolean endsAnswering(Fact fact) {
    return !(fact instanceof Fact.Submitted || fact instanceof Fact.Reminded);
  }

  private boolean has(Class<? extends Fact> kind, String detail) {
    return facts.stream()
        .anyMatch(fact ->
            kind.isInstance(fact)
                && (!(fact instanceof Fact.Paid paid) || detail.equals("" + paid.instalment())));
  }

  private boolean released(int count, String instalment) {
    return facts.subList(0, count).stream()
        .anyMatch(fact ->
            fact instanceof Fact.Released released
                && instalment.equals("" + released.instalment()));
  }

  @FunctionalInterface
  private interface AfterFacts {
    boolean holds(int count);
  }

  private boolean atSomeMoment(Deed deed, int prepared, AfterFacts truth) {
    for (var count = Math.max(1, prepared); count <= facts.size(); count++) {
      var from = count == 0 || count <= prepared ? Long.MIN_VALUE : earliest[count - 1];
      var to = count == facts.size() ? Long.MAX_VALUE : latest[count];
      if (from <= deed.ended() && to >= deed.began() && truth.holds(count)) {
        return true;
      }
    }
    return false;
  }
}
