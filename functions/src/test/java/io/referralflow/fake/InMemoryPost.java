package io.referralflow.fake;

import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.fake.InMemoryWorld.StoredPost;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.message.ProgrammeNotice.ActionEnded;
import io.referralflow.message.ProgrammeNotice.OrderDelivered;
import io.referralflow.message.ProgrammeNotice.OrderPlaced;
import io.referralflow.message.ProgrammeNotice.PayRunClosed;
import io.referralflow.message.ProgrammeNotice.TermsChanged;
import io.referralflow.message.ProgrammeNotice.TermsRound;
import io.referralflow.port.Failures;
import io.referralflow.port.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The programme's own mails in memory.
final class InMemoryPost implements Post {

  private static final Set<MailState> WAITING = EnumSet.of(MailState.READY, MailState.SENDING);

  private final InMemoryWorld world;

  InMemoryPost(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public void add(ProgrammeNotice notice, Instant at) {
    synchronized (world) {
      add(world, notice, at);
    }
  }

  static void add(InMemoryWorld world, ProgrammeNotice notice, Instant at) {
    if (!world.post.containsKey(notice.id())) {
      var look = at.plus(Duration.ofMinutes(15));
      world.put(new StoredPost(notice, MailState.READY, at, look, 0, ""));
    }
  }

  @Override
  public Optional<Claimed> claim(String id, Instant now, Instant deadline) {
    synchronized (world) {
      var stored = world.post.get(id);
      if (stored == null || stored.state() != MailState.READY || stored.dueAt().isAfter(now)) {
        return Optional.empty();
      }
      var attempt = stored.attempt() + 1;
      var look = stored.lookAt().isAfter(deadline) ? stored.lookAt() : deadline;
      world.put(
          new StoredPost(stored.notice(), MailState.SENDING, stored.dueAt(), look, attempt, ""));
      return Optional.of(new Claimed(stored.notice(), attempt));
    }
  }

  @Override
  public void sent(Claimed claimed, String mailId, Instant at) {
    synchronized (world) {
      var stored = world.post.get(claimed.notice().id());
      if (stored != null && stored.state() != MailState.SENT) {
        world.put(ended(stored, MailState.SENT, mailId));
      }
    }
  }

  @Override
  public void dropped(Claimed claimed, String reason, Instant at) {
    synchronized (world) {
      standing(claimed).ifPresent(stored -> world.put(ended(stored, MailState.DROPPED, reason)));
    }
  }

  @Override
  public void putBack(Claimed claimed, Instant next) {
    synchronized (world) {
      standing(claimed)
          .ifPresent(stored ->
              world.put(
                  new StoredPost(
                      stored.notice(), MailState.READY, next, next, stored.attempt(), "")));
    }
  }

  @Override
  public void gaveUp(Claimed claimed, String reason, Instant at) {
    synchronized (world) {
      standing(claimed)
          .ifPresent(stored -> {
            world.put(ended(stored, MailState.GIVEN_UP, reason));
            var failureId = "mail-" + claimed.notice().id();
            world.failures.put(
                failureId,
                new Failures.Failure(failureId, Failures.Kind.MAIL, reason, at, Optional.empty()));
          });
    }
  }

  @Override
  public List<Overdue> overdue(Instant now, int limit) {
    synchronized (world) {
      return world.post.values().stream()
          .filter(
              stored -> stored.state() == MailState.READY || stored.state() == MailState.SENDING)
          .filter(stored -> !stored.lookAt().isAfter(now))
          .sorted(
              Comparator.comparing(StoredPost::lookAt)
                  .thenComparing(stored -> stored.notice().id()))
          .limit(limit)
          .map(stored ->
              new Overdue(
                  stored.notice().id(), stored.state() == MailState.SENDING, stored.attempt()))
          .toList();
    }
  }

  @Override
  public void nudge(Overdue overdue, Instant next) {
    synchronized (world) {
      var expected = overdue.unknown() ? MailState.SENDING : MailState.READY;
      Optional.ofNullable(world.post.get(overdue.id()))
          .filter(stored -> stored.state() == expected && stored.attempt() == overdue.attempt())
          .ifPresent(stored ->
              world.put(
                  new StoredPost(
                      stored.notice(),
                      MailState.READY,
                      stored.dueAt(),
                      next,
                      stored.attempt(),
                      "")));
    }
  }

  @Override
  public Announcement announcement(int version) {
    synchronized (world) {
      var told = new EnumMap<MailState, Integer>(MailState.class);
      var gathering = false;
      for (var stored : world.post.values()) {
        switch (stored.notice()) {
          case TermsChanged changed when changed.version() == version -> {
            var _ = told.merge(stored.state(), 1, Integer::sum);
          }
          case TermsRound round when round.version() == version ->
              gathering |= WAITING.contains(stored.state());
          case TermsChanged _,
              TermsRound _,
              ActionEnded _,
              PayRunClosed _,
              OrderPlaced _,
              OrderDelivered _ -> {}
        }
      }
      return new Announcement(
          gathering,
          told.getOrDefault(MailState.SENT, 0),
          WAITING.stream().mapToInt(state -> told.getOrDefault(state, 0)).sum(),
          told.getOrDefault(MailState.DROPPED, 0),
          told.getOrDefault(MailState.GIVEN_UP, 0));
    }
  }

  private static StoredPost ended(StoredPost stored, MailState state, String note) {
    return new StoredPost(
        stored.notice(), state, stored.dueAt(), Instant.MAX, stored.attempt(), note);
  }

  private Optional<StoredPost> standing(Claimed claimed) {
    return Optional.ofNullable(world.post.get(claimed.notice().id()))
        .filter(
            stored -> stored.state() == MailState.SENDING && stored.attempt() == claimed.attempt());
  }
}
