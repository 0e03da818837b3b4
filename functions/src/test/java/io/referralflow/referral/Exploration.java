package io.referralflow.referral;

import static io.referralflow.hire.ReportFixtures.cancelled;
import static io.referralflow.hire.ReportFixtures.ended;
import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.addressCorrected;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.allowed;
import static io.referralflow.referral.FactFixtures.appealed;
import static io.referralflow.referral.FactFixtures.candidateTold;
import static io.referralflow.referral.FactFixtures.copyGiven;
import static io.referralflow.referral.FactFixtures.corrected;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.divided;
import static io.referralflow.referral.FactFixtures.erased;
import static io.referralflow.referral.FactFixtures.expired;
import static io.referralflow.referral.FactFixtures.firstCorrected;
import static io.referralflow.referral.FactFixtures.firstOffHold;
import static io.referralflow.referral.FactFixtures.firstOnHold;
import static io.referralflow.referral.FactFixtures.firstPaid;
import static io.referralflow.referral.FactFixtures.firstReleased;
import static io.referralflow.referral.FactFixtures.hireCancelled;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.hiredBeforeSubmission;
import static io.referralflow.referral.FactFixtures.lapsed;
import static io.referralflow.referral.FactFixtures.left;
import static io.referralflow.referral.FactFixtures.moved;
import static io.referralflow.referral.FactFixtures.objected;
import static io.referralflow.referral.FactFixtures.outrun;
import static io.referralflow.referral.FactFixtures.particulars;
import static io.referralflow.referral.FactFixtures.phaseEntered;
import static io.referralflow.referral.FactFixtures.referrerLeft;
import static io.referralflow.referral.FactFixtures.refused;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.released;
import static io.referralflow.referral.FactFixtures.reminded;
import static io.referralflow.referral.FactFixtures.reported;
import static io.referralflow.referral.FactFixtures.secondPaid;
import static io.referralflow.referral.FactFixtures.secondReleased;
import static io.referralflow.referral.FactFixtures.selfReferred;
import static io.referralflow.referral.FactFixtures.submitted;
import static io.referralflow.referral.FactFixtures.takenBack;
import static io.referralflow.referral.FactFixtures.turnedDown;
import static io.referralflow.referral.FactFixtures.withdrawn;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.hire.Report;
import io.referralflow.hire.ReportFixtures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every state that a referral can reach by a fixed choice of facts, in any order and any number,
/// and what each of these facts does there. A finite model is enumerated, not sampled. There are
/// six choices, since their product would only repeat itself: all that people do, all that HR
/// reports, all that it corrects, all that comes before an answer, what matters where the terms
/// want the referrer in service, and all that is said of phases.
final class Exploration {

  /// A fact that led from one state to the next.
  record Move(Referral before, Fact fact, Referral after) {}

  private static final List<Fact> WHAT_PEOPLE_DO =
      List.of(
          submitted(),
          reminded(),
          accepted(Feedback.REASON, Keep.YEAR),
          declined(),
          expired(),
          lapsed(),
          withdrawn(),
          objected(),
          copyGiven(),
          corrected(),
          takenBack(),
          advanced(),
          rejected(),
          hired(),
          hiredBeforeSubmission(),
          startMoved(),
          hireCancelled(),
          left(),
          divided(),
          outrun(),
          appealed(),
          selfReferred(),
          allowed(),
          refused(),
          firstReleased(),
          secondReleased(),
          firstPaid(),
          firstOnHold(),
          firstOffHold(),
          firstCorrected(),
          candidateTold(),
          erased());

  private static final List<Fact> WHAT_HR_REPORTS =
      List.of(
          declined(),
          hired(),
          hiredBeforeSubmission(),
          reported("2026-05-25T12:00:00Z", hired("2026-05-25T08:00:00Z", "2026-06-01")),
          startMoved(),
          probationChanged(),
          hireCancelled(),
          left(),
          reported("2026-05-19T12:00:00Z", ended("2026-05-19T08:00:00Z", "2026-12-31")),
          selfReferred(),
          allowed(),
          refused(),
          firstReleased(),
          released("2026-06-01T06:00:00Z", 1, "2026-06-01", "2026-07-01"),
          secondReleased(),
          released("2026-08-01T06:00:00Z", 2, "2026-08-01", "2026-08-31"),
          firstPaid(),
          secondPaid());

  private static final List<Fact> WHAT_HR_CORRECTS =
      List.of(
          hired(),
          reported("2026-05-26T12:00:00Z", hired("2026-05-26T08:00:00Z", "2026-06-01")),
          reported("2026-05-27T12:00:00Z", startMoved("2026-05-27T08:00:00Z", "2026-07-01")),
          reported("2026-05-28T12:00:00Z", startMoved("2026-05-28T08:00:00Z", "2026-04-15")),
          reported("2026-05-21T12:00:00Z", probationChanged("2026-05-21T08:00:00Z", "2026-05-10")),
          reported("2026-05-22T12:00:00Z", probationChanged("2026-05-22T08:00:00Z", "2027-01-31")),
          reported("2026-03-19T12:00:00Z", cancelled("2026-03-19T08:00:00Z")),
          hireCancelled(),
          left(),
          reported("2026-05-19T12:00:00Z", ended("2026-05-19T08:00:00Z", "2026-12-31")),
          reported("2026-05-29T12:00:00Z", ended("2026-05-29T08:00:00Z", "2026-06-20")),
          firstReleased(),
          secondReleased(),
          firstPaid());

  private static final List<Fact> BEFORE_THE_ANSWER =
      List.of(
          reminded(),
          addressCorrected(),
          moved(),
          accepted(Feedback.REASON, Keep.YEAR),
          declined(),
          expired(),
          withdrawn(),
          takenBack());

  private static final List<Fact> WHERE_THE_REFERRER_MUST_STAY =
      List.of(
          hired(),
          startMoved(),
          hireCancelled(),
          left(),
          referrerLeft(),
          referrerLeft("2026-04-30T22:00:00Z", "2026-04-15"),
          appealed(),
          allowed(),
          firstReleased(),
          secondReleased(),
          firstPaid(),
          erased());

  private static final List<Fact> WHAT_IS_SAID_OF_PHASES =
      List.of(
          turnedDown(),
          accepted(Feedback.REASON, Keep.YEAR),
          declined(),
          withdrawn(),
          phaseEntered("2026-03-02T15:00:00Z", "screening", "2026-03-02T14:00:00Z"),
          phaseEntered(),
          phaseEntered("2026-03-08T15:00:00Z", "offer", "2026-03-08T14:00:00Z"),
          phaseEntered("2026-03-09T15:00:00Z", "interview", "2026-03-07T14:00:00Z"),
          advanced(),
          rejected(),
          hired(),
          candidateTold());

  private static final Exploration WHOLE = new Exploration();

  private final Map<Referral, List<Fact>> paths = new LinkedHashMap<>();

  private final List<Move> moves = new ArrayList<>();

  private Exploration() {
    explore(WHAT_PEOPLE_DO);
    explore(WHAT_HR_REPORTS);
    explore(WHAT_HR_CORRECTS);
    explore(BEFORE_THE_ANSWER);
    explore(submitted(particulars(ServiceDay.MILESTONE)), WHERE_THE_REFERRER_MUST_STAY);
    explore(WHAT_IS_SAID_OF_PHASES);
    var facts =
        Stream.of(
                WHAT_PEOPLE_DO,
                WHAT_HR_REPORTS,
                WHAT_HR_CORRECTS,
                BEFORE_THE_ANSWER,
                WHERE_THE_REFERRER_MUST_STAY,
                WHAT_IS_SAID_OF_PHASES)
            .flatMap(List::stream)
            .distinct()
            .toList();
    for (var before : paths.keySet()) {
      for (var fact : facts) {
        Life.after(before, fact).ifPresent(after -> moves.add(new Move(before, fact, after)));
      }
    }
  }

  private void explore(List<Fact> facts) {
    explore(submitted(), facts);
  }

  private void explore(Fact.Submitted first, List<Fact> facts) {
    var queue = new ArrayDeque<Referral>();
    var seen = new HashSet<Referral>();
    var begun = Life.begin(first);
    paths.put(begun, List.of(first));
    seen.add(begun);
    queue.add(begun);
    while (!queue.isEmpty()) {
      var before = queue.remove();
      for (var fact : facts) {
        Life.after(before, fact)
            .filter(seen::add)
            .ifPresent(reached -> {
              queue.add(reached);
              paths.computeIfAbsent(
                  reached, _ -> with(paths.getOrDefault(before, List.of()), fact));
            });
      }
    }
  }

  private static List<Fact> with(List<Fact> facts, Fact next) {
    var all = new ArrayList<>(facts);
    all.add(next);
    return List.copyOf(all);
  }

  private static Report startMoved(String occurredAt, String start) {
    return ReportFixtures.startMoved(occurredAt, start);
  }

  private static Report probationChanged(String occurredAt, String lastDay) {
    return ReportFixtures.probationChanged(occurredAt, lastDay);
  }

  /// The start moved to 1 June.
  private static Fact.Reported startMoved() {
    return reported(
        "2026-04-10T12:00:00Z", ReportFixtures.startMoved("2026-04-10T08:00:00Z", "2026-06-01"));
  }

  /// Probation made longer, until 31 July.
  private static Fact.Reported probationChanged() {
    return reported("2026-04-11T12:00:00Z", probationChanged("2026-04-11T08:00:00Z", "2026-07-31"));
  }

  static Exploration whole() {
    return WHOLE;
  }

  /// What every fact of any choice does in every state; a move that is not here is refused.
  Stream<Move> moves() {
    return moves.stream();
  }

  /// Every state with the shortest way there.
  Map<Referral, List<Fact>> paths() {
    return paths;
  }
}
