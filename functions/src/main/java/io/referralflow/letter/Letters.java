package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.reward.InstalmentState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes every letter of the product: which sentences it has, in which order, and when one falls
/// away. The sentences themselves stand in the catalogues.
///
/// Each letter says what happened, what comes next and when, and what it means for the reader's
/// data or money; then it stops. The same facts always give the same letter.
public final class Letters {

  /// What a candidate is told at first contact (GDPR, article 14).
  private static final List<String> ABOUT_DATA =
      List.of(
          "invitation.stored",
          "invitation.source",
          "invitation.purpose",
          "invitation.basis",
          "invitation.shared",
          "invitation.kept",
          "invitation.rights");

  /// The same for a candidate whose procedure is under way.
  private static final List<String> ABOUT_DATA_UNDER_WAY =
      ABOUT_DATA.stream()
          .map(key ->
              switch (key) {
                case "invitation.purpose" -> "imported.purpose";
                case "invitation.basis" -> "imported.basis";
                default -> key;
              })
          .toList();

  private final Map<Language, Catalogue> catalogues;

  /// Reads both catalogues, so that a snapshot of a started function holds them.
  public Letters() {
    this(
        Arrays.stream(Language.values())
            .collect(Collectors.toMap(Function.identity(), Catalogue::of)));
  }

  Letters(Map<Language, Catalogue> catalogues) {
    this.catalogues = Map.copyOf(catalogues);
  }

  /// Refuses facts that lack something the letter's words name.
  public Letter write(LetterKind kind, LetterFacts facts) {
    var catalogue = catalogues.get(facts.language());
    if (catalogue == null) {
      throw new IllegalStateException("No catalogue for " + facts.language());
    }
    var draft = new Draft(kind, facts, catalogue);
    draft.greets();
    switch (kind) {
      case INVITATION -> invitation(draft);
      case INVITATION_REMINDER -> invitationReminder(draft);
      case REJECTED -> rejected(draft, facts);
      case EXPIRED -> expired(draft);
      case LAPSED -> lapsed(draft);
      case GOODBYE -> goodbye(draft);
      case TAKEN_BACK -> takenBack(draft);
      case RECEIVED -> received(draft, facts);
      case ENTERED -> entered(draft, facts);
      case ACCEPTED -> accepted(draft);
      case ADVANCED -> advanced(draft);
      case VACANCY_CHANGED -> vacancyChanged(draft);
      case IMPORTED -> imported(draft);
      case MOVED -> moved(draft, facts);
      case HIRED -> hired(draft, facts);
      case PLAN_CHANGED -> planChanged(draft, facts);
      case PAID -> paid(draft, facts);
      case HELD -> held(draft);
      case ENDED -> ended(draft, facts);
      case APPEAL_ALLOWED -> appealAllowed(draft, facts);
      case APPEAL_DISMISSED -> appealDismissed(draft);
      case PAYOUT -> payout(draft);
      case PAYOUT_COPY -> payoutCopy(draft);
      case PROMISE_NEAR -> promiseNear(draft, facts);
      case THANKS -> thanks(draft);
      case THANKS_LATE -> thanksLate(draft);
    }
    if (kind == LetterKind.PAYOUT && draft.knows("benefit")) {
      return draft.finish("payout.benefit-subject");
    }
    if (kind == LetterKind.PAID && draft.knows("points")) {
      return draft.finish("paid.points-subject");
    }
    if (kind == LetterKind.PAID && draft.knows("benefit")) {
      return draft.finish("paid.benefit-subject");
    }
    if (kind == LetterKind.GOODBYE && isAfterTheHire(draft)) {
      return draft.finish("goodbye.after-hire-subject");
    }
    if (kind == LetterKind.PROMISE_NEAR && is(InstalmentState.HELD, facts)) {
      return draft.finish("promise-near.on-hold-subject");
    }
    return kind == LetterKind.PROMISE_NEAR && !is(InstalmentState.RELEASED, facts)
        ? draft.finish("promise-near.not-released-subject")
        : draft.finish();
  }

  private static void invitation(Draft draft) {
    draft.says("invitation.who");
    draft.says("invitation.ask");
    draft.button("invitation.button");
    draft.says("invitation.deadline");
    draft.saysIfKnown("keptUntil", "invitation.unanswered");
    aboutData(draft, ABOUT_DATA);
  }

  private static void imported(Draft draft) {
    draft.says("imported.who");
    draft.says("imported.nothing-to-do");
    draft.button("imported.button");
    aboutData(draft, ABOUT_DATA_UNDER_WAY);
  }

  private static void aboutData(Draft draft, List<String> told) {
    draft.heading("invitation.your-data");
    draft.explains(
        draft.knows("privacyContact")
            ? Stream.concat(told.stream(), Stream.of("invitation.contact")).toList()
            : told);
  }

  private static void invitationReminder(Draft draft) {
    draft.says("invitation-reminder.again");
    draft.says("invitation-reminder.free");
    draft.button("invitation.button");
    draft.says("invitation-reminder.last");
    draft.saysIfKnown("keptUntil", "invitation.unanswered");
    draft.says("invitation-reminder.your-data");
  }

  private static void rejected(Draft draft, LetterFacts facts) {
    draft.says("rejected.no");
    facts
        .reason()
        .ifPresent(reason -> draft.says("rejected.reason." + Vocabulary.wireName(reason)));
    draft.says("rejected.thanks");
    draft.says("rejected.first");
    yourData(draft);
  }

  private static void expired(Draft draft) {
    draft.says("expired.silent");
    draft.says("expired.fine");
    yourData(draft);
  }

  private static void lapsed(Draft draft) {
    draft.says("lapsed.ended");
    draft.says("lapsed.nothing-changes");
    draft.says("rejected.first");
    yourData(draft);
  }

  private static void takenBack(Draft draft) {
    draft.says("taken-back.ended");
    draft.says("taken-back.nothing-to-do");
    draft.says("your-data.erased");
  }

  /// How long the data stays after an end and how to be rid of it sooner, or that it goes at once.
  private static void yourData(Draft draft) {
    if (draft.knows("keptUntil")) {
      draft.says("your-data.kept-until");
      draft.says("your-data.sooner");
      draft.button("your-data.button");
    } else {
      draft.says("your-data.erased");
    }
  }

  private static void goodbye(Draft draft) {
    if (isAfterTheHire(draft)) {
      draft.says("goodbye.after-hire");
      draft.says("goodbye.after-hire-reward");
    } else {
      draft.says("goodbye.stopped");
      draft.says("goodbye.referrer");
    }
    yourData(draft);
    draft.says("goodbye.last");
  }

  private static boolean isAfterTheHire(Draft draft) {
    return draft.knows("startsOn");
  }

  private static void received(Draft draft, LetterFacts facts) {
    draft.says("received.thanks");
    draft.lists("receipt", "receivedAt", "vacancy");
    draft.says("received.asked");
    draft.plan("received.reward", facts.instalments());
    draft.says("received.dates-follow");
    draft.button("follow.button");
  }

  private static void entered(Draft draft, LetterFacts facts) {
    draft.says("entered.on-behalf");
    draft.lists("receipt", "receivedAt", "vacancy");
    draft.says("received.asked");
    draft.plan("received.reward", facts.instalments());
    draft.says("received.dates-follow");
    draft.says("entered.not-yours");
    draft.button("follow.button");
  }

  private static void accepted(Draft draft) {
    draft.says("accepted.yes");
    draft.says("accepted.next");
    draft.button("follow.button");
  }

  private static void advanced(Draft draft) {
    draft.says("advanced.through");
    draft.says("advanced.next");
    draft.button("follow.button");
  }

  private static void vacancyChanged(Draft draft) {
    draft.says("vacancy-changed.moved");
    draft.says("vacancy-changed.same");
    draft.button("vacancy-changed.button");
  }

  private static void moved(Draft draft, LetterFacts facts) {
    draft.says("moved.moved");
    draft.plan("moved.reward", facts.instalments());
    draft.button("follow.button");
  }

  private static void hired(Draft draft, LetterFacts facts) {
    draft.says("hired.congratulations");
    draft.says("hired.starts-on");
    reward(draft, facts);
  }

  private static void reward(Draft draft, LetterFacts facts) {
    draft.plan("reward.heading", facts.instalments());
    draft.says("reward.condition");
    draft.button("follow.button");
  }

  private static void planChanged(Draft draft, LetterFacts facts) {
    draft.says("plan-changed.changed");
    draft.saysIfKnown("startsOn", "plan-changed.starts-on");
    reward(draft, facts);
  }

  private static void paid(Draft draft, LetterFacts facts) {
    var inKind = draft.knows("benefit");
    draft.says(draft.knows("points") ? "paid.points" : inKind ? "paid.benefit" : "paid.paid");
    draft.lists(inKind ? "benefit" : "amount", "paidOn", "reference", "receipt");
    var toCome = facts.instalments().stream().filter(each -> isToCome(each.state())).toList();
    if (toCome.isEmpty()) {
      draft.says("paid.complete");
    }
    draft.plan("paid.to-come", toCome);
    draft.button("follow.button");
  }

  private static boolean isToCome(InstalmentState state) {
    return switch (state) {
      case PLANNED, RELEASED, HELD -> true;
      case PAID, CANCELLED -> false;
    };
  }

  private static void held(Draft draft) {
    draft.says("held.waits");
    draft.says("held.next");
    draft.button("follow.button");
  }

  private static void ended(Draft draft, LetterFacts facts) {
    draft.says("ended.ended");
    draft.saysIfKnown("stage", "ended.stage");
    draft.saysIfKnown("reason", "ended.reason");
    facts
        .appealDays()
        .ifPresentOrElse(days -> endedByRule(draft, days), () -> draft.says("ended.no-more"));
    draft.plan("ended.reward", facts.instalments());
    draft.says("ended.thanks");
    draft.button("follow.button");
  }

  private static void endedByRule(Draft draft, int appealDays) {
    draft.says("ended.by-rule");
    if (appealDays > 0) {
      draft.says("ended.appeal");
    }
  }

  private static void appealAllowed(Draft draft, LetterFacts facts) {
    draft.says("appeal-allowed.allowed");
    draft.says("appeal-allowed.why");
    draft.says("hired.starts-on");
    reward(draft, facts);
  }

  private static void appealDismissed(Draft draft) {
    draft.says("appeal-dismissed.dismissed");
    draft.says("appeal-dismissed.why");
    draft.button("follow.button");
  }

  private static void thanks(Draft draft) {
    draft.says("thanks.ask");
    draft.heading("thanks.text");
    draft.says("thanks.dear");
    draft.says("thanks.words");
    draft.heading("thanks.meeting");
    draft.says("thanks.mention");
    draft.says("thanks.mark");
    draft.button("thanks.button");
  }

  private static void thanksLate(Draft draft) {
    draft.says("thanks-late.late");
    draft.button("thanks.button");
  }

  private static void promiseNear(Draft draft, LetterFacts facts) {
    if (is(InstalmentState.HELD, facts)) {
      draft.says("promise-near.on-hold");
    } else {
      draft.says(
          is(InstalmentState.RELEASED, facts) ? "promise-near.open" : "promise-near.not-released");
    }
    payoutDetails(draft);
  }

  private static boolean is(InstalmentState state, LetterFacts facts) {
    return facts.subjectInstalment().filter(instalment -> instalment.state() == state).isPresent();
  }

  private static void payout(Draft draft) {
    draft.says(draft.knows("benefit") ? "payout.benefit" : "payout.please");
    payoutDetails(draft);
  }

  private static void payoutCopy(Draft draft) {
    draft.says("payout-copy.warning");
    payoutDetails(draft);
  }

  private static void payoutDetails(Draft draft) {
    var what = draft.knows("benefit") ? "benefit" : "amount";
    draft.lists("reference", "receipt", "payee", what, "number", "dueOn", "promisedOn");
    if (draft.knows("taxLabel")) {
      draft.lists("taxLabel");
    }
    draft.says("payout.truth");
    draft.button("payout.button");
  }
}
