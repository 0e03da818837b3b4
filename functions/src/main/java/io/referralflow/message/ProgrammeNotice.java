package io.referralflow.message;

import io.referralflow.hire.HrNumber;
import io.referralflow.points.OrderId;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.staff.EmployeeId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// What the programme's post holds: mails that belong to the programme and not to one referral, and
/// the rounds in which many of them are written. Each names what it is about by ids alone: to whom
/// a mail goes and in which words is worked out when it is sent, so that no personal data is stored
/// here.
public sealed interface ProgrammeNotice {

  /// Names the notice for ever, so that the same one is acted on once however often it is added:
  /// visible characters, no personal data.
  String id();

  /// A mail to one reader.
  sealed interface Mail extends ProgrammeNotice {}

  /// An action has ended and reported on itself; its manager decides whether it goes on (S88, S89).
  ///
  /// @param endsOn its last day, which is that of the report
  record ActionEnded(ProgrammeId action, LocalDate endsOn) implements Mail {

    @Override
    public String id() {
      return "action-ended-" + action.value() + "-" + endsOn;
    }
  }

  /// A pay run has closed: finance is told all of it at once.
  ///
  /// @param payDay on which it pays
  /// @param cutOff its last day; two calendars may close a run of the same pay day on two days
  record PayRunClosed(LocalDate payDay, LocalDate cutOff) implements Mail {

    @Override
    public String id() {
      return "pay-run-" + payDay + "-closed-" + cutOff;
    }
  }

  /// An item of the catalogue was ordered, told to who hands out its kind of reward.
  record OrderPlaced(OrderId order) implements Mail {

    @Override
    public String id() {
      return "order-placed-" + order.value();
    }
  }

  /// An order was delivered, told to whoever ordered.
  record OrderDelivered(OrderId order) implements Mail {

    @Override
    public String id() {
      return "order-delivered-" + order.value();
    }
  }

  /// The terms change, told to one person (S34).
  ///
  /// @param number of the reader in HR's directory, if they are in it
  /// @param account with which the reader refers, if they ever did
  record TermsChanged(int version, Optional<HrNumber> number, Optional<EmployeeId> account)
      implements Mail {

    public TermsChanged {
      if (number.isEmpty() && account.isEmpty()) {
        throw new IllegalArgumentException("Told to nobody");
      }
    }

    /// Somebody in the directory is one reader, whatever accounts they have.
    @Override
    public String id() {
      return "terms-"
          + version
          + number
              .map(hr -> "-number-" + hr.value())
              .or(() -> account.map(who -> "-account-" + who.value()))
              .orElse("");
    }
  }

  /// One round of telling everybody who may refer that the terms change: a page of people. It
  /// leaves a mail for each of them and the next round behind.
  ///
  /// @param page counts the pages of a group, from 1
  /// @param cursor where the page begins, which is forgotten when the round is done; empty for the
  ///   first of a group
  record TermsRound(int version, Readers readers, int page, Optional<String> cursor)
      implements ProgrammeNotice {

    /// The first round of a group.
    public static TermsRound first(int version, Readers readers) {
      return new TermsRound(version, readers, 1, Optional.empty());
    }

    /// The round after this one, in the same group.
    public TermsRound next(String at) {
      return new TermsRound(version, readers, page + 1, Optional.of(at));
    }

    /// Whose pages are gone through, in this order.
    public enum Readers {
      /// Whoever referred somebody within the terms' window.
      REFERRERS,
      /// Whoever has a referral that is open, however long ago they submitted it.
      OPEN,
      /// Whoever is in HR's directory.
      COLLEAGUES,
      /// Whoever was invited from outside.
      INVITED
    }

    @Override
    public String id() {
      return "terms-" + version + "-round-" + readers.name().toLowerCase(Locale.ROOT) + "-" + page;
    }
  }
}
