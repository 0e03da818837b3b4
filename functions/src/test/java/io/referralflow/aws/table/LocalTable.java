package io.referralflow.aws.table;

import io.referralflow.fake.Stores;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A table of its own on DynamoDB Local, with the small one beside it and all ports on them.
public record LocalTable(DynamoDbClient client, String name, Storage storage) implements Stores {

  private static final AtomicInteger MADE = new AtomicInteger();

  /// An empty table.
  public static LocalTable fresh(ExecutionInterceptor... interceptors) {
    return fresh(DynamoDbLocal.client(interceptors));
  }

  /// An empty table, as seen through a client.
  public static LocalTable fresh(DynamoDbClient client) {
    var name = "contract-" + MADE.incrementAndGet();
    var _ = client.createTable(TableDefinition.fromTemplate().named(name));
    var _ = client.createTable(TableDefinition.ofKept().named(kept(name)));
    return new LocalTable(client, name, new Storage(client, name, kept(name), (_, _) -> {}));
  }

  private static String kept(String name) {
    return name + "-erased";
  }

  /// The name of the small table that a restore of the one does not reach.
  public String keptName() {
    return kept(name);
  }

  /// Takes both tables away.
  public void drop() {
    var _ = client.deleteTable(request -> request.tableName(name));
    var _ = client.deleteTable(request -> request.tableName(keptName()));
  }

  /// Every row, for a census; the product itself never reads a whole table.
  public List<Map<String, AttributeValue>> everyRow() {
    try (var census = DynamoDbLocal.impatientClient()) {
      return census.scanPaginator(scan -> scan.tableName(name)).items().stream().toList();
    }
  }

  /// Every row of the small table beside it.
  public List<Map<String, AttributeValue>> everyKeptRow() {
    try (var census = DynamoDbLocal.impatientClient()) {
      return census.scanPaginator(scan -> scan.tableName(keptName())).items().stream().toList();
    }
  }

  /// Brings the table back to the rows that it had, and leaves the one beside it as it is.
  public void returnTo(List<Map<String, AttributeValue>> rows) {
    var were = new HashSet<>(rows);
    var are = new HashSet<>(everyRow());
    try (var restoring = DynamoDbLocal.impatientClient()) {
      are.stream()
          .filter(row -> !were.contains(row))
          .map(row -> Map.of("pk", value(row, "pk"), "sk", value(row, "sk")))
          .forEach(key -> {
            var _ = restoring.deleteItem(delete -> delete.tableName(name).key(key));
          });
      were.stream()
          .filter(row -> !are.contains(row))
          .forEach(row -> {
            var _ = restoring.putItem(put -> put.tableName(name).item(row));
          });
    }
  }

  private static AttributeValue value(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(row.get(name));
  }

  Table table() {
    return new Table(client, name, keptName(), (_, _) -> {});
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
  public Post post() {
    return storage.post();
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
  public Directory directory() {
    return storage.directory();
  }

  @Override
  public PayrollTargets payrollTargets() {
    return storage.payrollTargets();
  }

  @Override
  public Points points() {
    return storage.points();
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
  public Chronicles chronicles() {
    return storage.chronicles();
  }

  @Override
  public Brake brake() {
    return storage.brake();
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
