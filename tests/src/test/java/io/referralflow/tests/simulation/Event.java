package io.referralflow.tests.simulation;

/// One thing that somebody does, or that goes wrong, in a story.
///
/// @param at seconds after the story's beginning
/// @param label which referral, by the number of its submission in the story
/// @param who which person of [Company]
/// @param detail what exactly, see [Deed]
record Event(long at, Deed deed, int label, int who, int detail) {

  /// What can happen.
  enum Deed {
    /// Detail: person * 8 + vacancy * 2 + whether with a key.
    SUBMITS,
    /// Detail: 0 same key and body, 1 same key other body, 2 no key, 3 the key of another caller.
    SUBMITS_AGAIN,
    /// Detail: 0 yes, 1 yes with all consent, 2 no, 3 withdraw, 4 yes with a forged token, 5
    /// object.
    ANSWERS,
    /// A recruiter enters a referral for somebody else. Detail: who refers * 64 + as SUBMITS.
    SUBMITS_FOR,
    /// The candidate asks for a copy.
    COPIES,
    /// The candidate corrects the name. Detail: what it becomes.
    CORRECTS,
    TAKES_BACK,
    /// Detail: 0 advance, 1 reject, 2 allow, 3 refuse.
    DECIDES,
    /// Detail: the phase of [Story#PHASES].
    ENTERS_PHASE,
    /// The recruiting system reports about an application. Detail: number of the event * 8 + 0-3
    /// the phase of [Story#PHASES], 4 or 5 rejected, 6 something from the future; who: 0 by the
    /// referral, 1 by the address, 2 by the address for the first vacancy.
    APPLICATION_SAYS,
    /// HR says that somebody leaves the company, or when indeed. Detail: number of the event * 512
    /// + 200 + days from now to the last one.
    LEAVES,
    /// Detail: the vacancy, 2 one that nobody knows.
    MOVES,
    /// Detail: 0 to the right address, 1 back to the first one, 2 to the referrer's own.
    CORRECTS_ADDRESS,
    /// Detail: the reason.
    APPEALS,
    /// Detail: the report; label: 0 as it is, 1 with another body, 2 in a form nobody understands.
    HR_SAYS,
    /// Detail: the report.
    ENTERS,
    /// Detail: the report.
    AGREES,
    CONFIRMS_ALL,
    /// Detail: instalment * 8 + 0 right, 1 wrong amount, 2 in the future, 3 wrong reference, 4 on
    /// another day.
    CONFIRMS,
    /// Detail: instalment * 8 + the reason, or 7 to take it off hold.
    HOLDS,
    /// Detail: instalment * 8 + 0 a tenth less was paid, 1 all was paid, 2 a day earlier, 3 nothing
    /// since the hire left earlier, 4 nothing as was agreed, 5 a day to come.
    CORRECTS_PAYMENT,
    LOOKS,
    LISTS,
    CHANGES_SETTINGS,
    CHANGES_TERMS,
    /// Detail: vacancy * 2 + whether open.
    CHANGES_VACANCY,
    /// Detail: seconds in which nothing runs.
    OUTAGE,
    /// Detail: seconds in which the stream loses everything.
    STREAM_LOST,
    /// Detail: seconds in which everything streamed comes again, up to 40 days later.
    STREAM_TWICE,
    /// Detail: seconds by which the stream is late, for a day.
    STREAM_LATE,
    EXECUTIONS_LOST,
    EXECUTION_STOPPED,
    /// Executions lost, and upkeep told so; detail 1: told of a restore, which freezes payouts.
    AMNESIA,
    /// An operator freezes payouts.
    FREEZES,
    THAWS,
    /// The first leg is started once more under its old name.
    NAME_REUSED,
    /// Detail: 0 early, 1 twice, 2 never.
    TIMER,
    /// The token that waits is used by somebody else, and then again.
    TOKEN_SPENT,
    /// Detail: seconds in which the mail service takes nothing.
    MAIL_PAUSED,
    /// The candidate's address is refused from now on.
    MAIL_REFUSED,
    /// Detail: seconds in which nothing can be written about one referral.
    POISON,
    REDRIVE,
    UPKEEP_TWICE
  }

  Event moved(long to) {
    return new Event(to, deed, label, who, detail);
  }

  @Override
  public String toString() {
    return String.join(
        ",", String.valueOf(at), deed.name(), label + "", who + "", String.valueOf(detail));
  }

  static Event parse(String text) {
    var parts = text.split(",", -1);
    return new Event(
        Long.parseLong(parts[0]),
        Deed.valueOf(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]));
  }
}
