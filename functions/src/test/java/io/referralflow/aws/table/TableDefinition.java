package io.referralflow.aws.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/// The tables as `template.yaml` defines them, so that tests and stack cannot differ. Reads the few
/// lines it needs as text: the template is written for people, and its tags are no plain YAML.
final class TableDefinition {

  private static final Path TEMPLATE = Path.of("../template.yaml");
  private static final Pattern TABLE =
      Pattern.compile("Type: AWS::DynamoDB::Table\\n(?:(?: {3,}.*)?\\n)*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\{AttributeName: (\\w+), AttributeType: (\\w)}");
  private static final Pattern KEY =
      Pattern.compile("\\{AttributeName: (\\w+), KeyType: (HASH|RANGE)}");
  private static final Pattern INDEX =
      Pattern.compile(
          "IndexName: ([\\w-]+)\\s+KeySchema:\\s+- (\\{.*})\\s+- (\\{.*})\\s+Projection:\\s+"
              + "ProjectionType: (\\w+)");
  private static final Pattern EXPIRY = Pattern.compile("AttributeName: (\\w+)\\s+Enabled: true");

  private final String text;

  private TableDefinition(String text) {
    this.text = text;
  }

  static TableDefinition fromTemplate() {
    return defined("");
  }

  /// The small table beside the one.
  static TableDefinition ofKept() {
    return defined("-erased");
  }

  private static TableDefinition defined(String suffix) {
    var name = "TableName: !Sub referralflow-${Stage}" + suffix + "\n";
    try {
      return TABLE
          .matcher(Files.readString(TEMPLATE))
          .results()
          .map(MatchResult::group)
          .filter(text -> text.contains(name))
          .map(TableDefinition::new)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("The template defines no such table"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  CreateTableRequest named(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attributes())
        .keySchema(keys(text.split("GlobalSecondaryIndexes", 2)[0]))
        .globalSecondaryIndexes(indexes().isEmpty() ? null : indexes())
        .build();
  }

  List<AttributeDefinition> attributes() {
    return ATTRIBUTE
        .matcher(text)
        .results()
        .map(found ->
            AttributeDefinition.builder()
                .attributeName(found.group(1))
                .attributeType(found.group(2))
                .build())
        .toList();
  }

  List<GlobalSecondaryIndex> indexes() {
    return INDEX.matcher(text).results().map(TableDefinition::index).toList();
  }

  String expiryAttribute() {
    var found = EXPIRY.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static GlobalSecondaryIndex index(MatchResult found) {
    return GlobalSecondaryIndex.builder()
        .indexName(found.group(1))
        .keySchema(keys(found.group(2) + found.group(3)))
        .projection(Projection.builder().projectionType(found.group(4)).build())
        .build();
  }

  private static List<KeySchemaElement> keys(String text) {
    return KEY.matcher(text)
        .results()
        .map(found ->
            KeySchemaElement.builder()
                .attributeName(found.group(1))
                .keyType(found.group(2))
                .build())
        .toList();
  }
}
