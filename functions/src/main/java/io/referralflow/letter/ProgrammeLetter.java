package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.reward.Money;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/// What a letter of the programme tells, by kind: it is about no single referral.
public sealed interface ProgrammeLetter {

  Head head();

  /// What every such letter knows.
  ///
  /// @param recipient the reader's name; empty where only an address is known
  /// @param link the page on which the reader goes on
  record Head(Language language, String organisation, String recipient, URI link) {}

  /// An action has ended: what it brought, so that its manager can decide whether it goes on.
  ///
  /// @param name what its manager calls it
  record ActionEnded(
      Head head, String name, LocalDate startsOn, LocalDate endsOn, Count count, List<Cost> costs)
      implements ProgrammeLetter {
    public ActionEnded {
      costs = List.copyOf(costs);
    }
  }

  /// What an action brought, in numbers.
  ///
  /// @param submitted its referrals
  /// @param hired those whose candidate was hired
  /// @param paid those for which something was paid
  /// @param kept the instalments that were paid by the promised day
  /// @param late the instalments that were paid later, or were not paid when their day had passed
  record Count(int submitted, int hired, int paid, int kept, int late) {}

  /// What was paid and what is still to be paid, both in one currency.
  record Cost(Money paid, Money open) {}
}
