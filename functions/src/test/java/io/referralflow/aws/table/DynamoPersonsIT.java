package io.referralflow.aws.table;

import io.referralflow.fake.PersonsContract;
import io.referralflow.fake.Stores;

class DynamoPersonsIT implements PersonsContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
