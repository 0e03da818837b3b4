package io.referralflow.aws.table;

import io.referralflow.fake.EntriesContract;
import io.referralflow.fake.Stores;

class DynamoEntriesIT implements EntriesContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
