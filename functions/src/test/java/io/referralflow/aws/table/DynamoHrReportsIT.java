package io.referralflow.aws.table;

import io.referralflow.fake.HrReportsContract;
import io.referralflow.fake.Stores;

class DynamoHrReportsIT implements HrReportsContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
