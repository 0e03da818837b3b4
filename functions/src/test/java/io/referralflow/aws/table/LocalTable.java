package io.referralflow.aws.table;

import io.referralflow.fake.Stores;
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
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A table of its own on DynamoDB Local, with all ports on it.
public record LocalTable(DynamoDbClient client, String name, Storage storage) implements Stores {

  private static final AtomicInteger MADE = new AtomicInteger();

  /// An empty table.
  public static LocalTable fresh(ExecutionInterceptor... interceptors) {
    var name = "contract-" + MADE.incrementAndGet();
    var client = DynamoDbLocal.client(interceptors);
    var _ = client.createTable(TableDefinition.fromTemplate().named(name));
    return new LocalTable(client, name, new Storage(client, name, (_, _) -> {}));
  }

  Table table() {
    return new Table(client, name, (_, _) -> {});
  }

  @Override
  public Referrals referrals() {
    return storage.referrals();
  }

  @Override
  public Waits waits() {
    return storage.waits();
  }

  @Override
  public Outbox outbox() {
    return storage.outbox();
  }

  @Override
  public Candidates candidates() {
    return storage.candidates();
  }

  @Override
  public Employees employees() {
    return storage.employees();
  }

  @Override
  public Backgrounds backgrounds() {
    return storage.backgrounds();
  }

  @Override
  public Persons persons() {
    return storage.persons();
  }

  @Override
  public HrReports hrReports() {
    return storage.hrReports();
  }

  @Override
  public Operations operations() {
    return storage.operations();
  }

  @Override
  public Failures failures() {
    return storage.failures();
  }

  @Override
  public Entries entries() {
    return storage.entries();
  }

  @Override
  public Programmes programmes() {
    return storage.programmes();
  }
}
