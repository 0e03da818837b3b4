package io.referralflow.referral;

import io.referralflow.eligibility.Rule;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.hire.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One decision about whether a referral earns, with the rules it rests on: what anybody concerned
/// can read who asks "why not?". It names nobody, and says nothing of others than that a rule
/// spoke.
///
/// @param outcome what was decided
/// @param rules the rules that were judged, in the order of the book; none where a person decided
/// @param reason the reason that a person gave
/// @param share how much of the reward a person allowed, where that is not the whole
/// @param appealed why the referrer finds the decision before wrong, of an appeal
public record Decision(
    Instant at,
    Kind kind,
    Outcome outcome,
    List<Judged> rules,
    Optional<SettlementReason> reason,
    Optional<Share> share,
    Optional<AppealReason> appealed) {

  /// A decision about the whole reward, which is no appeal.
  public Decision(
      Instant at,
      Kind kind,
      Outcome outcome,
      List<Judged> rules,
      Optional<SettlementReason> reason) {
    this(at, kind, outcome, rules, reason, Optional.empty(), Optional.empty());
  }

  public Decision {
    rules = List.copyOf(rules);
  }

  /// When it was decided.
  public enum Kind {
    SUBMISSION,
    HIRE,
    RELEASE,
    APPEAL,
    SETTLEMENT
  }

  /// What was decided.
  public enum Outcome {
    ACCEPTED,
    EARNS,
    HELD,
    EARNS_NOTHING,
    /// What was released stays; nothing more is.
    EARNS_NO_MORE
  }

  /// Whether a rule was met.
  public record Judged(Rule rule, boolean met) {}

  /// Every decision about a referral, in order of time.
  public static List<Decision> whole(List<Fact> facts) {
    return of(facts, Optional.empty());
  }

  /// The decisions that the referrer may know of at a moment: that a hire earns nothing is hidden
  /// for as long as the end is.
  public static List<Decision> forReferrer(List<Fact> facts, Instant now) {
    return of(facts, Optional.of(now));
  }

  private static List<Decision> of(List<Fact> facts, Optional<Instant> seenAt) {
    var decisions = new ArrayList<Decision>();
    Optional<Referral> before = Optional.empty();
    for (var fact : facts) {
      var one = List.of(fact);
      var after = before.map(known -> Life.of(known, one)).orElseGet(() -> Life.of(one));
      of(before, fact, after)
          .filter(it ->
              !isUnhappy(it.outcome())
                  || seenAt.isEmpty()
                  || Disclosure.isEnded(after, seenAt.get()))
          .ifPresent(decisions::add);
      before = Optional.of(after);
    }
    return List.copyOf(decisions);
  }

  private static Optional<Decision> of(Optional<Referral> before, Fact fact, Referral after) {
    var at = fact.at();
    return switch (fact) {
      case Fact.Submitted _ ->
          Optional.of(
              new Decision(
                  at,
                  Kind.SUBMISSION,
                  Outcome.ACCEPTED,
                  book(after).atSubmission().stream().map(rule -> new Judged(rule, true)).toList(),
                  Optional.empty()));
      case Fact.Reported(_, Report.Hired _) when isNews(before.orElse(after), after) ->
          Optional.of(hire(at, after));
      case Fact.SelfReferred _ -> Optional.of(refused(at, Rule.OWN_HIRE));
      case Fact.Outrun _ -> Optional.of(refused(at, Rule.OTHER_REFERRAL));
      case Fact.ReferrerLeft _ -> Optional.of(withoutReferrer(at, after));
      case Fact.Appealed(_, var reason, _) -> Optional.of(appealed(at, reason));
      case Fact.Allowed allowed -> Optional.of(allowed(allowed));
      case Fact.Refused(_, _, var reason) ->
          Optional.of(settled(at, Outcome.EARNS_NOTHING, reason));
      default -> Optional.empty();
    };
  }

  /// Whether a hire was attributed, or turned out to be in doubt.
  private static boolean isNews(Referral before, Referral after) {
    return before instanceof Referral.Open
        || (after instanceof Referral.Held && !(before instanceof Referral.Held));
  }

  private static Decision hire(Instant at, Referral after) {
    return after instanceof Referral.Held held
        ? judged(at, Outcome.HELD, after, broken(held))
        : judged(at, Outcome.EARNS, after, Optional.empty());
  }

  private static Optional<Rule> broken(Referral.Held held) {
    return switch (held.because()) {
      case HIRED_AFTER_END -> Optional.of(Rule.ENDED_BEFORE_HIRE);
      case SUBMITTED_AFTER_HIRE -> Optional.of(Rule.REFERRED_AFTER_HIRE);
      case CANDIDATE_KNOWN -> Optional.of(Rule.CANDIDATE_KNOWN);
      case APPEALED -> Optional.empty();
    };
  }

  private static Decision refused(Instant at, Rule rule) {
    return new Decision(
        at, Kind.HIRE, Outcome.EARNS_NOTHING, List.of(new Judged(rule, false)), Optional.empty());
  }

  private static boolean isUnhappy(Outcome outcome) {
    return switch (outcome) {
      case EARNS_NOTHING, EARNS_NO_MORE -> true;
      case ACCEPTED, EARNS, HELD -> false;
    };
  }

  private static Decision withoutReferrer(Instant at, Referral after) {
    var atHire = book(after).applies(Rule.REFERRER_LEFT_BEFORE_HIRE);
    return new Decision(
        at,
        atHire ? Kind.HIRE : Kind.RELEASE,
        after instanceof Referral.NotEligible ? Outcome.EARNS_NOTHING : Outcome.EARNS_NO_MORE,
        List.of(
            new Judged(
                atHire ? Rule.REFERRER_LEFT_BEFORE_HIRE : Rule.REFERRER_LEFT_BEFORE_MILESTONE,
                false)),
        Optional.empty());
  }

  /// A rule that was broken ends the judging: what comes after it in the book was not looked at.
  private static Decision judged(
      Instant at, Outcome outcome, Referral after, Optional<Rule> broken) {
    var rules = new ArrayList<Judged>();
    for (var rule : book(after).atHire()) {
      var isBroken = broken.filter(rule::equals).isPresent();
      rules.add(new Judged(rule, !isBroken));
      if (isBroken) {
        break;
      }
    }
    return new Decision(at, Kind.HIRE, outcome, rules, Optional.empty());
  }

  private static Decision allowed(Fact.Allowed fact) {
    return new Decision(
        fact.at(),
        Kind.SETTLEMENT,
        Outcome.EARNS,
        List.of(),
        Optional.of(fact.reason()),
        Optional.of(fact.share()).filter(share -> !share.isWhole()),
        Optional.empty());
  }

  private static Decision appealed(Instant at, AppealReason reason) {
    return new Decision(
        at,
        Kind.APPEAL,
        Outcome.HELD,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reason));
  }

  private static Decision settled(Instant at, Outcome outcome, SettlementReason reason) {
    return new Decision(at, Kind.SETTLEMENT, outcome, List.of(), Optional.of(reason));
  }

  private static RuleBook book(Referral referral) {
    return referral.particulars().terms().rules();
  }
}
