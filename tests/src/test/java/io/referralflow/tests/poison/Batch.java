package io.referralflow.tests.poison;

import io.referralflow.fake.InMemoryWorld.Streamed;
import io.referralflow.referral.StateName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Records of the table's stream as Lambda hands them over, and what Lambda does with the answer.
final class Batch {

  private static final Pattern FAILED = Pattern.compile("\"itemIdentifier\":\"(\\d+)\"");

  private final List<String> records;

  private Batch(List<String> records) {
    this.records = records;
  }

  static Batch of(List<String> records) {
    return new Batch(List.copyOf(records));
  }

  /// What the stream says of rows that were written.
  static List<String> records(List<Streamed> written, Instant at, int from) {
    var records = new ArrayList<String>();
    for (var row : written) {
      var number = from + records.size();
      records.add(
          switch (row) {
            case Streamed.Head(var id, var leg, var state, var version, var leads, var wakes) ->
                head(
                    number,
                    at,
                    "REFERRAL#" + id.value(),
                    name(state),
                    Integer.toString(leg),
                    version,
                    leads,
                    wakes);
            case Streamed.Mail(var id, var mail) ->
                mail(
                    number,
                    at,
                    "REFERRAL#" + id.value(),
                    "OUTBOX#%09d".formatted(mail),
                    "2026-03-01T00:00:00.000000000Z");
            case Streamed.ProgrammeMail(var id) ->
                mail(number, at, "POST#" + id, "MAIL", "2026-03-01T00:00:00.000000000Z");
          });
    }
    return records;
  }

  private static String name(StateName state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String head(
      int number,
      Instant at,
      String pk,
      String type,
      String leg,
      long version,
      long legVersion,
      long wakeVersion) {
    return record(
        number,
        at,
        pk,
        "HEAD",
        """
        "type":{"S":"%s"},"leg":{"N":"%s"},"version":{"N":"%d"},\
        "legVersion":{"N":"%d"},"wakeVersion":{"N":"%d"}\
        """
            .formatted(type, leg, version, legVersion, wakeVersion));
  }

  static String mail(int number, Instant at, String pk, String sk, String dueAt) {
    return record(
        number,
        at,
        pk,
        sk,
        "\"state\":{\"S\":\"ready\"},\"dueAt\":{\"S\":\"%s\"}".formatted(dueAt));
  }

  private static String record(int number, Instant at, String pk, String sk, String image) {
    return """
    {"eventName":"MODIFY","dynamodb":{"ApproximateCreationDateTime":%d,\
    "Keys":{"pk":{"S":"%s"},"sk":{"S":"%s"}},"NewImage":{"pk":{"S":"%s"},"sk":{"S":"%s"},%s},\
    "SequenceNumber":"%d"}}\
    """
        .formatted(at.getEpochSecond(), pk, sk, pk, sk, image, number);
  }

  String json() {
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  int size() {
    return records.size();
  }

  /// What Lambda hands over again: everything from the first failed record on.
  ///
  /// @param answer the handler's answer; sequence numbers are places in the first batch
  Batch again(String answer, int from) {
    var failed =
        FAILED.matcher(answer).results().mapToInt(each -> Integer.parseInt(each.group(1))).min();
    return failed.isEmpty()
        ? of(List.of())
        : of(records.subList(failed.getAsInt() - from, records.size()));
  }
}
