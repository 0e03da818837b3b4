package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.BrakeItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.port.Brake;
import io.referralflow.port.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The brake in the table. The row that says why it is on, the row that keeps the change, and the
/// gates that releases ask for are written by one transaction, so that a pull that was answered is
/// in the way of every release.
final class DynamoBrake implements Brake {

  private static final int TRIES = 20;

  /// Nobody changed the brake since it was read: no reason is lost.
  private static final Condition SAME_VERSION = new Condition("#version = :version");

  private final Table table;

  DynamoBrake(Table table) {
    this.table = table;
  }

  @Override
  public Standing standing() {
    return table.get(Key.brake()).map(BrakeItem::fromItem).orElseGet(Standing::untouched);
  }

  @Override
  public Standing pull(Pull pull) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var before = standing();
      var after = before.with(pull);
      if (after.equals(before) || written(before, after, new Change.Pulled(pull))) {
        return after;
      }
    }
    throw tooMany();
  }

  @Override
  public Optional<Standing> thaw(Thaw thaw, Optional<Long> version) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var before = standing();
      if (version.isPresent() && version.get() != before.version()) {
        return Optional.empty();
      }
      var after = before.thawed();
      if (after.equals(before) || written(before, after, new Change.Thawed(thaw))) {
        return Optional.of(after);
      }
    }
    throw tooMany();
  }

  private static IllegalStateException tooMany() {
    return new IllegalStateException("Too many changes of the brake at once");
  }

  private boolean written(Standing before, Standing after, Change change) {
    var steps = new ArrayList<Step<String>>();
    steps.add(new Step<>("brake", new Write.Put(BrakeItem.toItem(after), unchanged(before))));
    steps.add(
        new Step<>(
            "change", new Write.Put(BrakeItem.change(after.version(), change), Condition.ABSENT)));
    if (before.isFrozen() != after.isFrozen()) {
      Key.gates().forEach(gate -> steps.add(new Step<>(gate.pk(), gate(gate, after))));
    }
    return switch (table.transact(List.copyOf(steps))) {
      case Transacted.Done<String> _ -> true;
      case Transacted.Refused<String> _ -> false;
    };
  }

  private static Condition unchanged(Standing before) {
    return before.version() == 0
        ? Condition.ABSENT
        : SAME_VERSION.with(Attributes.none().number(BrakeItem.VERSION, before.version()));
  }

  private static Write gate(Key gate, Standing after) {
    return after.isFrozen()
        ? new Write.Put(BrakeItem.gate(gate), Condition.NONE)
        : new Write.Delete(gate, Condition.NONE);
  }

  @Override
  public Page<Change> changes(Page.Request page) {
    return Pages.of(table, Index.LIST, Listing.brakeChanges(), false, page, BrakeItem::change);
  }
}
