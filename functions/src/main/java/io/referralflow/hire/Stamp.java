package io.referralflow.hire;

import java.time.Instant;
import java.util.Comparator;

/// When something happened in the HR system, and the id of the event that says so. The greater
/// stamp wins a register, whatever came first.
public record Stamp(Instant occurredAt, String eventId) implements Comparable<Stamp> {

  private static final Comparator<Stamp> ORDER =
      Comparator.comparing(Stamp::occurredAt).thenComparing(Stamp::eventId);

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }
}
