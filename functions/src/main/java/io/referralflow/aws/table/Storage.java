package io.referralflow.aws.table;

import io.referralflow.aws.Key;
import io.referralflow.aws.RandomIds;
import io.referralflow.aws.item.OperationItem;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Candidates;
import io.referralflow.port.Employees;
import io.referralflow.port.Entries;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.port.Operations;
import io.referralflow.port.Outbox;
import io.referralflow.port.Persons;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Waits;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// All ports of storage, on one table.
public final class Storage {

  private final Table table;

  public Storage(DynamoDbClient client, String tableName) {
    this(client, tableName, Pause.jittered());
  }

  Storage(DynamoDbClient client, String tableName, Pause pause) {
    this.table = new Table(client, tableName, pause);
  }

  public Referrals referrals() {
    return new DynamoReferrals(table);
  }

  public Waits waits() {
    return new DynamoWaits(table);
  }

  public Outbox outbox() {
    return new DynamoOutbox(table, RandomIds::nonce);
  }

  public Backgrounds backgrounds() {
    return new DynamoBackgrounds(table);
  }

  public Candidates candidates() {
    return new DynamoCandidates(table);
  }

  public Employees employees() {
    return new DynamoEmployees(table);
  }

  public Persons persons() {
    return new DynamoPersons(table);
  }

  public HrReports hrReports() {
    return new DynamoHrReports(table);
  }

  public Operations operations() {
    return (caller, key) -> table.get(Key.operation(caller, key)).map(OperationItem::fromItem);
  }

  public Failures failures() {
    return new DynamoFailures(table);
  }

  public Entries entries() {
    return new DynamoEntries(table);
  }

  public Programmes programmes() {
    return new DynamoProgrammes(table);
  }
}
