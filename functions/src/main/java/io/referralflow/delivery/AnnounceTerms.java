package io.referralflow.delivery;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.FindColleague;
import io.referralflow.message.ProgrammeNotice.TermsChanged;
import io.referralflow.message.ProgrammeNotice.TermsRound;
import io.referralflow.message.ProgrammeNotice.TermsRound.Readers;
import io.referralflow.port.Directory;
import io.referralflow.port.Employees;
import io.referralflow.port.Page;
import io.referralflow.port.Persons;
import io.referralflow.port.Persons.Referred;
import io.referralflow.port.Post;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Waits;
import io.referralflow.port.Waits.Wait;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Today;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells everybody who may refer that the terms change (S34): first whoever referred somebody
/// within the terms' window or has a referral that is open, however old, then whoever is in HR's
/// directory, in service or outside, and whoever was invited. It goes round by round, each a page
/// of people and a row of the post, so that a round that breaks off is done again and a second run
/// of one is refused its claim; whoever is told already is not told twice, since their mail has one
/// id.
public final class AnnounceTerms {

  private static final int PAGE = 25;

  /// Publishing the same terms again soon afterwards makes good what a first try did not begin.
  private static final Duration SOON = Duration.ofDays(1);

  private final Post post;
  private final Programmes programmes;
  private final Persons persons;
  private final Waits waits;
  private final Referrals referrals;
  private final Employees employees;
  private final Directory directory;
  private final FindColleague findColleague;
  private final InstantSource clock;

  public AnnounceTerms(
      Post post,
      Programmes programmes,
      Persons persons,
      Waits waits,
      Referrals referrals,
      Employees employees,
      Directory directory,
      FindColleague findColleague,
      InstantSource clock) {
    this.post = post;
    this.programmes = programmes;
    this.persons = persons;
    this.waits = waits;
    this.referrals = referrals;
    this.employees = employees;
    this.directory = directory;
    this.findColleague = findColleague;
    this.clock = clock;
  }

  /// Begins to tell of terms that were published. The first version changes nothing, and nobody
  /// refers by a programme that is not published itself: its terms are told when it is.
  public void execute(Terms published) {
    var now = clock.instant();
    var isSoon = now.isBefore(published.publishedAt().plus(SOON));
    if (isSoon
        && programmes
            .portfolio()
            .promising(published.version())
            .filter(AnnounceTerms::waits)
            .isEmpty()) {
      begin(published, now);
    }
  }

  private static boolean waits(Programme programme) {
    return programme.status() != Programme.Status.PUBLISHED;
  }

  void begin(Terms terms, Instant now) {
    if (terms.version() > 1) {
      post.add(TermsRound.first(terms.version(), Readers.REFERRERS), now);
    }
  }

  /// Goes one round, unless the terms were replaced meanwhile.
  void round(TermsRound round, Instant now) {
    if (TermsChange.of(round.version(), programmes).isEmpty()) {
      return;
    }
    switch (round.readers()) {
      case REFERRERS -> referrers(round, now);
      case OPEN -> open(round, now);
      case COLLEAGUES -> colleagues(round, now);
      case INVITED -> invited(round, now);
    }
  }

  private void referrers(TermsRound round, Instant now) {
    var page = persons.referred(new Page.Request(PAGE, round.cursor()));
    tellAccounts(round, page.items().stream().map(Referred::referrer), now);
    goOn(round, page, Readers.OPEN, now);
  }

  /// What is found by person ends with the window, and a referral may be open for longer. All that
  /// are open are read for each round and gone through by id: they are listed by the moment at
  /// which something must have happened, and one whose moment moves between two rounds would be
  /// missed.
  private void open(TermsRound round, Instant now) {
    var page = page(round.cursor());
    tellAccounts(
        round,
        referrals.findAll(page.items()).stream()
            .map(found -> found.referral().particulars().referrer()),
        now);
    goOn(round, page, Readers.COLLEAGUES, now);
  }

  /// A page of the referrals that wait for something or are held.
  private Page<ReferralId> page(Optional<String> cursor) {
    var rest =
        Stream.concat(
                waits.overdue(Instant.MAX, Integer.MAX_VALUE).stream().map(Wait::referral),
                referrals.held().stream())
            .map(ReferralId::value)
            .filter(id -> cursor.filter(last -> id.compareTo(last) <= 0).isEmpty())
            .distinct()
            .sorted()
            .map(ReferralId::new)
            .toList();
    return rest.size() <= PAGE
        ? new Page<>(rest, Optional.empty())
        : new Page<>(rest.subList(0, PAGE), Optional.of(rest.get(PAGE - 1).value()));
  }

  /// Referrals that were entered for somebody of the directory make no sign-in: whoever has an
  /// address there is told with the directory, or before that by the sign-in that they have as
  /// well.
  private void tellAccounts(TermsRound round, Stream<EmployeeId> accounts, Instant now) {
    var people = employees.findAll(accounts.distinct().toList()).values();
    var known = findColleague.execute(people);
    people.stream()
        .filter(who -> !isTold(who, Optional.ofNullable(known.get(who.id()))))
        .forEach(who ->
            post.add(
                new TermsChanged(
                    round.version(),
                    Optional.ofNullable(known.get(who.id())).map(Colleague::number),
                    Optional.of(who.id())),
                now));
  }

  private static boolean isTold(Employee account, Optional<Colleague> known) {
    return known
        .filter(colleague -> colleague.email().isPresent())
        .filter(colleague -> account.id().equals(EmployeeId.ofHrNumber(colleague.number().value())))
        .isPresent();
  }

  /// Of whom no address is known is looked for one once more when the mail is to be sent, and
  /// counted as passed over where there is none.
  private void colleagues(TermsRound round, Instant now) {
    var today = Today.at(now, programmes);
    var page = directory.list(new Page.Request(PAGE, round.cursor()));
    tell(
        round,
        page.items().stream()
            .filter(colleague -> colleague.isOutside() || colleague.inServiceOn(today)),
        now);
    goOn(round, page, Readers.INVITED, now);
  }

  /// Whose invitation was withdrawn has no address any more and is no reader.
  private void invited(TermsRound round, Instant now) {
    var page = directory.invited(new Page.Request(PAGE, round.cursor()));
    tell(round, page.items().stream().filter(invited -> invited.email().isPresent()), now);
    page.next().ifPresent(at -> post.add(round.next(at), now));
  }

  private void tell(TermsRound round, Stream<Colleague> colleagues, Instant now) {
    colleagues.forEach(colleague ->
        post.add(
            new TermsChanged(round.version(), Optional.of(colleague.number()), Optional.empty()),
            now));
  }

  private void goOn(TermsRound round, Page<?> page, Readers others, Instant now) {
    post.add(
        page.next().map(round::next).orElseGet(() -> TermsRound.first(round.version(), others)),
        now);
  }
}
