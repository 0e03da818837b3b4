package io.referralflow.fake;

import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.fake.InMemoryWorld.StoredNotice;
import io.referralflow.message.Notice;
import io.referralflow.port.Failures;
import io.referralflow.port.Outbox;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The outbox in memory.
final class InMemoryOutbox implements Outbox {

  private final InMemoryWorld world;

  InMemoryOutbox(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public void add(Particulars particulars, Notice notice, Instant at) {
    synchronized (world) {
      if (world.notice(particulars.id(), notice.number()) != null) {
        return;
      }
      var look = at.plus(Duration.ofMinutes(15));
      world.put(
          particulars.id(),
          new StoredNotice(
              notice,
              particulars.vacancy(),
              MailState.READY,
              notice.notBefore(),
              look,
              0,
              false,
              ""));
    }
  }

  @Override
  public Optional<Claimed> claim(ReferralId id, long number, Instant now, Instant deadline) {
    synchronized (world) {
      var stored = world.notice(id, number);
      if (stored == null || stored.state() != MailState.READY || stored.dueAt().isAfter(now)) {
        return Optional.empty();
      }
      var attempt = stored.attempt() + 1;
      world.put(
          id,
          new StoredNotice(
              stored.notice(),
              stored.vacancy(),
              MailState.SENDING,
              stored.dueAt(),
              stored.lookAt().isAfter(deadline) ? stored.lookAt() : deadline,
              attempt,
              stored.copy(),
              ""));
      var particulars = world.referrals().find(id).orElseThrow().referral().particulars();
      return Optional.of(
          new Claimed(
              id,
              particulars.referrer(),
              stored.vacancy(),
              stored.notice(),
              attempt,
              stored.copy()));
    }
  }

  @Override
  public void sent(Claimed claimed, String mailId, Instant at) {
    synchronized (world) {
      var stored = world.notice(claimed.referral(), claimed.notice().number());
      if (stored != null) {
        world.put(claimed.referral(), ended(stored, MailState.SENT, mailId));
      }
    }
  }

  @Override
  public void dropped(Claimed claimed, String reason, Instant at) {
    synchronized (world) {
      standing(claimed)
          .ifPresent(
              stored -> world.put(claimed.referral(), ended(stored, MailState.DROPPED, reason)));
    }
  }

  @Override
  public void putBack(Claimed claimed, Instant next) {
    synchronized (world) {
      standing(claimed)
          .ifPresent(stored ->
              world.put(
                  claimed.referral(),
                  new StoredNotice(
                      stored.notice(),
                      stored.vacancy(),
                      MailState.READY,
                      next,
                      next,
                      stored.attempt(),
                      stored.copy(),
                      "")));
    }
  }

  @Override
  public void gaveUp(Claimed claimed, String reason, Instant at) {
    synchronized (world) {
      standing(claimed)
          .ifPresent(stored -> {
            world.put(claimed.referral(), ended(stored, MailState.GIVEN_UP, reason));
            fail(claimed.referral(), stored.notice(), reason, at);
          });
    }
  }

  @Override
  public List<Overdue> overdue(Instant now, int limit) {
    synchronized (world) {
      return world.outbox.entrySet().stream()
          .flatMap(entry ->
              entry.getValue().values().stream()
                  .filter(stored -> isOpen(stored) && !stored.lookAt().isAfter(now))
                  .map(stored -> new Late(entry.getKey(), stored)))
          .sorted(
              Comparator.comparing((Late late) -> late.stored().lookAt())
                  .thenComparing(late -> late.id().value())
                  .thenComparingLong(late -> late.stored().notice().number()))
          .limit(limit)
          .map(Late::overdue)
          .toList();
    }
  }

  private record Late(ReferralId id, StoredNotice stored) {
    Overdue overdue() {
      return new Overdue(
          id, stored.notice(), stored.state() == MailState.SENDING, stored.attempt());
    }
  }

  @Override
  public void nudge(Overdue overdue, Instant next) {
    synchronized (world) {
      standing(overdue)
          .ifPresent(stored ->
              world.put(
                  overdue.referral(),
                  new StoredNotice(
                      stored.notice(),
                      stored.vacancy(),
                      MailState.READY,
                      stored.dueAt(),
                      next,
                      stored.attempt(),
                      stored.copy() || overdue.unknown(),
                      "")));
    }
  }

  @Override
  public void suspect(Overdue overdue, Instant copyAt, Instant at) {
    synchronized (world) {
      standing(overdue)
          .ifPresent(stored -> {
            world.put(
                overdue.referral(),
                new StoredNotice(
                    stored.notice(),
                    stored.vacancy(),
                    MailState.READY,
                    copyAt,
                    copyAt,
                    stored.attempt(),
                    true,
                    ""));
            fail(overdue.referral(), stored.notice(), "mail-unknown", at);
          });
    }
  }

  private void fail(ReferralId id, Notice notice, String reason, Instant at) {
    var failureId = "mail-" + id.value() + "-" + notice.number();
    world.failures.put(
        failureId,
        new Failures.Failure(failureId, Failures.Kind.MAIL, reason, at, Optional.empty()));
  }

  static StoredNotice ended(StoredNotice stored, MailState state, String note) {
    return new StoredNotice(
        stored.notice(),
        stored.vacancy(),
        state,
        stored.dueAt(),
        Instant.MAX,
        stored.attempt(),
        stored.copy(),
        note);
  }

  private static boolean isOpen(StoredNotice stored) {
    return stored.state() == MailState.READY || stored.state() == MailState.SENDING;
  }

  private Optional<StoredNotice> standing(Claimed claimed) {
    return Optional.ofNullable(world.notice(claimed.referral(), claimed.notice().number()))
        .filter(
            stored -> stored.state() == MailState.SENDING && stored.attempt() == claimed.attempt());
  }

  private Optional<StoredNotice> standing(Overdue overdue) {
    var expected = overdue.unknown() ? MailState.SENDING : MailState.READY;
    return Optional.ofNullable(world.notice(overdue.referral(), overdue.notice().number()))
        .filter(stored -> stored.state() == expected && stored.attempt() == overdue.attempt());
  }
}
