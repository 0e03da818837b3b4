package io.referralflow.tests.simulation;

import io.referralflow.candidate.Email;
import io.referralflow.letter.Letter;
import io.referralflow.port.Mailer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The mail service: what it was handed, and addresses that it refuses.
final class Mailbox implements Mailer {

  /// One mail that was handed over.
  record Posted(Instant at, String to, String reference) {}

  private final History history;
  private final List<Posted> posted = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private Instant pausedUntil = Instant.MIN;

  Mailbox(History history) {
    this.history = history;
  }

  @Override
  public Handover send(Email to, Letter letter, String reference) {
    if (history.now().isBefore(pausedUntil)) {
      return new Handover.TryLater("paused");
    }
    if (refused.contains(to.value())) {
      return new Handover.Refused("bounced before");
    }
    posted.add(new Posted(history.now(), to.value(), reference));
    return new Handover.Accepted("mail-" + posted.size());
  }

  List<Posted> posted() {
    return posted;
  }

  void pauseUntil(Instant moment) {
    pausedUntil = moment;
  }

  void refuse(String address) {
    var _ = refused.add(address);
  }

  boolean refusesAny() {
    return !refused.isEmpty();
  }
}
