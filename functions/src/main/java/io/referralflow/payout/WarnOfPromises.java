package io.referralflow.payout;

import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.port.Failures;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Outbox;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Snapshot;
import io.referralflow.port.Waits;
import io.referralflow.port.Waits.Wait;
import io.referralflow.port.WorkingDays;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.reward.InstalmentState;
import io.referralflow.step.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Warns that a promise is about to be missed: five working days before the promised day of an
/// instalment that finance has and did not confirm, or that is due and was not even released, or
/// whose referral is held for a person to decide, finance gets one mail, and the programme manager
/// a row of the failure list. Once for each instalment, however often it is called; its work grows
/// with what is promised soon and not confirmed, with what is due, and with what is held.
public final class WarnOfPromises {

  private static final int WORKING_DAYS_BEFORE = 5;

  /// Numbers of warnings lie behind those of all notices that a change of the referral makes.
  private static final long NUMBERS = 900_000_000L;

  /// A clock rings at most this long after the due moment that it watches over.
  private static final Duration WATCHED = Duration.ofHours(2);

  private final Waits waits;
  private final Referrals referrals;
  private final Outbox outbox;
  private final Failures failures;
  private final WorkingDays workingDays;
  private final InstantSource clock;

  public WarnOfPromises(
      Waits waits,
      Referrals referrals,
      Outbox outbox,
      Failures failures,
      WorkingDays workingDays,
      InstantSource clock) {
    this.waits = waits;
    this.referrals = referrals;
    this.outbox = outbox;
    this.failures = failures;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /// An instalment and the day by which it is promised.
  private record Promised(Particulars particulars, int instalment, LocalDate promisedOn) {}

  /// Answers how many promises are near; each is warned of once.
  public int execute() {
    var now = clock.instant();
    var near =
        Stream.of(unconfirmed(now), unreleased(now), held())
            .flatMap(promised -> promised)
            .filter(promised -> isTime(promised, now))
            .toList();
    near.forEach(promised -> warn(promised, now));
    return near.size();
  }

  /// What is promised soon and not confirmed: found in a list, decided on the referral.
  private Stream<Promised> unconfirmed(Instant now) {
    var near = referrals.promisedBy(lastNear(LocalDate.ofInstant(now, ZoneOffset.MAX)));
    return referrals.findAll(near.stream().map(Payout::referral).distinct().toList()).stream()
        .map(Snapshot::referral)
        .flatMap(referral ->
            Owed.of(referral).stream()
                .flatMap(line -> line.payment().stream())
                .filter(payment -> payment.paidOn().isEmpty())
                .map(payment ->
                    new Promised(
                        referral.particulars(), payment.instalment(), payment.promisedOn())));
  }

  /// What is due and not released: payouts are frozen, or the release was tried in vain.
  private Stream<Promised> unreleased(Instant now) {
    var ringing =
        waits.overdue(now.plus(WATCHED), Integer.MAX_VALUE).stream().map(Wait::referral).toList();
    return referrals.findAll(ringing).stream()
        .map(Snapshot::referral)
        .flatMap(referral ->
            Owed.of(referral).stream()
                .filter(line -> line.state() == InstalmentState.PLANNED)
                .filter(line -> !Timing.dueAt(referral, line).isAfter(now))
                .map(line -> promised(referral.particulars(), line)));
  }

  /// What would be owed if the person who has to decide allowed it: the promise runs on while
  /// nobody decides, due or not.
  private Stream<Promised> held() {
    return referrals.findAll(referrals.held()).stream()
        .map(Snapshot::referral)
        .flatMap(
            referral -> referral instanceof Referral.Held held ? Stream.of(held) : Stream.empty())
        .flatMap(held ->
            Owed.of(held.particulars(), held.hire()).stream()
                .filter(line -> line.state() == InstalmentState.PLANNED)
                .map(line -> promised(held.particulars(), line)));
  }

  private Promised promised(Particulars particulars, Owed.Line line) {
    return new Promised(
        particulars,
        line.instalment().number(),
        particulars.terms().promise().day(line.dueOn(), workingDays));
  }

  private boolean isTime(Promised promised, Instant now) {
    var today = LocalDate.ofInstant(now, promised.particulars().terms().zone());
    return !today.isBefore(before(promised.promisedOn()));
  }

  /// The last promised day that is near, wherever it is today.
  private LocalDate lastNear(LocalDate today) {
    var day = today;
    while (!before(day.plusDays(1)).isAfter(today)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private LocalDate before(LocalDate promised) {
    var day = promised;
    for (var i = 0; i < WORKING_DAYS_BEFORE; i++) {
      day = workingDays.onOrBefore(day.minusDays(1));
    }
    return day;
  }

  private void warn(Promised promised, Instant now) {
    var instalment = promised.instalment();
    var notice =
        new Notice(NUMBERS + instalment, LetterKind.PROMISE_NEAR, OptionalInt.of(instalment), now);
    outbox.add(promised.particulars(), notice, now);
    failures.add(
        new Failure(
            "promise-" + promised.particulars().id().value() + "-" + instalment,
            Kind.PAYOUT,
            "promise-near",
            now,
            Optional.empty()));
  }
}
