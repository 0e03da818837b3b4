package io.referralflow.aws.table;

import io.referralflow.aws.Listing;
import io.referralflow.aws.item.FailureItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.port.Failures;
import io.referralflow.port.Page;

/// The failure list in the table.
final class DynamoFailures implements Failures {

  private final Table table;

  DynamoFailures(Table table) {
    this.table = table;
  }

  @Override
  public void add(Failure failure) {
    var _ = table.write(new Write.Put(FailureItem.toItem(failure), Condition.ABSENT));
  }

  @Override
  public Page<Failure> list(Page.Request page) {
    return Pages.of(table, Index.LIST, Listing.failures(), false, page, FailureItem::fromItem);
  }
}
