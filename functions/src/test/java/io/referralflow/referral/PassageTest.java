package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.candidateTold;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.particulars;
import static io.referralflow.referral.FactFixtures.phaseEntered;
import static io.referralflow.referral.FactFixtures.rejected;
import static io.referralflow.referral.FactFixtures.submitted;
import static io.referralflow.referral.FactFixtures.turnedDown;
import static io.referralflow.referral.FactFixtures.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Stamp;
import io.referralflow.programme.Phase;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.Procedure;
import io.referralflow.referral.TimelineEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The phases that a referral comes through, in whatever order they are told.
class PassageTest {

  private static final Phase SCREENING = Procedure.STANDARD.phases().get(0);
  private static final Phase INTERVIEW = Procedure.STANDARD.phases().get(1);
  private static final Phase OFFER = Procedure.STANDARD.phases().get(2);

  private static List<Fact> life(Fact... facts) {
    var all = new ArrayList<Fact>(List.of(submitted()));
    all.addAll(List.of(facts));
    return all;
  }

  private static List<Passage> path(Fact... facts) {
    return Passage.of(Life.of(life(facts)), life(facts));
  }

  private static Passage passage(Phase phase, String since, String until) {
    return new Passage(phase, Instant.parse(since), Optional.of(Instant.parse(until)));
  }

  private static Passage passage(Phase phase, String since) {
    return new Passage(phase, Instant.parse(since), Optional.empty());
  }

  @Test
  void nobody_is_in_a_phase_before_the_yes() {
    assertThat(path()).isEmpty();
    assertThat(Passage.now(Life.of(life()))).isEmpty();
  }

  @Test
  void the_yes_begins_the_first_and_the_decision_the_second_phase() {
    assertThat(path(accepted())).containsExactly(passage(SCREENING, "2026-03-03T10:00:00Z"));
    assertThat(path(accepted(), advanced()))
        .containsExactly(
            passage(SCREENING, "2026-03-03T10:00:00Z", "2026-03-05T11:00:00Z"),
            passage(INTERVIEW, "2026-03-05T11:00:00Z"));
    assertThat(Passage.now(Life.of(life(accepted(), advanced()))))
        .contains(passage(INTERVIEW, "2026-03-05T11:00:00Z"));
  }

  @Test
  void an_end_ends_the_last_phase() {
    assertThat(path(accepted(), rejected()))
        .containsExactly(passage(SCREENING, "2026-03-03T10:00:00Z", "2026-03-06T11:00:00Z"));
    assertThat(path(accepted(), hired()))
        .containsExactly(passage(SCREENING, "2026-03-03T10:00:00Z", "2026-03-20T12:00:00Z"));
    assertThat(path(accepted(), rejected(), candidateTold(), hired()))
        .containsExactly(passage(SCREENING, "2026-03-03T10:00:00Z", "2026-03-20T12:00:00Z"));
    assertThat(Passage.now(Life.of(life(accepted(), rejected())))).isEmpty();
    assertThat(Passage.now(Life.of(life(accepted(), hired())))).isEmpty();
    assertThat(path(declined())).isEmpty();
  }

  @Test
  void a_phase_that_is_said_to_begin_after_the_end_lasted_no_time() {
    var ahead = phaseEntered("2026-03-05T11:30:00Z", "offer", "2026-03-06T11:30:00Z");

    assertThat(path(accepted(), ahead, rejected()))
        .containsExactly(
            passage(SCREENING, "2026-03-03T10:00:00Z", "2026-03-06T11:30:00Z"),
            passage(OFFER, "2026-03-06T11:30:00Z", "2026-03-06T11:30:00Z"));
  }

  @Test
  void leaving_the_first_phase_passes_the_screening() {
    assertThat(Life.after(Life.of(life(accepted())), phaseEntered()))
        .hasValueSatisfying(after -> {
          assertThat(after).isInstanceOf(Referral.Hiring.class);
          assertThat(((Referral.Hiring) after).since()).isEqualTo("2026-03-05T11:30:00Z");
        });
    assertThat(
            Life.of(
                life(
                    accepted(),
                    phaseEntered("2026-03-04T10:00:00Z", "screening", "2026-03-04T10:00:00Z"))))
        .isInstanceOf(Referral.Screening.class);
  }

  @Test
  void coming_back_does_not_undo_that_the_screening_was_passed() {
    var back = phaseEntered("2026-03-07T10:00:00Z", "screening", "2026-03-07T10:00:00Z");

    assertThat(Life.of(life(accepted(), phaseEntered(), back)))
        .isInstanceOf(Referral.Hiring.class)
        .satisfies(after ->
            assertThat(Passage.now(after)).contains(passage(SCREENING, "2026-03-07T10:00:00Z")));
    assertThat(path(accepted(), phaseEntered(), back))
        .extracting(Passage::phase)
        .containsExactly(SCREENING, INTERVIEW, SCREENING);
  }

  @Test
  void what_is_said_late_of_an_earlier_phase_changes_only_the_path() {
    var offer = phaseEntered("2026-03-08T15:00:00Z", "offer", "2026-03-08T14:00:00Z");
    var late = phaseEntered("2026-03-09T15:00:00Z", "interview", "2026-03-06T14:00:00Z");

    assertThat(path(accepted(), offer, late))
        .containsExactly(
            passage(SCREENING, "2026-03-03T10:00:00Z", "2026-03-06T14:00:00Z"),
            passage(INTERVIEW, "2026-03-06T14:00:00Z", "2026-03-08T14:00:00Z"),
            passage(OFFER, "2026-03-08T14:00:00Z"));
    assertThat(Timeline.whole(life(accepted(), offer, late)))
        .filteredOn(entry -> entry.kind() == Kind.PHASE_ENTERED)
        .containsExactly(TimelineEntry.of(Instant.parse("2026-03-08T15:00:00Z"), OFFER));
  }

  @Test
  void the_same_phase_again_counts_from_the_first_time() {
    var again = phaseEntered("2026-03-06T15:00:00Z", "interview", "2026-03-06T14:00:00Z");

    assertThat(path(accepted(), phaseEntered(), again))
        .containsExactly(
            passage(SCREENING, "2026-03-03T10:00:00Z", "2026-03-05T11:30:00Z"),
            passage(INTERVIEW, "2026-03-05T11:30:00Z"));
    assertThat(Timeline.whole(life(accepted(), phaseEntered(), again)))
        .extracting(TimelineEntry::kind)
        .containsOnlyOnce(Kind.PHASE_ENTERED);
  }

  @Test
  void a_decision_that_came_after_what_hr_dated_before_it_stands() {
    var late = phaseEntered("2026-03-09T15:00:00Z", "offer", "2026-03-04T14:00:00Z");

    assertThat(Passage.now(Life.of(life(accepted(), advanced(), late))))
        .contains(passage(INTERVIEW, "2026-03-05T11:00:00Z"));
    assertThat(path(accepted(), advanced(), late))
        .extracting(Passage::phase)
        .containsExactly(SCREENING, OFFER, INTERVIEW);
  }

  @Test
  void the_order_in_which_phases_are_told_does_not_matter() {
    var said =
        List.<Fact>of(
            accepted(),
            phaseEntered("2026-03-20T15:00:00Z", "screening", "2026-03-02T20:00:00Z"),
            phaseEntered("2026-03-20T15:00:00Z", "interview", "2026-03-04T14:00:00Z"),
            phaseEntered("2026-03-20T15:00:00Z", "offer", "2026-03-08T14:00:00Z"),
            phaseEntered("2026-03-20T15:00:00Z", "interview", "2026-03-09T14:00:00Z"));
    var paths = new HashSet<List<Passage>>();
    var entries = new HashSet<Course>();
    permutations(said)
        .forEach(order -> {
          var facts = life(order.toArray(Fact[]::new));
          var referral = Life.of(facts);
          assertThat(referral).isInstanceOf(Referral.Hiring.class);
          assertThat(Passage.now(referral)).contains(passage(INTERVIEW, "2026-03-09T14:00:00Z"));
          paths.add(Passage.of(referral, facts));
          entries.add(referral.dossier().course());
        });

    assertThat(paths).hasSize(1);
    assertThat(entries).hasSize(1);
  }

  private static Set<List<Fact>> permutations(List<Fact> facts) {
    if (facts.isEmpty()) {
      return Set.of(List.of());
    }
    var all = new HashSet<List<Fact>>();
    for (var i = 0; i < facts.size(); i++) {
      var rest = new ArrayList<>(facts);
      var first = rest.remove(i);
      for (var order : permutations(rest)) {
        var whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }

  @Test
  void the_same_word_twice_is_taken_once() {
    var hiring = Life.of(life(accepted(), phaseEntered()));

    assertThat(Life.after(hiring, phaseEntered())).isEmpty();
    assertThat(
            Life.after(
                hiring,
                new Fact.PhaseEntered(
                    Instant.parse("2026-03-05T11:30:00Z"),
                    FactFixtures.RECRUITER,
                    new PhaseId("interview"),
                    new Stamp(Instant.parse("2026-03-05T11:30:00Z"), "event-2"))))
        .isPresent();
  }

  @Test
  void a_phase_that_the_procedure_does_not_have_is_not_taken() {
    assertThat(
            Life.after(
                Life.of(life(accepted())),
                phaseEntered("2026-03-05T11:30:00Z", "assessment", "2026-03-05T11:30:00Z")))
        .isEmpty();
  }

  @Test
  void no_more_is_taken_than_anybody_could_mean() {
    var referral = Life.of(life(accepted()));
    for (var i = 0; i < 100; i++) {
      var at = Instant.parse("2026-03-05T11:30:00Z").plusSeconds(i).toString();
      referral = Life.after(referral, phaseEntered(at, "offer", at)).orElseThrow();
    }

    assertThat(Life.after(referral, phaseEntered())).isEmpty();
    assertThat(
            Life.after(
                referral, phaseEntered("2026-04-05T11:30:00Z", "offer", "2026-04-05T11:30:00Z")))
        .isEmpty();
  }

  @Test
  void nobody_is_moved_after_the_hire_or_the_end() {
    assertThat(Life.after(Life.of(life(accepted(), hired())), phaseEntered())).isEmpty();
    assertThat(Life.after(Life.of(life(accepted(), rejected())), phaseEntered())).isEmpty();
    assertThat(Life.after(Life.of(life(withdrawn())), phaseEntered())).isEmpty();
  }

  @Test
  void what_hr_said_before_the_answer_shows_only_after_a_yes() {
    var before = phaseEntered("2026-03-02T15:00:00Z", "interview", "2026-03-02T14:00:00Z");
    var now = Instant.parse("2026-03-03T10:00:00Z");

    assertThat(Life.of(life(before))).isInstanceOf(Referral.Invited.class);
    assertThat(Timeline.forReferrer(life(before), now))
        .isEqualTo(Timeline.forReferrer(life(), now));
    assertThat(Life.of(life(before, accepted())))
        .isInstanceOf(Referral.Hiring.class)
        .satisfies(after ->
            assertThat(Passage.now(after)).contains(passage(INTERVIEW, "2026-03-02T14:00:00Z")));
    assertThat(Timeline.forReferrer(life(before, accepted()), now))
        .endsWith(TimelineEntry.of(now, Kind.ACCEPTED), TimelineEntry.of(now, INTERVIEW));
    assertThat(path(before, accepted()))
        .containsExactly(passage(INTERVIEW, "2026-03-02T14:00:00Z"));
  }

  @Test
  void an_application_that_was_turned_down_before_the_answer_ends_with_a_yes() {
    assertThat(Life.of(life(turnedDown()))).isInstanceOf(Referral.Invited.class);
    assertThat(Life.after(Life.of(life(turnedDown())), turnedDown())).isEmpty();
    assertThat(Life.of(life(turnedDown(), declined()))).isInstanceOf(Referral.Declined.class);
    assertThat(Life.of(life(turnedDown(), accepted())))
        .isInstanceOfSatisfying(
            Referral.Rejected.class,
            end -> {
              assertThat(end.endedAt()).isEqualTo("2026-03-03T10:00:00Z");
              assertThat(end.stage()).isEqualTo(Stage.SCREENING);
              assertThat(end.reason()).isEqualTo(RejectionReason.SKILLS);
            });
    assertThat(Life.after(Life.of(life(accepted())), turnedDown())).isEmpty();
  }

  @Test
  void a_procedure_of_one_phase_is_in_it_until_the_hire() {
    var only = new Phase(new PhaseId("talk"), "Gesprek", "Talk");
    var old = particulars();
    var submitted =
        submitted(
            new Particulars(
                old.id(),
                old.referrer(),
                old.person(),
                old.vacancy(),
                old.receiptNumber(),
                old.submittedAt(),
                old.terms().with(new Procedure(List.of(only)))));
    var facts = List.<Fact>of(submitted, accepted(), advanced());

    assertThat(Life.of(facts)).isInstanceOf(Referral.Hiring.class);
    assertThat(Passage.of(Life.of(facts), facts))
        .containsExactly(passage(only, "2026-03-03T10:00:00Z"));
  }
}
