package io.referralflow.points;

import io.referralflow.points.CatalogueItem.Content;
import io.referralflow.points.CatalogueItem.Words;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Particulars;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Reward;
import io.referralflow.reward.RewardKind;
import java.util.List;
import java.util.Optional;

/// Items of a catalogue.
public final class PointsFixtures {

  public static final ItemId COURSE = new ItemId("course");

  private PointsFixtures() {}

  /// A course for 40 points, of which there is no end.
  public static Content course() {
    return content(RewardKind.TRAINING_BUDGET, 40, Optional.empty());
  }

  public static Content content(RewardKind kind, int price, Optional<Integer> stock) {
    return new Content(
        new Words("Cursus naar keuze", "Course of your choice"),
        new Words("Vakinhoudelijk.", "Of your trade."),
        price,
        kind,
        stock,
        true);
  }

  /// Terms that earn EUR 1,000.00 and fifty points on the first working day.
  public static Particulars.Pinned terms() {
    var terms = FactFixtures.terms();
    return new Particulars.Pinned(
        terms.version(),
        Reward.of(
            FactFixtures.euros("1000.00"),
            List.of(
                InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100),
                InstalmentTerm.inKind(Milestone.FIRST_WORKING_DAY, points(50)))),
        terms.probationMonths(),
        terms.promise(),
        terms.eligibilityMonths(),
        terms.zone(),
        terms.reminderAfter(),
        terms.expiryAfter(),
        terms.noticeDelay());
  }

  public static Benefit points(int quantity) {
    return new Benefit(RewardKind.POINTS, quantity, "punten", "points");
  }

  public static Content retired(Content content) {
    return new Content(
        content.title(),
        content.description(),
        content.price(),
        content.kind(),
        content.stock(),
        false);
  }
}
