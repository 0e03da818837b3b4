package io.referralflow.scenario;

import io.referralflow.candidate.Email;
import io.referralflow.fake.FakeMailer;
import io.referralflow.letter.Letter;
import io.referralflow.port.Mailer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Keeps every letter that arrived, with the moment. The fake inside says what the mail service
/// answers.
public final class Postbox implements Mailer {

  /// A letter that arrived.
  ///
  /// @param reference the referral's id and the number of the notice
  public record Received(Instant at, Email to, Letter letter, String reference) {}

  private final FakeMailer mailer = new FakeMailer();
  private final InstantSource clock;
  private final List<Received> received = new ArrayList<>();

  Postbox(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Handover send(Email to, Letter letter, String reference) {
    var before = mailer.sent().size();
    var answer = mailer.send(to, letter, reference);
    if (mailer.sent().size() > before) {
      received.add(new Received(clock.instant(), to, letter, reference));
    }
    return answer;
  }

  /// The answer to the next letter that has no answer yet.
  public void answerNext(Handover answer) {
    mailer.answerNext(answer);
  }

  public List<Received> received() {
    return List.copyOf(received);
  }
}
