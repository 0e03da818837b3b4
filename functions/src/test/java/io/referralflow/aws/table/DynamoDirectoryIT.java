package io.referralflow.aws.table;

import io.referralflow.fake.DirectoryContract;
import io.referralflow.fake.Stores;

class DynamoDirectoryIT implements DirectoryContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }
}
