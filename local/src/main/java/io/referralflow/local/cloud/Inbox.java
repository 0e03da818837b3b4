package io.referralflow.local.cloud;

import io.referralflow.local.clock.ClockHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The mail that was sent on this machine, oldest first, in the business's time. The local cloud
/// forgets it at its end, so that it is kept in a file for a restart with the data of last time.
public final class Inbox {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final LocalCloud cloud;
  private final ClockHistory clock;
  private final Path file;
  private final List<Mail> kept;

  public Inbox(LocalCloud cloud, ClockHistory clock, Path file) {
    this.cloud = cloud;
    this.clock = clock;
    this.file = file;
    this.kept = read(file);
  }

  /// All of it.
  public List<Mail> mails() throws InterruptedException {
    Stream<Mail> sent =
        cloud.inbox().path("messages").valueStream().flatMap(JsonNode::valueStream).map(this::mail);
    return Stream.concat(kept.stream(), sent).sorted(Comparator.comparing(Mail::at)).toList();
  }

  /// Keeps it, before the local cloud ends.
  public void save() {
    try {
      Files.writeString(file, JSON.writeValueAsString(mails()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Mail> read(Path file) {
    try {
      return Files.exists(file)
          ? List.of(JSON.readValue(Files.readString(file), Mail[].class))
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Mail mail(JsonNode message) {
    return new Mail(
        message.path("MessageId").asString(),
        message.path("To").valueStream().map(JsonNode::asString).toList(),
        message.path("Subject").asString(""),
        message.path("BodyText").asString(""),
        message.path("BodyHtml").asString(""),
        clock.moved(epoch(message.path("Timestamp").decimalValue())));
  }

  private static Instant epoch(BigDecimal seconds) {
    return Instant.EPOCH.plus(Duration.ofNanos(seconds.movePointRight(9).longValue()));
  }
}
