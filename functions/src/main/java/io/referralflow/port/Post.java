package io.referralflow.port;

import io.referralflow.message.ProgrammeNotice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Mails to be sent that belong to the programme and not to a referral. A row goes from ready over
/// sending, by a claim with a deadline, to sent; a claim that ran out is unknown, and such a mail
/// is sent again with the same reference.
public interface Post {

  /// Adds a notice, once: what has its id already, whatever became of it, stays as it is.
  ///
  /// @param at when it is to be sent; what is due later waits for upkeep
  void add(ProgrammeNotice notice, Instant at);

  /// Claims a ready notice that is due; empty when it is not ready, not due, or claimed by another.
  ///
  /// @param id of the notice
  /// @param deadline when the claim runs out
  Optional<Claimed> claim(String id, Instant now, Instant deadline);

  /// A notice to be sent now.
  ///
  /// @param attempt how often it was claimed, from 1
  record Claimed(ProgrammeNotice notice, int attempt) {}

  /// Marks a claimed notice as handed over.
  void sent(Claimed claimed, String mailId, Instant at);

  /// Marks a claimed notice as no longer needed, with the reason.
  void dropped(Claimed claimed, String reason, Instant at);

  /// Puts a claimed notice back, to be tried again at a moment.
  void putBack(Claimed claimed, Instant next);

  /// Gives up a claimed notice for good: it goes to the failure list for a person.
  void gaveUp(Claimed claimed, String reason, Instant at);

  /// Notices that are ready and due, or whose claim ran out, at a moment. One that cannot be read
  /// is left out, put on the failure list once, and looked at again after a day.
  List<Overdue> overdue(Instant now, int limit);

  /// A notice that is late.
  ///
  /// @param unknown whether a claim ran out: it may have been sent
  /// @param attempt how often it was claimed, so that a later claim is not mistaken for this one
  record Overdue(String id, boolean unknown, int attempt) {}

  /// How far telling of a version of the terms has come, counted from the mails themselves. It may
  /// lag a moment behind.
  Announcement announcement(int version);

  /// The mails that tell of one version of the terms. All are none before it began: the first
  /// version is told to nobody, and a programme's own are told when it is published.
  ///
  /// @param gathering whether readers are still looked for, so that more mails are to come
  /// @param told mails that were handed over
  /// @param toBeTold mails that wait, or of which nobody knows yet whether they were handed over
  /// @param passedOver readers who may not refer any more, or of whom no address is known, or the
  ///   version never came to hold
  /// @param givenUp mails that were refused; each is on the failure list
  record Announcement(boolean gathering, int told, int toBeTold, int passedOver, int givenUp) {}

  /// Makes an overdue notice ready again so that it is sent now, and next looked at by a moment.
  void nudge(Overdue overdue, Instant next);
}
