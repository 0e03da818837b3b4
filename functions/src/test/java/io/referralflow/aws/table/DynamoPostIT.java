package io.referralflow.aws.table;

import io.referralflow.fake.PostContract;
import io.referralflow.fake.Stores;

class DynamoPostIT implements PostContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
