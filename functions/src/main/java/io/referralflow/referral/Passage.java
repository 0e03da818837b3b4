package io.referralflow.referral;

import io.referralflow.hire.Stamp;
import io.referralflow.programme.Phase;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.Procedure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One phase that a referral was in, and for how long: what time per phase is computed from.
///
/// @param since when it was entered
/// @param until when it was left, by the next phase or the end; empty while the referral is in it
public record Passage(Phase phase, Instant since, Optional<Instant> until) {

  /// All phases that a referral came through, in order of time; none before the candidate's yes,
  /// unless HR knew more.
  public static List<Passage> of(Referral referral, List<Fact> facts) {
    var entries = new ArrayList<>(referral.dossier().course().entries());
    var procedure = referral.particulars().terms().procedure();
    Optional<Course.Entry> begun = Optional.empty();
    for (var fact : facts) {
      if (fact instanceof Fact.Accepted(var at, _, _)) {
        begun = Optional.of(entry(procedure.first().id(), at));
      } else if (fact instanceof Fact.Advanced(var at, _)) {
        entries.add(entry(procedure.second().id(), at));
      }
    }
    entries.sort(null);
    begun
        .filter(first -> entries.isEmpty() || first.compareTo(entries.getFirst()) < 0)
        .ifPresent(first -> entries.addFirst(first));
    return passages(entries, procedure, over(referral));
  }

  /// Where a referral is now; empty when it is in no phase: before the candidate's yes, and after
  /// the hire or the end. What the stored state tells is enough.
  public static Optional<Passage> now(Referral referral) {
    var procedure = referral.particulars().terms().procedure();
    var course = referral.dossier().course();
    var entries = new ArrayList<>(course.entries());
    switch (referral) {
      case Referral.Screening(_, var since) -> {
        var begun = entry(procedure.first().id(), since);
        if (entries.isEmpty() || begun.compareTo(entries.getFirst()) < 0) {
          entries.addFirst(begun);
        }
      }
      case Referral.Hiring(_, var since) -> {
        if (!course.passed()) {
          entries.add(entry(procedure.second().id(), since));
          entries.sort(null);
        }
      }
      case Referral.Invited _, Referral.Employed _, Referral.Held _, Referral.Ended _ ->
          entries.clear();
    }
    return passages(entries, procedure, Optional.empty()).stream().reduce((_, later) -> later);
  }

  /// The latest moment at which a phase is said to have been entered, other than by the yes and the
  /// decision to advance.
  public static Optional<Instant> lastSaid(Referral referral) {
    return referral.dossier().course().entries().stream()
        .map(entry -> entry.since().occurredAt())
        .max(Instant::compareTo);
  }

  private static Course.Entry entry(PhaseId phase, Instant at) {
    return new Course.Entry(phase, new Stamp(at, ""));
  }

  private static List<Passage> passages(
      List<Course.Entry> entries, Procedure procedure, Optional<Instant> over) {
    var passages = new ArrayList<Passage>();
    for (var entry : entries) {
      var phase = procedure.find(entry.phase()).orElseThrow();
      var since = entry.since().occurredAt();
      if (passages.isEmpty()) {
        passages.add(new Passage(phase, since, Optional.empty()));
      } else if (!passages.getLast().phase().equals(phase)) {
        var left = passages.removeLast();
        passages.add(new Passage(left.phase(), left.since(), Optional.of(since)));
        passages.add(new Passage(phase, since, Optional.empty()));
      }
    }
    if (over.isPresent() && !passages.isEmpty()) {
      var last = passages.removeLast();
      var until = over.filter(end -> end.isAfter(last.since())).or(() -> Optional.of(last.since()));
      passages.add(new Passage(last.phase(), last.since(), until));
    }
    return List.copyOf(passages);
  }

  /// When the procedure was over.
  private static Optional<Instant> over(Referral referral) {
    return switch (referral) {
      case Referral.Open _ -> Optional.empty();
      case Referral.Employed employed -> Optional.of(employed.hire().attributedAt());
      case Referral.Held held -> Optional.of(held.hire().attributedAt());
      case Referral.Ended ended -> Optional.of(ended.endedAt());
    };
  }
}
