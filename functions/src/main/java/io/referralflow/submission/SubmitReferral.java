package io.referralflow.submission;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.PersonKey;
import io.referralflow.directory.Colleague;
import io.referralflow.directory.FindColleague;
import io.referralflow.eligibility.Rule;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.Employees;
import io.referralflow.port.Ids;
import io.referralflow.port.OperationId;
import io.referralflow.port.Operations;
import io.referralflow.port.Persons;
import io.referralflow.port.Persons.Referred;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Seals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Portfolio.Choice;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Today;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.PromisedBy;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.Reward;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Consequences;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Refers a candidate. The referral, the candidate's data, the invitation and the receipt are
/// written together. What others referred, or whether the person is known, changes nothing here
/// (design, section 3). Idempotent by the key, and by the rule that nobody refers the same
/// candidate for the same vacancy twice.
public final class SubmitReferral {

  private static final int TRIES = 3;

  private final Referrals referrals;
  private final Persons persons;
  private final Employees employees;
  private final Operations operations;
  private final Programmes programmes;
  private final FindColleague findColleague;
  private final Promised promised;
  private final Seals seals;
  private final Ids ids;
  private final InstantSource clock;

  public SubmitReferral(
      Referrals referrals,
      Persons persons,
      Employees employees,
      Operations operations,
      Programmes programmes,
      FindColleague findColleague,
      Seals seals,
      Ids ids,
      InstantSource clock) {
    this.referrals = referrals;
    this.persons = persons;
    this.employees = employees;
    this.operations = operations;
    this.programmes = programmes;
    this.findColleague = findColleague;
    this.promised = new Promised(programmes);
    this.seals = seals;
    this.ids = ids;
    this.clock = clock;
  }

  /// A request to refer somebody.
  ///
  /// @param caller the referrer
  /// @param candidate the language is the programme's where the referrer named none
  /// @param key the caller's idempotency key
  /// @param body the request's JSON in one normal form, to recognise the same request again
  /// @param entered how it was entered, where the referrer does not make the request
  public record Request(
      Caller caller,
      VacancyId vacancy,
      Wanted candidate,
      Optional<String> key,
      String body,
      Optional<Entered> entered) {

    /// A request by the referrer.
    public Request(
        Caller caller, VacancyId vacancy, Wanted candidate, Optional<String> key, String body) {
      this(caller, vacancy, candidate, key, body, Optional.empty());
    }

    /// The same, made by somebody else on the referrer's behalf.
    Request entered(Entered how) {
      return new Request(caller, vacancy, candidate, key, body, Optional.of(how));
    }

    private Optional<EmployeeId> enteredBy() {
      return entered.map(Entered::by);
    }

    /// Whose idempotency key it is.
    EmployeeId by() {
      return enteredBy().orElseGet(caller::id);
    }

    private Belonging belonging(LocalDate day, FindColleague findColleague) {
      return entered
          .map(how -> new Belonging(caller, how.colleague(), day, findColleague))
          .orElseGet(() -> new Belonging(caller, day, findColleague));
    }
  }

  /// That somebody else made the request.
  ///
  /// @param by who did
  /// @param colleague the referrer's row in HR's directory, if they have one
  public record Entered(EmployeeId by, Optional<Colleague> colleague) {}

  /// The candidate as the referrer described them, once the programme's language is known.
  @FunctionalInterface
  public interface Wanted {
    Candidate in(Settings settings);
  }

  /// What became of a submission.
  public sealed interface Submission {
    /// Taken in, now or by the same request before.
    record Accepted(ReferralId id, long receiptNumber, Instant receivedAt, int termsVersion)
        implements Submission {}

    /// The key belongs to another request.
    record KeyReused() implements Submission {}

    /// The caller referred this candidate for this vacancy before.
    record Duplicate(ReferralId id, long receiptNumber, Instant receivedAt) implements Submission {}

    /// The rules say no; all reasons at once.
    record Refused(List<Rule> rules) implements Submission {
      public Refused {
        rules = List.copyOf(rules);
      }
    }

    /// The programme has no terms or settings yet.
    record NotSetUp() implements Submission {}
  }

  public Submission execute(Request request) {
    var digest = seals.digest(request.body());
    var earlier = earlier(request);
    if (earlier.isPresent()) {
      return again(earlier.get(), digest);
    }
    var now = clock.instant();
    var offer = programmes.offer(request.vacancy(), now);
    var settings = offer.settings();
    var belonging = request.belonging(Today.at(now, settings), findColleague);
    var choice = belonging.choice(offer.portfolio(), Optional.of(request.vacancy()));
    var terms = promised.under(choice, offer, now);
    if (terms.isEmpty() || settings.isEmpty()) {
      return new Submission.NotSetUp();
    }
    var candidate = request.candidate().in(settings.get());
    var vacancy = offer.vacancy();
    var reward = vacancy.flatMap(terms.get()::reward);
    var refused =
        JudgeSubmission.broken(
            belonging, Optional.of(candidate.email()), true, vacancy, terms, choice);
    return refused.isEmpty() && reward.isPresent() && choice instanceof Choice.Chosen(var programme)
        ? store(
            request,
            candidate,
            digest,
            pinned(
                terms.get(),
                settings.get(),
                reward.get(),
                vacancy.flatMap(Vacancy::plan).isPresent() ? PromisedBy.VACANCY : PromisedBy.TERMS,
                programme.id()))
        : new Submission.Refused(refused);
  }

  private Optional<Operations.Answer> earlier(Request request) {
    return request.key().flatMap(key -> operations.find(request.by(), key));
  }

  /// What the same request was answered before, or that its key belongs to another one; empty when
  /// the key is new, or there is none.
  Optional<Submission> before(EmployeeId by, Optional<String> key, String body) {
    return key.flatMap(it -> operations.find(by, it))
        .map(answer -> again(answer, seals.digest(body)));
  }

  private static Submission again(Operations.Answer answer, String digest) {
    return answer.bodyHash().equals(digest)
        ? new Submission.Accepted(
            answer.referral(), answer.receiptNumber(), answer.receivedAt(), answer.termsVersion())
        : new Submission.KeyReused();
  }

  private Submission store(
      Request request, Candidate candidate, String digest, Particulars.Pinned terms) {
    var person = seals.person(candidate.email());
    var known =
        request.enteredBy().isEmpty() ? Map.<EmployeeId, Referral>of() : known(person, request);
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var standing = known.values().stream().filter(this::stillCounts).findFirst();
      if (standing.isPresent()) {
        return duplicate(standing.get());
      }
      var submitted =
          new Particulars(
              ids.nextReferral(),
              request.caller().id(),
              person,
              request.vacancy(),
              referrals.nextReceiptNumber(),
              clock.instant(),
              terms);
      var particulars = request.enteredBy().map(submitted::enteredBy).orElse(submitted);
      var accepted =
          new Submission.Accepted(
              particulars.id(),
              particulars.receiptNumber(),
              particulars.submittedAt(),
              terms.version());
      var change =
          Consequences.ofSubmission(
              new OperationId("submit:" + particulars.id().value()),
              new Fact.Submitted(particulars.submittedAt(), particulars),
              companions(request, candidate, digest, accepted, known, terms.programme()));
      switch (referrals.commit(change)) {
        case Committed.Done _ -> {
          return accepted;
        }
        case Committed.Frozen _, Committed.DoneBefore _ ->
            throw new IllegalStateException("A submission releases nothing");
        case Committed.Clash _, Committed.Stale _ -> {
          known = known(person, request);
          // Looked for after the referral, since one transaction writes both.
          var answered = earlier(request);
          if (answered.isPresent()) {
            return again(answered.get(), digest);
          }
        }
      }
    }
    var standing = known.values().stream().filter(this::stillCounts).findFirst();
    if (standing.isPresent()) {
      return duplicate(standing.get());
    }
    throw new IllegalStateException("A submission met others again and again");
  }

  private static Particulars.Pinned pinned(
      Terms terms, Settings settings, Reward reward, PromisedBy promisedBy, ProgrammeId programme) {
    return new Particulars.Pinned(
        terms.version(),
        reward,
        terms.probationMonths(),
        terms.promise(),
        terms.eligibilityMonths(),
        settings.zone(),
        settings.reminderAfter(),
        settings.expiryAfter(),
        settings.noticeDelay(),
        terms.rules(),
        programme,
        settings.procedure(),
        promisedBy);
  }

  private static List<Companion> companions(
      Request request,
      Candidate candidate,
      String digest,
      Submission.Accepted accepted,
      Map<EmployeeId, Referral> known,
      ProgrammeId programme) {
    var companions = new ArrayList<Companion>();
    companions.add(new Companion.CandidateStored(candidate));
    companions.add(new Companion.EmployeeStored(request.caller().employee()));
    var referrer = request.caller().id();
    companions.add(
        new Companion.PersonReferred(Optional.ofNullable(known.get(referrer)).map(Referral::id)));
    Stream.concat(request.caller().employee().ids().stream(), known.keySet().stream())
        .distinct()
        .filter(other -> !other.equals(referrer))
        .forEach(other ->
            companions.add(
                new Companion.NotReferredAs(
                    other, Optional.ofNullable(known.get(other)).map(Referral::id))));
    if (!programme.equals(ProgrammeId.STANDING)) {
      companions.add(new Companion.ProgrammeListed());
    }
    request
        .key()
        .ifPresent(key ->
            companions.add(
                new Companion.OperationAnswered(
                    new Operations.Answer(
                        request.by(),
                        key,
                        digest,
                        accepted.id(),
                        accepted.receiptNumber(),
                        accepted.receivedAt(),
                        accepted.termsVersion()))));
    return companions;
  }

  /// The referrer's earlier referrals of the person for this vacancy, by the id under which they
  /// were made. Somebody for whom it is entered may have signed in under an id that only their
  /// profile connects with the HR number.
  private Map<EmployeeId, Referral> known(PersonKey person, Request request) {
    var forVacancy =
        persons.find(person).referrals().stream()
            .filter(each -> each.vacancy().equals(request.vacancy()))
            .toList();
    var referrer = request.caller().employee();
    var profiles =
        request.enteredBy().isEmpty() || forVacancy.isEmpty()
            ? Map.<EmployeeId, Employee>of()
            : employees.findAll(forVacancy.stream().map(Referred::referrer).distinct().toList());
    var own =
        forVacancy.stream()
            .filter(each ->
                referrer.is(each.referrer())
                    || Optional.ofNullable(profiles.get(each.referrer()))
                        .filter(referrer::isSamePerson)
                        .isPresent())
            .map(Referred::id)
            .toList();
    return own.isEmpty()
        ? Map.of()
        : referrals.findAll(own).stream()
            .map(Snapshot::referral)
            .collect(Collectors.toMap(it -> it.particulars().referrer(), Function.identity()));
  }

  /// One that the referrer took back, or to which no new hire can go, makes room for another.
  private boolean stillCounts(Referral referral) {
    var takenBack = referral instanceof Referral.Withdrawn withdrawn && withdrawn.byReferrer();
    return !takenBack && referral.particulars().eligibleUntil().isAfter(clock.instant());
  }

  private static Submission duplicate(Referral known) {
    return new Submission.Duplicate(
        known.id(), known.particulars().receiptNumber(), known.particulars().submittedAt());
  }
}
