package io.referralflow.aws.table;

import io.referralflow.fake.OutboxContract;
import io.referralflow.fake.Stores;

class DynamoOutboxIT implements OutboxContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
