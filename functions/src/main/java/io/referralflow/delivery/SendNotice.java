package io.referralflow.delivery;

import io.referralflow.letter.LetterKind;
import io.referralflow.letter.Letters;
import io.referralflow.message.Notice;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Backgrounds.Background;
import io.referralflow.port.Companion;
import io.referralflow.port.Mailer;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.port.OperationId;
import io.referralflow.port.Outbox;
import io.referralflow.port.Outbox.Claimed;
import io.referralflow.port.Post;
import io.referralflow.port.Seals;
import io.referralflow.port.Snapshot;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.Settings;
import io.referralflow.recognition.FindWhoThanks;
import io.referralflow.recognition.PrepareThanks;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sends one notice: claims it, writes the letter and hands it over. Idempotent by the claim: a
/// notice is sent by whoever claimed it, and a claim that ran out counts as unknown. Text is
/// written here and stored nowhere.
public final class SendNotice {

  /// The first good news of a hire, after which a manager is asked to thank.
  private static final Set<LetterKind> TELLS_OF_THE_HIRE =
      Set.of(LetterKind.HIRED, LetterKind.APPEAL_ALLOWED);

  private static final Duration CLAIM = Duration.ofMinutes(5);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LONGEST_RETRY = Duration.ofHours(4);

  /// How long a mail about a payout that finance holds waits before it is looked at again.
  private static final Duration HOLD_LOOK = Duration.ofDays(1);

  private final Outbox outbox;
  private final Post post;
  private final Backgrounds backgrounds;
  private final Mailer mailer;
  private final Steps steps;
  private final WorkingDays workingDays;
  private final Gathering gathering;
  private final Letters letters;
  private final PrepareThanks prepareThanks;
  private final FindWhoThanks findWhoThanks;
  private final InstantSource clock;

  /// Sends notices.
  ///
  /// @param site the address of the site, without a slash at its end
  public SendNotice(
      Outbox outbox,
      Post post,
      Backgrounds backgrounds,
      Mailer mailer,
      Steps steps,
      Seals seals,
      WorkingDays workingDays,
      Letters letters,
      URI site,
      PrepareThanks prepareThanks,
      FindWhoThanks findWhoThanks,
      InstantSource clock) {
    this.outbox = outbox;
    this.post = post;
    this.backgrounds = backgrounds;
    this.mailer = mailer;
    this.steps = steps;
    this.workingDays = workingDays;
    this.gathering = new Gathering(seals, workingDays, site);
    this.letters = letters;
    this.prepareThanks = prepareThanks;
    this.findWhoThanks = findWhoThanks;
    this.clock = clock;
  }

  /// A round of notices of one referral, all of them written before. Each is sent by itself, so
  /// that whoever calls knows which one failed: its claim stands, and another try would pass it
  /// over in silence.
  public Round round(ReferralId id) {
    return new Round(id);
  }

  /// What is around the referral is read once for a round, and again after a notice of an end,
  /// which changes it.
  public final class Round {

    private final ReferralId id;
    private Optional<Background> known = Optional.empty();

    private Round(ReferralId id) {
      this.id = id;
    }

    public void send(long number) {
      var now = clock.instant();
      var claimed = outbox.claim(id, number, now, now.plus(CLAIM));
      if (claimed.isPresent()) {
        var background = known.orElseGet(() -> around(claimed.get()));
        known = isEnd(claimed.get().notice().kind()) ? Optional.empty() : Optional.of(background);
        SendNotice.this.send(claimed.get(), background, now);
      }
    }
  }

  /// The referral may have been moved to another vacancy since the notice was written.
  private Background around(Claimed claimed) {
    var written = backgrounds.of(claimed.referral(), claimed.referrer(), claimed.vacancy());
    return written
        .snapshot()
        .map(snapshot -> snapshot.referral().particulars().vacancy())
        .filter(vacancy -> !vacancy.equals(claimed.vacancy()))
        .map(vacancy -> backgrounds.of(claimed.referral(), claimed.referrer(), vacancy))
        .orElse(written);
  }

  private void send(Claimed claimed, Background background, Instant now) {
    var notice = claimed.notice();
    var referral =
        background
            .snapshot()
            .map(Snapshot::referral)
            .orElseThrow(() -> new IllegalStateException("A notice without a referral"));
    var addressee = Addressee.of(notice, referral, background, findWhoThanks::execute);
    if (addressee.isEmpty()) {
      outbox.dropped(claimed, "no-addressee", now);
      tellUndeliverable(claimed);
      return;
    }
    if (!Relevance.holds(notice, referral, now)) {
      outbox.dropped(claimed, "overtaken", now);
      return;
    }
    if (!claimed.copy() && leftToRun(notice, referral, background, now)) {
      outbox.dropped(claimed, "told-by-pay-run", now);
      return;
    }
    if (Relevance.waits(notice, referral)) {
      outbox.putBack(claimed, now.plus(HOLD_LOOK));
      return;
    }
    if (TELLS_OF_THE_HIRE.contains(notice.kind())) {
      background
          .settings()
          .flatMap(Settings::thankYou)
          .ifPresent(thankYou -> prepareThanks.execute(referral.particulars(), thankYou, now));
    }
    var kind = claimed.copy() ? copy(notice.kind()) : notice.kind();
    var facts = gathering.facts(referral, notice, background, addressee.get(), now);
    var letter = letters.write(kind, facts);
    switch (mailer.send(addressee.get().email(), letter, reference(claimed))) {
      case Handover.Accepted(var mailId) -> sent(claimed, mailId, now);
      case Handover.TryLater _ -> outbox.putBack(claimed, now.plus(backOff(claimed.attempt())));
      case Handover.Refused _ -> {
        outbox.gaveUp(claimed, "mail-refused", now);
        tellUndeliverable(claimed);
      }
      case Handover.Unknown _ -> {
        // The claim runs out; upkeep settles it by the kind of mail.
      }
    }
  }

  /// Whether the mail of a pay run tells finance of a payout; then that mail is in the post. It is
  /// put there before the notice is let go, so that one of the two is always to come.
  private boolean leftToRun(Notice notice, Referral referral, Background background, Instant now) {
    var mail =
        background
            .settings()
            .flatMap(settings -> PayRunMail.of(notice, referral, settings, workingDays, now));
    mail.ifPresent(run -> post.add(run.notice(), run.dueAt()));
    return mail.isPresent();
  }

  private static LetterKind copy(LetterKind kind) {
    return kind == LetterKind.PAYOUT ? LetterKind.PAYOUT_COPY : kind;
  }

  private static String reference(Claimed claimed) {
    return claimed.referral().value() + "-" + claimed.notice().number();
  }

  static Duration backOff(int attempt) {
    var wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempt - 1, 8));
    return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
  }

  /// A candidate's notice of the end starts the referrer's delay, and a goodbye lets the data go;
  /// both are written together with the mark that it was sent.
  private void sent(Claimed claimed, String mailId, Instant now) {
    if (!isEnd(claimed.notice().kind())) {
      outbox.sent(claimed, mailId, now);
      return;
    }
    var number = claimed.notice().number();
    var written =
        steps
            .take(
                claimed.referral(),
                new OperationId("told:" + number),
                (found, at) ->
                    told(
                        claimed.notice(),
                        found,
                        at,
                        List.of(new Companion.NoticeSent(number, mailId))))
            .orElse(false);
    if (!written) {
      outbox.sent(claimed, mailId, now);
    }
  }

  /// A notice that cannot be delivered counts as told: the referrer is not kept waiting for ever.
  private void tellUndeliverable(Claimed claimed) {
    if (isEnd(claimed.notice().kind())) {
      var _ =
          steps.take(
              claimed.referral(),
              new OperationId("undeliverable:" + claimed.notice().number()),
              (found, at) -> told(claimed.notice(), found, at, List.of()));
    }
  }

  private static boolean isEnd(LetterKind kind) {
    return switch (kind) {
      case REJECTED, EXPIRED, LAPSED, GOODBYE, TAKEN_BACK -> true;
      case INVITATION,
          INVITATION_REMINDER,
          RECEIVED,
          ACCEPTED,
          ADVANCED,
          ENTERED,
          VACANCY_CHANGED,
          IMPORTED,
          MOVED,
          HIRED,
          PLAN_CHANGED,
          PAID,
          HELD,
          ENDED,
          APPEAL_ALLOWED,
          APPEAL_DISMISSED,
          PAYOUT,
          PAYOUT_COPY,
          PROMISE_NEAR,
          THANKS,
          THANKS_LATE ->
          false;
    };
  }

  private static Ruling<Boolean> told(
      Notice notice, Snapshot found, Instant at, List<Companion> withIt) {
    var facts = new ArrayList<Fact>();
    var companions = new ArrayList<>(withIt);
    var state = found.referral();
    for (var fact : List.of(new Fact.CandidateTold(at), new Fact.Erased(at))) {
      var after =
          fact instanceof Fact.Erased && !letsDataGo(notice.kind(), state)
              ? Optional.<Referral>empty()
              : Life.after(state, fact);
      if (after.isPresent()) {
        state = after.get();
        facts.add(fact);
        if (fact instanceof Fact.Erased) {
          companions.add(new Companion.CandidateDeleted());
        }
      }
    }
    return facts.isEmpty()
        ? Ruling.leave(false)
        : new Ruling.Write<>(facts, companions, false, true);
  }

  /// A goodbye after a withdrawal is the last use of the data; after a mere no it is kept a while.
  private static boolean letsDataGo(LetterKind kind, Referral referral) {
    return (kind == LetterKind.GOODBYE || kind == LetterKind.TAKEN_BACK)
        && referral.dossier().withdrawnAt().isPresent();
  }
}
