package io.referralflow.tests.journey.door;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// The moved clock, which all tests share and which goes forward only. A journey that needs to know
/// the day begins with [#morning].
public final class Clock {

  /// The programme's time zone.
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int NINE = 9;
  private static final int FOUR = 16;

  private final Http http;
  private final URI address;

  Clock(Http http, URI site) {
    this.http = http;
    address = site.resolve("/local/clock");
  }

  public Instant now() {
    return Instant.parse(http.json(http.get(address)).get("now").asString());
  }

  /// The day in the programme's zone.
  public LocalDate today() {
    return local().toLocalDate();
  }

  /// Makes sure that some hours of the day are left, and answers which day it is.
  public LocalDate morning() {
    var now = local();
    if (now.getHour() < NINE) {
      goTo(now.toLocalDate().atTime(NINE, 0));
    } else if (now.getHour() >= FOUR) {
      goTo(now.toLocalDate().plusDays(1).atTime(NINE, 0));
    }
    return today();
  }

  /// Goes on until a day, at nine in the morning, with all that happens on the way.
  public void goTo(LocalDate day) {
    goTo(day.atTime(NINE, 0));
  }

  /// Goes on until a moment of a day in the programme's zone.
  public void goTo(LocalDateTime moment) {
    var target = moment.atZone(ZONE);
    var now = local();
    if (target.isBefore(now)) {
      throw new IllegalArgumentException("It is past " + moment + " already: " + now);
    }
    var days = ChronoUnit.DAYS.between(now, target);
    var rest = Duration.between(now.plusDays(days), target).toSeconds() + 1;
    advance("P%dDT%dS".formatted(days, rest));
  }

  /// Lets everything come to rest that was set going, without moving.
  public void rest() {
    advance("PT0S");
  }

  /// Moves by a distance such as `P60D`, and comes back when everything is at rest.
  public void advance(String distance) {
    var _ =
        http.json(
            http.send(
                Http.request(address)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"advance\":\"" + distance + "\"}"))
                    .build()));
  }

  private ZonedDateTime local() {
    return now().atZone(ZONE);
  }
}
