package io.referralflow.delivery;

import io.referralflow.delivery.ProgrammeGathering.Gathered;
import io.referralflow.letter.ProgrammeLetters;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.port.Mailer;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.port.Post;
import io.referralflow.port.Post.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Sends one mail of the programme: claims it, works out whom it goes to and what it tells, writes
/// the letter and hands it over. Idempotent by the claim; a claim that ran out is sent again with
/// the same reference. Text is written here and stored nowhere.
public final class SendProgrammeNotice {

  private static final Duration CLAIM = Duration.ofMinutes(5);

  private final Post post;
  private final AnnounceTerms announceTerms;
  private final ProgrammeGathering gathering;
  private final ProgrammeLetters letters;
  private final Mailer mailer;
  private final InstantSource clock;

  public SendProgrammeNotice(
      Post post,
      AnnounceTerms announceTerms,
      ProgrammeGathering gathering,
      ProgrammeLetters letters,
      Mailer mailer,
      InstantSource clock) {
    this.post = post;
    this.announceTerms = announceTerms;
    this.gathering = gathering;
    this.letters = letters;
    this.mailer = mailer;
    this.clock = clock;
  }

  /// Sends the notice of an id, unless somebody else does or did, or it is not due.
  public void execute(String id) {
    var now = clock.instant();
    post.claim(id, now, now.plus(CLAIM)).ifPresent(claimed -> act(claimed, now));
  }

  private void act(Claimed claimed, Instant now) {
    switch (claimed.notice()) {
      case ProgrammeNotice.Mail mail -> send(claimed, mail, now);
      case ProgrammeNotice.TermsRound round -> {
        announceTerms.round(round, now);
        post.dropped(claimed, "done", now);
      }
    }
  }

  private void send(Claimed claimed, ProgrammeNotice.Mail mail, Instant now) {
    switch (gathering.of(mail, claimed.attempt() > 1, now)) {
      case Gathered.Known(var to, var letter) ->
          settle(claimed, mailer.send(to, letters.write(letter), claimed.notice().id()), now);
      case Gathered.Overtaken _ -> post.dropped(claimed, "overtaken", now);
      case Gathered.Nobody _ -> post.gaveUp(claimed, "no-addressee", now);
    }
  }

  private void settle(Claimed claimed, Handover handover, Instant now) {
    switch (handover) {
      case Handover.Accepted(var mailId) -> post.sent(claimed, mailId, now);
      case Handover.TryLater _ ->
          post.putBack(claimed, now.plus(SendNotice.backOff(claimed.attempt())));
      case Handover.Refused _ -> post.gaveUp(claimed, "mail-refused", now);
      case Handover.Unknown _ -> {
        // The claim runs out, and upkeep makes it ready again.
      }
    }
  }
}
