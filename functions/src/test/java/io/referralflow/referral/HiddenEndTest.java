package io.referralflow.referral;

import static io.referralflow.referral.ViewTest.WEEKDAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.referralflow.hire.Report;
import io.referralflow.referral.TimelineEntry.Kind;
import io.referralflow.reward.InstalmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/// On thousands of lives: until an unhappy end may be shown, the referrer sees exactly what there
/// was to see without it, be it that the candidate declined, that a recruiter rejected, that
/// somebody else's referral earned the hire, or that the hire was called off.
@Tag("exhaustive")
class HiddenEndTest {

  private static final Duration DELAY = Duration.ofHours(24);

  private static final Set<Kind> FOR_RECRUITERS_ONLY =
      EnumSet.range(Kind.DECLINED, Kind.ALREADY_KNOWN);

  private static final Set<StateName> FOR_REFERRERS =
      EnumSet.of(
          StateName.INVITED,
          StateName.SCREENING,
          StateName.HIRING,
          StateName.HIRED,
          StateName.PROBATION,
          StateName.COMPLETED,
          StateName.HELD,
          StateName.ENDED);

  private int compared;

  private static QuickTheory theory() {
    return qt().withFixedSeed(20260302L).withExamples(500).withShrinkCycles(0);
  }

  private static Gen<List<Fact>> lives() {
    return longs().all().map(RandomLife::of);
  }

  private static View seen(List<Fact> facts, Instant now) {
    return View.forReferrer(Life.of(facts), facts, now, WEEKDAYS);
  }

  @Test
  void nothing_changes_before_an_end_may_be_shown() {
    theory()
        .forAll(lives())
        .checkAssert(life -> {
          for (var i = 1; i < life.size(); i++) {
            var before = life.subList(0, i);
            var after = life.subList(0, i + 1);
            for (var now : momentsOfSilence(Life.of(before), life.get(i))) {
              assertThat(seen(after, now))
                  .as("%s at %s after %s", life.get(i), now, before)
                  .isEqualTo(seen(before, now));
              compared++;
            }
          }
        });

    assertThat(compared).isGreaterThan(4_000);
  }

  /// Moments at which the referrer may not know of a fact yet; none for a fact that is no secret.
  private static List<Instant> momentsOfSilence(Referral before, Fact fact) {
    var at = fact.at();
    var nearly = at.plus(DELAY).minusMillis(1);
    return switch (fact) {
      case Fact.Declined _,
          Fact.Expired _,
          Fact.Lapsed _,
          Fact.Rejected _,
          Fact.Withdrawn _,
          Fact.Objected _,
          Fact.CopyGiven _,
          Fact.Corrected _,
          Fact.TurnedDown _,
          Fact.Erased _ ->
          List.of(at, nearly, at.plus(Duration.ofDays(400)));
      case Fact.PhaseEntered _ ->
          before instanceof Referral.Invited
              ? List.of(at, nearly, at.plus(Duration.ofDays(400)))
              : List.of();
      case Fact.CandidateTold _, Fact.Outrun _, Fact.Refused _, Fact.ReferrerLeft _ ->
          List.of(at, nearly);
      case Fact.Reported(_, Report.Cancelled _) -> List.of(at, nearly);
      case Fact.Reported(_, Report.Ended _) ->
          bringsBack(before, fact) ? List.of() : List.of(at, nearly);
      case Fact.Reported _,
          Fact.Submitted _,
          Fact.Reminded _,
          Fact.AddressCorrected _,
          Fact.Moved _,
          Fact.Accepted _,
          Fact.Advanced _,
          Fact.TakenBack _,
          Fact.SelfReferred _,
          Fact.Divided _,
          Fact.Appealed _,
          Fact.Allowed _,
          Fact.Released _,
          Fact.Paid _,
          Fact.PutOnHold _,
          Fact.TakenOffHold _,
          Fact.PaymentCorrected _ ->
          List.of();
    };
  }

  /// Whether a leave, being later than the one known before, makes money planned again.
  private static boolean bringsBack(Referral before, Fact fact) {
    var cancelled = cancelled(before);
    return !cancelled(Life.after(before, fact).orElseThrow()).containsAll(cancelled);
  }

  private static List<Integer> cancelled(Referral referral) {
    return Owed.of(referral).stream()
        .filter(line -> line.state() == InstalmentState.CANCELLED)
        .map(line -> line.instalment().number())
        .toList();
  }

  @Test
  void no_true_end_is_ever_named_to_the_referrer() {
    theory()
        .forAll(lives(), longs().between(0, 400L * 24 * 60))
        .checkAssert((life, minutes) -> {
          var now = life.getFirst().at().plus(Duration.ofMinutes(minutes));
          var known = life.stream().filter(fact -> !fact.at().isAfter(now)).toList();
          var view = seen(known, now);

          assertThat(view.state()).isIn(FOR_REFERRERS);
          assertThat(view.timeline())
              .extracting(TimelineEntry::kind)
              .doesNotContainAnyElementsOf(FOR_RECRUITERS_ONLY);
          assertThat(view.timeline()).extracting(TimelineEntry::at).isSorted();
          assertThat(view.timeline()).allMatch(entry -> !entry.at().isAfter(now));
        });
  }

  @Test
  void what_was_written_in_the_timeline_stays_there() {
    theory()
        .forAll(lives(), longs().between(0, 400L * 24 * 60))
        .checkAssert((life, minutes) -> {
          var now = life.getFirst().at().plus(Duration.ofMinutes(minutes));
          var known = life.stream().filter(fact -> !fact.at().isAfter(now)).toList();
          var shown = seen(known, now).timeline();

          for (var i = known.size(); i < life.size(); i++) {
            var later = new ArrayList<>(life.subList(0, i + 1));
            assertThat(seen(later, life.get(i).at()).timeline())
                .startsWith(shown.toArray(TimelineEntry[]::new));
          }
        });
  }

  @Test
  void the_candidate_decides_how_much_is_told() {
    theory()
        .forAll(lives())
        .checkAssert(life -> {
          var referral = Life.of(life);
          var ends =
              seen(life, life.getLast().at().plus(Duration.ofDays(400))).timeline().stream()
                  .filter(entry -> entry.kind() == Kind.ENDED)
                  .toList();

          for (var end : ends) {
            var none = new Outcome(Optional.empty(), Optional.empty());
            switch (referral.dossier().feedback()) {
              case NOTHING ->
                  assertThat(new Outcome(end.stage(), Optional.empty())).isEqualTo(none);
              case STAGE -> assertThat(end.reason()).isEmpty();
              case REASON -> assertThat(end.stage()).isPresent();
            }
          }
        });
  }
}
