package io.referralflow.aws.table;

import io.referralflow.fake.ProgrammesContract;
import io.referralflow.fake.Stores;

class DynamoProgrammesIT implements ProgrammesContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
