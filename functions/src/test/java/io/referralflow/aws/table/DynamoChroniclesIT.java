package io.referralflow.aws.table;

import io.referralflow.fake.ChroniclesContract;
import io.referralflow.fake.Stores;

class DynamoChroniclesIT implements ChroniclesContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
