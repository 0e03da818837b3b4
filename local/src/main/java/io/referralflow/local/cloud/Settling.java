package io.referralflow.local.cloud;

import io.referralflow.local.clock.ClockMover;
import io.referralflow.local.lambda.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Says when everything that was set going has come to rest: no function runs, nothing is on its
/// way through the stream, no mail is due or being sent, no wait is overdue, no new execution is
/// still on its way to where it waits. Between two steps of the cloud (an execution that was woken
/// but has not called yet) there is a moment in which nothing can be seen, so that a short silence
/// is asked for after the last call; not after upkeep's, which sets things going by writing to the
/// table alone.
public final class Settling implements ClockMover.Rest {

  private static final Duration SILENCE = Duration.ofMillis(250);

  /// How long nothing at all may succeed, and how many times as long it may take in all.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int TIMES = 10;

  /// How long it may take in all.
  static final Duration LONGEST = PATIENCE.multipliedBy(TIMES);

  private static final Duration GLANCE = Duration.ofMillis(20);

  private final Activity activity;
  private final StreamWatch stream;
  private final OpenWork openWork;
  private final Duration patience;

  public Settling(Activity activity, StreamWatch stream, OpenWork openWork) {
    this(activity, stream, openWork, PATIENCE);
  }

  Settling(Activity activity, StreamWatch stream, OpenWork openWork, Duration patience) {
    this.activity = activity;
    this.stream = stream;
    this.openWork = openWork;
    this.patience = patience;
  }

  @Override
  public List<String> await(Instant moment) throws InterruptedException {
    Instant end = Instant.now().plus(patience.multipliedBy(TIMES));
    Instant giveUp = Instant.now().plus(patience);
    long done = activity.successes();
    List<String> blockers = blockers(moment);
    while (!blockers.isEmpty() && Instant.now().isBefore(giveUp) && Instant.now().isBefore(end)) {
      Thread.sleep(GLANCE);
      if (activity.successes() > done) {
        done = activity.successes();
        giveUp = Instant.now().plus(patience);
      }
      blockers = blockers(moment);
    }
    return blockers;
  }

  private List<String> blockers(Instant moment) throws InterruptedException {
    var blockers = new ArrayList<String>();
    int records = stream.onTheirWay();
    if (records > 0) {
      blockers.add(records + " stream records are not handed over yet");
    }
    activity.running().forEach(function -> blockers.add(function + " is running"));
    if (activity.sinceLastChange().compareTo(SILENCE) < 0) {
      blockers.add("a function has run just now");
    }
    if (blockers.isEmpty()) {
      blockers.addAll(openWork.at(moment));
    }
    return blockers;
  }
}
