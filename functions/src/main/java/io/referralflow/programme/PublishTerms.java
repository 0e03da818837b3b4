package io.referralflow.programme;

import io.referralflow.candidate.Language;
import io.referralflow.port.Programmes;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Publishes a new version of the terms, which holds for referrals submitted from now on.
/// Idempotent: what is in force already is not published again.
public final class PublishTerms {

  private static final int TRIES = 5;

  private final Programmes programmes;
  private final InstantSource clock;

  public PublishTerms(Programmes programmes, InstantSource clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /// What the new terms say.
  public record Content(
      Map<Language, String> text,
      List<Terms.Level> levels,
      List<InstalmentTerm> instalments,
      int probationMonths,
      int promiseDays,
      int eligibilityMonths) {

    public Content {
      text = Map.copyOf(text);
      levels = List.copyOf(levels);
      instalments = List.copyOf(instalments);
    }

    static Content of(Terms terms) {
      return new Content(
          terms.text(),
          terms.levels(),
          terms.instalments(),
          terms.probationMonths(),
          terms.promiseDays(),
          terms.eligibilityMonths());
    }
  }

  /// The terms now in force, and whether they are new.
  public record Publication(Terms terms, boolean isNew) {}

  public Publication execute(Content content, EmployeeId by) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var inForce = programmes.terms();
      if (inForce.isPresent() && Content.of(inForce.get()).equals(content)) {
        return new Publication(inForce.get(), false);
      }
      var next =
          new Terms(
              inForce.map(Terms::version).orElse(0) + 1,
              clock.instant(),
              content.text(),
              content.levels(),
              content.instalments(),
              content.probationMonths(),
              content.promiseDays(),
              content.eligibilityMonths());
      if (programmes.publish(next, by)) {
        return new Publication(next, true);
      }
    }
    throw new IllegalStateException("Others kept publishing terms at the same moment");
  }
}
