package io.referralflow.local.cloud;

import io.referralflow.local.clock.ClockHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The mail that was sent on this machine, oldest first, in the business's time.
public final class Inbox {

  private final LocalCloud cloud;
  private final ClockHistory clock;

  public Inbox(LocalCloud cloud, ClockHistory clock) {
    this.cloud = cloud;
    this.clock = clock;
  }

  /// All of it.
  public List<Mail> mails() throws InterruptedException {
    return cloud
        .inbox()
        .path("messages")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .map(this::mail)
        .sorted(Comparator.comparing(Mail::at))
        .toList();
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
