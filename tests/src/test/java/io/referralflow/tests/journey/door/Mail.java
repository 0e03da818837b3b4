package io.referralflow.tests.journey.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A mail that was sent.
public record Mail(
    String id, List<String> to, String subject, String text, String html, Instant at) {

  public Mail {
    to = List.copyOf(to);
  }

  /// The day on which it was sent, in the programme's zone.
  public LocalDate day() {
    return LocalDate.ofInstant(at, Clock.ZONE);
  }

  /// What is said to whom, such as `emma: Betaald: ...`.
  public String line() {
    return to.getFirst().split("@", 2)[0] + ": " + subject;
  }

  boolean goesTo(String address) {
    return to.contains(address);
  }
}
