package io.referralflow.aws.table;

import io.referralflow.fake.Stores;
import io.referralflow.fake.WaitsContract;

class DynamoWaitsIT implements WaitsContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
