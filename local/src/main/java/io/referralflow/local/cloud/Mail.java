package io.referralflow.local.cloud;

import java.time.Instant;
import java.util.List;

/// One sent mail.
public record Mail(
    String id, List<String> to, String subject, String text, String html, Instant at) {

  public Mail {
    to = List.copyOf(to);
  }
}
