package io.referralflow.aws.table;

import io.referralflow.fake.PointsContract;
import io.referralflow.fake.Stores;

class DynamoPointsIT implements PointsContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
