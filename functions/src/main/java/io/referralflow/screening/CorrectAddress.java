package io.referralflow.screening;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Candidates;
import io.referralflow.port.Companion;
import io.referralflow.port.Employees;
import io.referralflow.port.OperationId;
import io.referralflow.port.Persons;
import io.referralflow.port.Persons.Referred;
import io.referralflow.port.Referrals;
import io.referralflow.port.Seals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Caller;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Corrects a mistyped address before the candidate has answered. The link that went to the wrong
/// one opens nothing any more, an invitation goes to the right one, and reminder and expiry count
/// from now. From here on the person is found by the right address only. Idempotent: the address
/// that is there already is no correction. Nobody corrects a referral of their own.
public final class CorrectAddress {

  private final Referrals referrals;
  private final Candidates candidates;
  private final Persons persons;
  private final Employees employees;
  private final Seals seals;
  private final Steps steps;

  public CorrectAddress(
      Referrals referrals,
      Candidates candidates,
      Persons persons,
      Employees employees,
      Seals seals,
      Steps steps) {
    this.referrals = referrals;
    this.candidates = candidates;
    this.persons = persons;
    this.employees = employees;
    this.seals = seals;
    this.steps = steps;
  }

  /// What became of it.
  public enum Correction {
    /// Corrected, now or before.
    CORRECTED,
    /// The candidate has answered, or the referral is over.
    WRONG_STATE,
    /// The referrer referred somebody with this address for this vacancy already.
    ALREADY_REFERRED,
    /// It is the referrer's own address.
    REFERRERS_ADDRESS,
    OWN_REFERRAL,
    NOT_FOUND
  }

  /// What is decided on.
  ///
  /// @param candidate empty when the data is deleted
  /// @param listed the referrer's earlier referral of the right address for the same vacancy
  private record Look(
      Snapshot snapshot, Optional<Candidate> candidate, Optional<Referral> listed) {}

  public Correction execute(Caller caller, ReferralId id, Email right) {
    var person = seals.person(right);
    return steps
        .take(
            () -> look(id, person),
            Look::snapshot,
            new OperationId("correct-address:" + caller.id().value() + ":" + person.value()),
            (look, now) -> rule(caller, look, right, person, now))
        .orElse(Correction.NOT_FOUND);
  }

  private Optional<Look> look(ReferralId id, PersonKey person) {
    return referrals
        .find(id)
        .map(found ->
            new Look(found, candidates.find(id), listed(found.referral().particulars(), person)));
  }

  private Optional<Referral> listed(Particulars particulars, PersonKey person) {
    return persons.find(person).referrals().stream()
        .filter(each ->
            each.referrer().equals(particulars.referrer())
                && each.vacancy().equals(particulars.vacancy()))
        .map(Referred::id)
        .filter(other -> !other.equals(particulars.id()))
        .findFirst()
        .flatMap(referrals::find)
        .map(Snapshot::referral);
  }

  private Ruling<Correction> rule(
      Caller caller, Look look, Email right, PersonKey person, Instant now) {
    var referral = look.snapshot().referral();
    var particulars = referral.particulars();
    if (caller.employee().is(particulars.referrer())) {
      return Ruling.leave(Correction.OWN_REFERRAL);
    }
    if (referral instanceof Referral.Invited && particulars.person().equals(person)) {
      return Ruling.leave(Correction.CORRECTED);
    }
    var fact = new Fact.AddressCorrected(now, caller.id(), person);
    if (look.candidate().isEmpty() || Life.after(referral, fact).isEmpty()) {
      return Ruling.leave(Correction.WRONG_STATE);
    }
    if (employees
        .find(particulars.referrer())
        .filter(referrer -> right.sameMailbox(referrer.email()))
        .isPresent()) {
      return Ruling.leave(Correction.REFERRERS_ADDRESS);
    }
    if (look.listed().filter(CorrectAddress::counts).isPresent()) {
      return Ruling.leave(Correction.ALREADY_REFERRED);
    }
    return new Ruling.Write<>(
        List.of(fact),
        List.of(
            new Companion.CandidateStored(look.candidate().get().at(right)),
            new Companion.PersonReferred(look.listed().map(Referral::id)),
            new Companion.PersonMistaken(particulars.person())),
        true,
        Correction.CORRECTED);
  }

  /// One that its referrer took back does not stand in the way.
  private static boolean counts(Referral earlier) {
    return !(earlier instanceof Referral.Withdrawn gone && gone.byReferrer());
  }
}
