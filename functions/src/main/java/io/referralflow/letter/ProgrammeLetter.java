package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.Money;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

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

  /// A pay run has closed: all that finance is to pay by it.
  ///
  /// @param again whether it may have been sent before
  record PayRunClosed(
      Head head, LocalDate payDay, LocalDate cutOff, boolean again, List<ToPay> items)
      implements ProgrammeLetter {
    public PayRunClosed {
      items = List.copyOf(items);
    }
  }

  /// One payout of a run.
  ///
  /// @param payee the name; empty where nobody is known by now
  /// @param taxLabel how payroll treats it, where it said so
  /// @param held whether finance holds it
  record ToPay(
      String reference,
      String payee,
      Money amount,
      Optional<Benefit> benefit,
      Optional<String> taxLabel,
      boolean held) {}

  /// An item of the catalogue was ordered: who handles it is asked to.
  ///
  /// @param item what it is called
  /// @param by the name of whoever ordered; empty where nobody is known
  /// @param taxLabel how payroll treats it, where it said so
  record OrderPlaced(Head head, String item, String by, Optional<String> taxLabel)
      implements ProgrammeLetter {}

  /// An order was delivered.
  ///
  /// @param item what it is called
  /// @param price in points
  record OrderDelivered(Head head, String item, int price) implements ProgrammeLetter {}

  /// The terms change: what is new, what no longer holds, and what that means for the reader.
  ///
  /// @param programme whose own terms they are; empty for the organisation's
  /// @param from when they come into force, in the programme's zone
  /// @param inForce whether that moment has come
  /// @param added the lines of the summary that are new
  /// @param removed those that no longer hold
  /// @param open the reader's open referrals
  record TermsChanged(
      Head head,
      Optional<String> programme,
      ZonedDateTime from,
      boolean inForce,
      int version,
      List<String> added,
      List<String> removed,
      List<Open> open)
      implements ProgrammeLetter {
    public TermsChanged {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      open = List.copyOf(open);
    }

    /// An open referral.
    ///
    /// @param version that it keeps
    public record Open(long receiptNumber, int version) {}
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
