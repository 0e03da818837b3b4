package io.referralflow.programme;

import io.referralflow.candidate.Language;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.port.Programmes;
import io.referralflow.port.WorkingDays;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Promise;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Publishes a new version of the terms, which holds for referrals submitted from now on or, where
/// it is announced, from a later moment. Idempotent: what is in force or announced already is not
/// published again.
public final class PublishTerms {

  private static final int TRIES = 5;

  /// How far ahead the payroll's calendar is held against the promise: every way in which weekends
  /// and holidays fall comes by.
  private static final int YEARS_AHEAD = 6;

  private final Programmes programmes;
  private final WorkingDays workingDays;
  private final InstantSource clock;

  public PublishTerms(Programmes programmes, WorkingDays workingDays, InstantSource clock) {
    this.programmes = programmes;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /// What the new terms say.
  public record Content(
      Map<Language, String> text,
      List<Terms.Level> levels,
      List<InstalmentTerm> instalments,
      int probationMonths,
      Promise promise,
      int eligibilityMonths,
      RuleBook rules) {

    /// Terms with the standard rules.
    public Content(
        Map<Language, String> text,
        List<Terms.Level> levels,
        List<InstalmentTerm> instalments,
        int probationMonths,
        Promise promise,
        int eligibilityMonths) {
      this(
          text,
          levels,
          instalments,
          probationMonths,
          promise,
          eligibilityMonths,
          RuleBook.STANDARD);
    }

    public Content {
      text = Map.copyOf(text);
      levels = List.copyOf(levels);
      instalments = List.copyOf(instalments);
    }

    /// These as a version.
    Terms as(int version, Instant publishedAt, Instant effectiveFrom) {
      return new Terms(
          version,
          publishedAt,
          text,
          levels,
          instalments,
          probationMonths,
          promise,
          eligibilityMonths,
          rules,
          effectiveFrom);
    }

    static Content of(Terms terms) {
      return new Content(
          terms.text(),
          terms.levels(),
          terms.instalments(),
          terms.probationMonths(),
          terms.promise(),
          terms.eligibilityMonths(),
          terms.rules());
    }
  }

  /// What became of terms that were to be published.
  public sealed interface Publication {
    /// The terms that are in force or announced as they were asked for, and whether they are new.
    record Published(Terms terms, boolean isNew) implements Publication {}

    /// The moment from which they were to be in force is not to come.
    record Past() implements Publication {}

    /// The payroll pays too late to keep the promise for what falls due on these days, within the
    /// years that were looked at.
    record PromiseBroken(List<LocalDate> dueDays) implements Publication {
      public PromiseBroken {
        dueDays = List.copyOf(dueDays);
      }
    }

    /// These open vacancies have a level that the terms do not know, so that nobody could be
    /// referred for them.
    record LevelsInUse(List<Vacancy> vacancies) implements Publication {
      public LevelsInUse {
        vacancies = List.copyOf(vacancies);
      }
    }
  }

  /// Publishes terms, unless they promise what the payroll's calendar cannot keep or leave an open
  /// vacancy without a reward.
  ///
  /// @param effectiveFrom the moment for which they are announced; empty where they are in force at
  ///   once. What was announced before and is not in force yet will not be
  public Publication execute(Content content, Optional<Instant> effectiveFrom, EmployeeId by) {
    var refused = refusal(content, effectiveFrom, clock.instant(), workingDays);
    if (refused.isPresent()) {
      return refused.get();
    }
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var now = clock.instant();
      var upcoming = programmes.upcoming(now);
      var newest = upcoming.or(() -> programmes.terms(now));
      var same = same(content, effectiveFrom, newest, upcoming.isPresent());
      if (same.isPresent()) {
        return new Publication.Published(same.get(), false);
      }
      var portfolio = programmes.portfolio();
      var unrewarded = Unrewarded.by(content, portfolio, programmes, now);
      if (!unrewarded.isEmpty()) {
        return new Publication.LevelsInUse(unrewarded);
      }
      var next = content.as(newestVersion(newest, portfolio) + 1, now, effectiveFrom.orElse(now));
      if (programmes.publish(next, by)) {
        return new Publication.Published(next, true);
      }
    }
    throw new IllegalStateException("Others kept publishing terms at the same moment");
  }

  /// Why terms cannot be published, if they cannot.
  static Optional<Publication> refusal(
      Content content, Optional<Instant> effectiveFrom, Instant now, WorkingDays workingDays) {
    if (effectiveFrom.filter(from -> !from.isAfter(now)).isPresent()) {
      return Optional.of(new Publication.Past());
    }
    var first = LocalDate.ofInstant(effectiveFrom.orElse(now), ZoneOffset.UTC);
    var broken = content.promise().broken(first, first.plusYears(YEARS_AHEAD), workingDays);
    return broken.isEmpty() ? Optional.empty() : Optional.of(new Publication.PromiseBroken(broken));
  }

  /// What is in force or announced already just as it is asked for.
  ///
  /// @param newest what is announced, else what is in force
  static Optional<Terms> same(
      Content content,
      Optional<Instant> effectiveFrom,
      Optional<Terms> newest,
      boolean isAnnounced) {
    return newest
        .filter(terms -> Content.of(terms).equals(content))
        .filter(terms -> !isAnnounced || effectiveFrom.equals(Optional.of(terms.effectiveFrom())));
  }

  /// The highest number that any terms have: the organisation's and those of its programmes are
  /// numbered in one row.
  static int newestVersion(Optional<Terms> newest, Portfolio portfolio) {
    return Math.max(newest.map(Terms::version).orElse(0), portfolio.newestTerms());
  }
}
