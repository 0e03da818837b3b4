package io.referralflow.aws.table;

import io.referralflow.fake.PeopleContract;
import io.referralflow.fake.Stores;

class DynamoPeopleIT implements PeopleContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
