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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Publishes a new version of the terms. The first holds for referrals submitted from now on; a
/// change is announced and holds once the settings' days of notice have passed, or from a later
/// moment (S34). Idempotent: what is in force or announced already is not published again.
public final class PublishTerms {

  private static final int TRIES = 5;

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

    /// The moment from which they were to be in force is not to come, or leaves less time than the
    /// days of notice.
    ///
    /// @param earliest the first moment that would do
    /// @param isForNotice whether it is later than now since a change is announced first
    record TooEarly(Instant earliest, boolean isForNotice) implements Publication {}

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
  /// @param effectiveFrom the moment for which they are announced; empty for the first that the
  ///   days of notice allow. What was announced before and is not in force yet will not be
  public Publication execute(Content content, Optional<Instant> effectiveFrom, EmployeeId by) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var tried = attempt(content, effectiveFrom, by);
      if (tried.isPresent()) {
        return tried.get();
      }
    }
    throw new IllegalStateException("Others kept publishing terms at the same moment");
  }

  /// Empty when others published something at the same moment.
  private Optional<Publication> attempt(
      Content content, Optional<Instant> effectiveFrom, EmployeeId by) {
    var now = clock.instant();
    var inForce = programmes.terms(now);
    var proposal = Proposal.of(content, effectiveFrom, inForce, programmes, now);
    var newest = programmes.upcoming(now).or(() -> inForce);
    var same = proposal.sameAs(newest);
    if (same.isPresent()) {
      return same.map(it -> new Publication.Published(it, false));
    }
    var refused = proposal.refusal(workingDays);
    if (refused.isPresent()) {
      return refused;
    }
    var portfolio = programmes.portfolio();
    var unrewarded = Unrewarded.by(content, portfolio, programmes, now);
    if (!unrewarded.isEmpty()) {
      return Optional.of(new Publication.LevelsInUse(unrewarded));
    }
    var next = proposal.as(newestVersion(newest, portfolio) + 1);
    return programmes.publish(next, by)
        ? Optional.of(new Publication.Published(next, true))
        : Optional.empty();
  }

  /// The highest number that any terms have: the organisation's and those of its programmes are
  /// numbered in one row.
  static int newestVersion(Optional<Terms> newest, Portfolio portfolio) {
    return Math.max(newest.map(Terms::version).orElse(0), portfolio.newestTerms());
  }
}
