package io.referralflow.aws.table;

import io.referralflow.fake.BrakeContract;
import io.referralflow.fake.Stores;

class DynamoBrakeIT implements BrakeContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
