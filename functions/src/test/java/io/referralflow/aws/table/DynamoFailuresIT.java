package io.referralflow.aws.table;

import io.referralflow.fake.FailuresContract;
import io.referralflow.fake.Stores;

class DynamoFailuresIT implements FailuresContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
