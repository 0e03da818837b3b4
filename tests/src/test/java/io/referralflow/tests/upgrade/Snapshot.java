package io.referralflow.tests.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A referral as a release left it: its rows as stored, and where in its tale it was cut.
///
/// @param number tells the people of this telling apart
/// @param after how many steps of the tale had happened
/// @param how what was going on at the cut
record Snapshot(
    int number,
    Tale tale,
    int after,
    How how,
    Instant at,
    String referral,
    List<Map<String, AttributeValue>> rows) {

  /// What was going on.
  enum How {
    /// The step was written, and its stream was never read.
    STREAM_LOST,
    /// All was done that was to be done; executions wait.
    AT_REST,
    /// The same after 25 hours, with upkeep in between.
    A_DAY_LATER,
    /// A mail was handed over and its answer lost.
    MAIL_UNKNOWN,
    /// The mail service asked for patience.
    MAIL_PUT_BACK,
    /// Executions were started and woken, then the process was killed before the mails.
    MAILS_LOST,
    /// All was done, and eight days went by with upkeep, before anything else happens.
    A_WEEK_LATER
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Every file of a release: one per tale, a snapshot per line.
  static List<Snapshot> read(Path release) {
    var snapshots = new ArrayList<Snapshot>();
    for (var tale : Tale.values()) {
      var file = release.resolve(file(tale));
      if (Files.exists(file)) {
        lines(file).forEach(line -> snapshots.add(parsed(JSON.readTree(line), tale)));
      }
    }
    return snapshots;
  }

  /// The rows that every referral needs: terms, settings, vacancies.
  static List<Map<String, AttributeValue>> programme(Path release) {
    return lines(release.resolve("PROGRAMME.jsonl")).stream()
        .map(line -> item(JSON.readTree(line)))
        .toList();
  }

  /// Adds what a release did not leave behind yet; what it left stays as it is.
  static void write(
      Path release, List<Map<String, AttributeValue>> programme, List<Snapshot> snapshots) {
    try {
      Files.createDirectories(release);
      if (Files.notExists(release.resolve("PROGRAMME.jsonl"))) {
        Files.write(
            release.resolve("PROGRAMME.jsonl"),
            programme.stream().map(Snapshot::told).map(JSON::writeValueAsString).toList());
      }
      var tales = snapshots.stream().collect(Collectors.groupingBy(Snapshot::tale));
      for (var tale : tales.entrySet()) {
        Files.write(
            release.resolve(file(tale.getKey())),
            tale.getValue().stream().map(Snapshot::line).toList(),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String file(Tale tale) {
    return tale.name() + ".jsonl";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String line() {
    var line = new TreeMap<String, Object>();
    line.put("number", number);
    line.put("after", after);
    line.put("how", how.name());
    line.put("at", at.toString());
    line.put("referral", referral);
    line.put("rows", rows.stream().map(Snapshot::told).toList());
    return JSON.writeValueAsString(line);
  }

  private static Snapshot parsed(JsonNode line, Tale tale) {
    return new Snapshot(
        line.path("number").intValue(),
        tale,
        line.path("after").intValue(),
        How.valueOf(line.path("how").stringValue()),
        Instant.parse(line.path("at").stringValue()),
        line.path("referral").stringValue(),
        line.path("rows").valueStream().map(Snapshot::item).toList());
  }

  private static Map<String, Object> told(Map<String, AttributeValue> item) {
    var told = new TreeMap<String, Object>();
    item.forEach((name, value) -> told.put(name, told(value)));
    return told;
  }

  private static Map<String, Object> told(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case BOOL -> Map.of("BOOL", value.bool());
      case M -> Map.of("M", told(value.m()));
      case L -> Map.of("L", value.l().stream().map(Snapshot::told).toList());
      default -> throw new IllegalStateException("No row holds a " + value.type());
    };
  }

  private static Map<String, AttributeValue> item(JsonNode told) {
    var item = new TreeMap<String, AttributeValue>();
    told.properties().forEach(each -> item.put(each.getKey(), value(each.getValue())));
    return item;
  }

  private static AttributeValue value(JsonNode told) {
    var type = told.propertyNames().iterator().next();
    var value = told.path(type);
    return switch (type) {
      case "S" -> AttributeValue.fromS(value.stringValue());
      case "N" -> AttributeValue.fromN(value.stringValue());
      case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
      case "M" -> AttributeValue.fromM(item(value));
      case "L" -> AttributeValue.fromL(value.valueStream().map(Snapshot::value).toList());
      default -> throw new IllegalStateException("No row holds a " + type);
    };
  }
}
