package io.referralflow.aws.table;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What writing a row costs in write units by the published rules of DynamoDB: one for each KiB of
/// the larger of the row before and after, twice in a transaction, and once for each entry that an
/// index has to write, change or take out. DynamoDB Local's own sums for transactions do not follow
/// these rules.
final class Rated {

  private static final double KIBIBYTE = 1024.0;
  private static final int OVERHEAD = 3;

  /// The index that holds keys only.
  private static final List<String> OWNER = List.of("ownerKey", "ownerOrder");

  /// The index that holds whole rows.
  private static final List<String> LIST = List.of("listKey", "listOrder");

  private Rated() {}

  /// Units of a write that found a row and left one behind; no row is an empty map.
  static double units(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after, boolean transacted) {
    var table = Math.max(1, Math.max(units(before), units(after))) * (transacted ? 2 : 1);
    return table
        + entry(OWNER, keys(OWNER, before), keys(OWNER, after))
        + entry(LIST, before, after);
  }

  private static Map<String, AttributeValue> keys(
      List<String> index, Map<String, AttributeValue> row) {
    var keys = new HashMap<>(row);
    keys.keySet()
        .removeIf(name -> !index.contains(name) && !name.equals("pk") && !name.equals("sk"));
    return keys;
  }

  private static double entry(
      List<String> index, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    var was = before.keySet().containsAll(index);
    var is = after.keySet().containsAll(index);
    if (was
        && is
        && index.stream().allMatch(name -> Objects.equals(before.get(name), after.get(name)))) {
      return before.equals(after) ? 0 : Math.max(units(before), units(after));
    }
    return (was ? units(before) : 0) + (is ? units(after) : 0);
  }

  private static double units(Map<String, AttributeValue> row) {
    return Math.ceil(size(row) / KIBIBYTE);
  }

  private static int size(Map<String, AttributeValue> row) {
    return row.entrySet().stream()
        .mapToInt(each -> bytes(each.getKey()) + size(each.getValue()))
        .sum();
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> value.n().length() / 2 + 2;
      case M -> OVERHEAD + value.m().size() + size(value.m());
      case L -> OVERHEAD + value.l().stream().mapToInt(each -> 1 + size(each)).sum();
      case BOOL, NUL -> 1;
      case B, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("No row holds a value of type " + value.type());
    };
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
