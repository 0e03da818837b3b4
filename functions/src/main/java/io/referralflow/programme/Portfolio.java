package io.referralflow.programme;

import io.referralflow.eligibility.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// All programmes and actions of the organisation, and the written rule which one a referral
/// belongs to when several run at once: an action goes before an ongoing programme, the narrower
/// scope before the wider, the one that began later before the earlier, and then the first by id.
///
/// @param version how often it was stored; 0 of one that nobody touched
public record Portfolio(List<Programme> programmes, long version) {

  /// So many can be kept, the retired ones counted.
  public static final int MOST = 100;

  /// What holds before anybody makes a programme.
  public static final Portfolio UNTOUCHED = new Portfolio(List.of(), 0);

  private static final Comparator<Programme> FIRST =
      Comparator.comparing(Programme::isAction)
          .reversed()
          .thenComparingInt(programme -> programme.scope().width())
          .thenComparing(Programme::startsOn, Comparator.reverseOrder())
          .thenComparing(programme -> programme.id().value());

  /// The standing programme is one of them, whether it was touched or not.
  public Portfolio {
    var all = new ArrayList<>(programmes);
    if (all.stream().noneMatch(each -> each.id().equals(ProgrammeId.STANDING))) {
      all.add(Programme.STANDING);
    }
    all.sort(Comparator.comparing(each -> each.id().value()));
    programmes = List.copyOf(all);
  }

  /// Which programme a referral belongs to, or why to none.
  public sealed interface Choice {
    record Chosen(Programme programme) implements Choice {}

    record Refused(Rule rule) implements Choice {}
  }

  public Optional<Programme> find(ProgrammeId id) {
    return programmes.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// The programme that a version of the terms belongs to; empty for one of the organisation's.
  public Optional<Programme> promising(int version) {
    return programmes.stream().filter(each -> each.terms().contains(version)).findFirst();
  }

  /// The highest number of any programme's own terms; 0 where none has any. All terms of the
  /// organisation are numbered in one row, so that a referral's version says which ones it keeps.
  public int newestTerms() {
    return programmes.stream()
        .flatMap(each -> each.terms().stream())
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  /// The same with one programme made or changed.
  public Portfolio with(Programme changed) {
    var all = new ArrayList<>(programmes);
    all.removeIf(each -> each.id().equals(changed.id()));
    all.add(changed);
    return new Portfolio(all, version);
  }

  /// The same, stored once more.
  public Portfolio stored() {
    return new Portfolio(programmes, version + 1);
  }

  /// Whether a programme that runs on a day asks for more than whether somebody is of the
  /// organisation.
  public boolean asksWhere(LocalDate day) {
    return programmes.stream()
        .anyMatch(each -> each.runsOn(day) && !(each.scope() instanceof Scope.Everybody));
  }

  /// Chooses the programme that a referral belongs to.
  ///
  /// @param person who refers
  /// @param vacancy empty when it is not known: then none is left out
  public Choice choose(Standing person, Optional<VacancyId> vacancy, LocalDate day) {
    var running = such(programmes, each -> each.runsOn(day));
    var admitting = such(running, each -> each.audience().admits(person.outside()));
    var reaching = such(admitting, each -> each.scope().contains(person));
    var offering = such(reaching, each -> vacancy.filter(each.leftOut()::contains).isEmpty());
    if (running.isEmpty()) {
      return new Choice.Refused(Rule.PROGRAMME_NOT_RUNNING);
    }
    if (admitting.isEmpty()) {
      return new Choice.Refused(Rule.PROGRAMME_AUDIENCE);
    }
    if (reaching.isEmpty()) {
      return new Choice.Refused(Rule.PROGRAMME_SCOPE);
    }
    return offering.stream()
        .min(FIRST)
        .<Choice>map(Choice.Chosen::new)
        .orElseGet(() -> new Choice.Refused(Rule.VACANCY_NOT_IN_PROGRAMME));
  }

  /// Whether a vacancy concerns former staff and outside relations: a programme that runs on a day
  /// is for them and holds it.
  public boolean offersOutside(VacancyId vacancy, LocalDate day) {
    return choose(new Standing(true), Optional.of(vacancy), day) instanceof Choice.Chosen;
  }

  /// Whether a vacancy is or was in a programme for them, so that they may still read what they
  /// referred somebody for.
  public boolean everOfferedOutside(VacancyId vacancy) {
    return programmes.stream()
        .filter(each -> each.concerns(true, false, false))
        .anyMatch(each -> !each.leftOut().contains(vacancy));
  }

  private static List<Programme> such(List<Programme> all, Predicate<Programme> held) {
    return all.stream().filter(held).toList();
  }
}
