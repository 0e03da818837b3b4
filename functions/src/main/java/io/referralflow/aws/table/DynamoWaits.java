package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.WaitItem;
import io.referralflow.port.Waits;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Waits in the table.
final class DynamoWaits implements Waits {

  /// The wait is still that of this leg: an execution that was replaced changes nothing.
  private static final Condition SAME_LEG = new Condition("#leg = :leg");

  private final Table table;

  DynamoWaits(Table table) {
    this.table = table;
  }

  @Override
  public boolean park(ReferralId id, int leg, String step, String token, Instant wakeAt) {
    return update(id, leg, WaitItem.until(id, leg, wakeAt).and(WaitItem.parked(step, token)));
  }

  @Override
  public boolean postpone(ReferralId id, int leg, Instant wakeAt) {
    return update(id, leg, WaitItem.until(id, leg, wakeAt));
  }

  private boolean update(ReferralId id, int leg, Attributes set) {
    return switch (table.write(new Write.Update(Key.wait(id), set, List.of(), same(leg)))) {
      case Written.Done _ -> true;
      case Written.Refused _ -> false;
    };
  }

  @Override
  public Optional<Wait> find(ReferralId id) {
    return table.get(Key.wait(id)).map(WaitItem::fromItem);
  }

  @Override
  public void remove(ReferralId id, int leg) {
    var _ = table.write(new Write.Delete(Key.wait(id), same(leg)));
  }

  private static Condition same(int leg) {
    return SAME_LEG.with(Attributes.none().number(WaitItem.LEG, leg));
  }

  @Override
  public List<Wait> overdue(Instant now, int limit) {
    return Listing.waits().stream()
        .flatMap(shard -> table.listUntil(shard, Listing.until(now), limit).stream())
        .map(WaitItem::fromItem)
        .sorted(Comparator.comparing(Wait::wakeAt).thenComparing(wait -> wait.referral().value()))
        .toList();
  }
}
