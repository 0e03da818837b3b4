package io.referralflow.port;

import io.referralflow.programme.ProgrammeId;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.Correction;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.Money;
import io.referralflow.reward.Payment;
import io.referralflow.reward.RewardKind;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// All referrals. Single reads are strongly consistent; lists may lag a moment behind.
public interface Referrals {

  /// The next receipt number: greater than all given before, with gaps where a submission failed.
  long nextReceiptNumber();

  Optional<Snapshot> find(ReferralId id);

  /// Several referrals at once, in no order; unknown ones are left out.
  List<Snapshot> findAll(List<ReferralId> ids);

  /// The referrals by a programme other than the standing one, in no order.
  List<ReferralId> ofProgramme(ProgrammeId programme);

  /// The referral with all its facts, by one query.
  Optional<History> read(ReferralId id);

  /// Writes a change, or nothing.
  Committed commit(Change change);

  /// A referrer's own referrals, newest first.
  Page<Snapshot> ownedBy(EmployeeId referrer, Page.Request page);

  /// Referrals that wait for a recruiter or a programme manager, oldest first.
  Page<Snapshot> worklist(Page.Request page);

  /// All referrals that are held for a person to decide, in no order.
  List<ReferralId> held();

  /// Released instalments, by promised day.
  Page<Payout> payouts(PayoutState state, Page.Request page);

  /// Released instalments that are promised in a month, paid or not, in no order.
  List<Payout> promisedIn(YearMonth month);

  /// All released instalments of a state that were promised for a day of a period.
  ///
  /// @param to the last day
  List<Payout> promised(PayoutState state, LocalDate from, LocalDate to);

  /// Instalments that are released and not confirmed and promised by a day, by promised day.
  List<Payout> promisedBy(LocalDate day);

  /// Referrals whose candidate's data must be deleted by a moment, at most `limit`.
  List<ReferralId> toErase(Instant by, int limit);

  /// What was prepared to thank the referrer of a referral.
  Optional<Recognition> recognition(ReferralId id);

  /// Stores what was prepared, or what became of it: only if its version follows on the one that is
  /// stored. Answers whether it was.
  boolean recognise(Recognition recognition);

  /// What should have been done before a day, is not, and was not escalated; in no order.
  List<Recognition> unrecognised(LocalDate day);

  /// Whose data was let go in the months from one moment to another, as it is kept outside the
  /// table: month by month, so that of one that was let go in two steps the later comes last.
  List<Erasure> erasedBetween(Instant from, Instant to);

  /// Whether an instalment was ever handed to finance, as it is kept outside the table: also where
  /// the table was brought back to a moment before the release. False for points, which are nowhere
  /// but in the table.
  boolean wasHandedOver(ReferralId id, int instalment);

  /// Where a released instalment stands with finance.
  enum PayoutState {
    RELEASED,
    PAID
  }

  /// A released instalment as finance sees it.
  ///
  /// @param paidOn as confirmed, or as put right since
  /// @param benefit what is handed out where it is no money
  /// @param heldBecause why finance does not pay it for now
  /// @param correction what it was put right to, last
  record Payout(
      ReferralId referral,
      int instalment,
      long receiptNumber,
      EmployeeId payee,
      Money amount,
      LocalDate dueOn,
      LocalDate promisedOn,
      Optional<LocalDate> paidOn,
      Optional<Benefit> benefit,
      Optional<HoldReason> heldBecause,
      Optional<Correction> correction) {

    /// A released instalment, with what was done about it.
    public static Payout of(Particulars particulars, Instalment instalment, Payment payment) {
      return new Payout(
          particulars.id(),
          instalment.number(),
          particulars.receiptNumber(),
          particulars.referrer(),
          instalment.amount(),
          payment.dueOn(),
          payment.promisedOn(),
          payment.paidOn(),
          instalment.benefit(),
          payment.heldBecause(),
          payment.correction());
    }

    /// What kind of reward this is.
    public RewardKind kind() {
      return benefit.map(Benefit::kind).orElse(RewardKind.MONEY);
    }

    /// Whether finance is to pay it now.
    public boolean isToBePaid() {
      return paidOn.isEmpty() && heldBecause.isEmpty();
    }

    /// What is still to be paid.
    public Money outstanding() {
      return paidOn.isEmpty()
          ? amount
          : correction
              .map(known -> known.outstanding(amount))
              .orElseGet(() -> new Money(0, amount.currency()));
    }

    /// A payout of money that was neither put on hold nor put right.
    public Payout(
        ReferralId referral,
        int instalment,
        long receiptNumber,
        EmployeeId payee,
        Money amount,
        LocalDate dueOn,
        LocalDate promisedOn,
        Optional<LocalDate> paidOn) {
      this(
          referral,
          instalment,
          receiptNumber,
          payee,
          amount,
          dueOn,
          promisedOn,
          paidOn,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
