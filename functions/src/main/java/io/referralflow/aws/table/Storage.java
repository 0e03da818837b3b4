package io.referralflow.aws.table;

import io.referralflow.aws.Key;
import io.referralflow.aws.RandomIds;
import io.referralflow.aws.item.OperationItem;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Brake;
import io.referralflow.port.Candidates;
import io.referralflow.port.Chronicles;
import io.referralflow.port.Directory;
import io.referralflow.port.Employees;
import io.referralflow.port.Entries;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.port.Operations;
import io.referralflow.port.Outbox;
import io.referralflow.port.PayrollTargets;
import io.referralflow.port.Persons;
import io.referralflow.port.Points;
import io.referralflow.port.Post;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Waits;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// All ports of storage, on one table and the small one that keeps what a restore of it must not
/// undo.
public final class Storage {

  private final Table table;
  private final Pause pause;

  public Storage(DynamoDbClient client, String tableName, String keptTableName) {
    this(client, tableName, keptTableName, Pause.jittered());
  }

  Storage(DynamoDbClient client, String tableName, String keptTableName, Pause pause) {
    this.table = new Table(client, tableName, keptTableName, pause);
    this.pause = pause;
  }

  public Referrals referrals() {
    return new DynamoReferrals(table);
  }

  public Chronicles chronicles() {
    return new DynamoChronicles(table, pause);
  }

  public Waits waits() {
    return new DynamoWaits(table);
  }

  public Outbox outbox() {
    return new DynamoOutbox(table, RandomIds::nonce);
  }

  public Post post() {
    return new DynamoPost(table, RandomIds::nonce);
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

  public Directory directory() {
    return new DynamoDirectory(table);
  }

  public PayrollTargets payrollTargets() {
    return new DynamoPayrollTargets(table);
  }

  public Points points() {
    return new DynamoPoints(table);
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

  public Brake brake() {
    return new DynamoBrake(table);
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
