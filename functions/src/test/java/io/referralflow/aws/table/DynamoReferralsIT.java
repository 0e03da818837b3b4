package io.referralflow.aws.table;

import io.referralflow.fake.ReferralsContract;
import io.referralflow.fake.Stores;

class DynamoReferralsIT implements ReferralsContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
