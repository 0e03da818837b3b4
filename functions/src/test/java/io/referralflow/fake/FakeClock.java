package io.referralflow.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
public final class FakeClock implements InstantSource {

  private volatile Instant now;

  public FakeClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant moment) {
    now = moment;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
