package io.referralflow.fake;

import io.referralflow.candidate.Email;
import io.referralflow.letter.Letter;
import io.referralflow.port.Mailer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Keeps what it is handed. Accepts everything until told what to answer next.
public final class FakeMailer implements Mailer {

  /// One letter that was handed over, or may have been.
  public record Sent(Email to, Letter letter, String reference) {}

  private final List<Sent> sent = new ArrayList<>();
  private final Deque<Handover> answers = new ArrayDeque<>();

  /// The answer to the next letter that has no answer yet. A letter answered with
  /// [Handover.Unknown] counts as sent: the answer was lost, not the letter.
  public synchronized void answerNext(Handover answer) {
    answers.add(answer);
  }

  @Override
  public synchronized Handover send(Email to, Letter letter, String reference) {
    var answer = answers.isEmpty() ? accepted() : answers.remove();
    if (answer instanceof Handover.Accepted || answer instanceof Handover.Unknown) {
      sent.add(new Sent(to, letter, reference));
    }
    return answer;
  }

  private Handover accepted() {
    return new Handover.Accepted("mail-" + (sent.size() + 1));
  }

  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }
}
