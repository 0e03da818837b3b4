package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.step;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.letter.LetterKind;
import io.referralflow.port.BadCursor;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.Erasure;
import io.referralflow.port.Erasure.Ending;
import io.referralflow.port.History;
import io.referralflow.port.OperationId;
import io.referralflow.port.Operations;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Life;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.ReferralFixtures;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Consequences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What referrals promise, wherever they are stored.
public interface ReferralsContract {

  Candidate SAM =
      new Candidate(
          "Sam Sample",
          new Email("sam@example.com"),
          Optional.empty(),
          Optional.empty(),
          Language.EN,
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty());

  HrNumber HR_NUMBER = ReportFixtures.HR_NUMBER;

  Stores stores();

  private Snapshot submitted(int number) {
    return submission(particulars(number)).in(stores().referrals());
  }

  private Snapshot advanced(int number) {
    var accepted = step(submitted(number), FactFixtures.accepted()).in(stores().referrals());
    return step(accepted, FactFixtures.advanced()).in(stores().referrals());
  }

  private Snapshot hired(int number) {
    return step(advanced(number), FactFixtures.hired()).in(stores().referrals());
  }

  private static Page.Request page(int limit) {
    return new Page.Request(limit, Optional.empty());
  }

  private static List<ReferralId> ids(List<Snapshot> snapshots) {
    return snapshots.stream().map(snapshot -> snapshot.referral().id()).toList();
  }

  // One referral

  @Test
  default void an_unknown_referral_is_not_found() {
    assertThat(stores().referrals().find(FakeIds.referral(1))).isEmpty();
    assertThat(stores().referrals().read(FakeIds.referral(1))).isEmpty();
  }

  @Test
  default void receipt_numbers_grow() {
    var first = stores().referrals().nextReceiptNumber();
    var second = stores().referrals().nextReceiptNumber();

    assertThat(first).isPositive();
    assertThat(second).isGreaterThan(first);
  }

  @Test
  default void a_submission_is_found_as_it_was_committed() {
    var snapshot = submitted(1);

    assertThat(stores().referrals().find(FakeIds.referral(1))).contains(snapshot);
    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                ReferralFixtures.lived(particulars(1)),
                1,
                1,
                snapshot.legSince(),
                1,
                snapshot.lastHash(),
                0,
                new OperationId("submit " + FakeIds.referral(1).value())));
  }

  @Test
  default void a_step_counts_versions_facts_and_notices() {
    var before = submitted(1);

    var after =
        step(before, FactFixtures.accepted())
            .with(ChangeFixture.notice(3, LetterKind.ACCEPTED, ChangeFixture.NOON))
            .in(stores().referrals());

    assertThat(after)
        .isEqualTo(
            new Snapshot(
                ReferralFixtures.lived(particulars(1), FactFixtures.accepted()),
                2,
                1,
                before.legSince(),
                2,
                after.lastHash(),
                3,
                new OperationId("step 1")));
    assertThat(after.lastHash()).isNotEqualTo(before.lastHash());
    assertThat(stores().referrals().find(FakeIds.referral(1))).contains(after);
  }

  @Test
  default void a_new_leg_is_counted_without_a_fact() {
    var before = submitted(1);

    var after = step(before).newLeg(ChangeFixture.NOON).in(stores().referrals());

    assertThat(after)
        .isEqualTo(
            new Snapshot(
                before.referral(),
                2,
                2,
                ChangeFixture.NOON,
                1,
                before.lastHash(),
                0,
                new OperationId("step 1")));
  }

  @Test
  default void a_referral_is_read_with_all_its_facts_in_order() {
    var facts =
        List.<Fact>of(
            FactFixtures.submitted(particulars(1)),
            FactFixtures.accepted(),
            FactFixtures.advanced(),
            FactFixtures.hired(),
            FactFixtures.firstReleased(),
            FactFixtures.firstPaid());
    var snapshot = submitted(1);
    for (var fact : facts.subList(1, facts.size())) {
      snapshot = step(snapshot, fact).in(stores().referrals());
    }

    assertThat(stores().referrals().read(FakeIds.referral(1)))
        .contains(new History(snapshot, facts));
  }

  @Test
  default void several_facts_of_one_step_stand_in_their_order() {
    var before = submitted(1);

    var after =
        step(before, FactFixtures.accepted(), FactFixtures.advanced()).in(stores().referrals());

    assertThat(after.lastFact()).isEqualTo(3);
    assertThat(stores().referrals().read(FakeIds.referral(1)).map(History::facts))
        .contains(
            List.of(
                FactFixtures.submitted(particulars(1)),
                FactFixtures.accepted(),
                FactFixtures.advanced()));
  }

  @Test
  default void several_are_found_at_once_and_unknown_ones_left_out() {
    var first = submitted(1);
    var second = submitted(2);

    assertThat(
            stores()
                .referrals()
                .findAll(
                    List.of(
                        FakeIds.referral(2),
                        FakeIds.referral(9),
                        FakeIds.referral(1),
                        FakeIds.referral(1))))
        .containsExactlyInAnyOrder(first, second);
    assertThat(stores().referrals().findAll(List.of())).isEmpty();
  }

  @Test
  default void more_than_a_hundred_are_found_at_once() {
    var ids = new ArrayList<ReferralId>();
    for (var number = 1; number <= 105; number++) {
      ids.add(submitted(number).referral().id());
    }

    assertThat(stores().referrals().findAll(ids)).hasSize(105);
  }

  // The version lock and the operation's own id

  @Test
  default void a_step_on_an_older_version_is_stale_and_writes_nothing() {
    var first = submitted(1);
    var second = step(first, FactFixtures.accepted()).in(stores().referrals());

    var late = stores().referrals().commit(step(first, FactFixtures.declined()).by("late").make());

    assertThat(late).isEqualTo(new Committed.Stale());
    assertThat(stores().referrals().find(FakeIds.referral(1))).contains(second);
  }

  @Test
  default void the_same_step_again_is_done() {
    var first = submitted(1);
    var change = step(first, FactFixtures.accepted()).make();
    var once = stores().referrals().commit(change);

    var again = stores().referrals().commit(change);

    assertThat(again).isEqualTo(once).isInstanceOf(Committed.Done.class);
  }

  @Test
  default void the_same_step_again_is_done_although_others_followed() {
    var first = submitted(1);
    var change = step(first, FactFixtures.accepted()).make();
    var _ = stores().referrals().commit(change);
    var second = stores().referrals().find(FakeIds.referral(1)).orElseThrow();
    var third = step(second, FactFixtures.advanced()).in(stores().referrals());

    var again = stores().referrals().commit(change);

    assertThat(again).isEqualTo(new Committed.Done(third));
  }

  @Test
  default void the_same_submission_again_is_done() {
    var snapshot = submitted(1);

    var again = stores().referrals().commit(submission(particulars(1)).make());

    assertThat(again).isEqualTo(new Committed.Done(snapshot));
  }

  @Test
  default void another_submission_under_a_taken_id_is_stale() {
    var _ = submitted(1);

    var other = stores().referrals().commit(submission(particulars(1)).by("other").make());

    assertThat(other).isEqualTo(new Committed.Stale());
  }

  @Test
  default void a_step_on_a_referral_that_is_not_there_is_stale() {
    var first = submitted(1);
    var elsewhere =
        new Snapshot(
            ReferralFixtures.lived(particulars(2)),
            1,
            1,
            first.legSince(),
            1,
            first.lastHash(),
            0,
            first.lastOperation());

    var lost = stores().referrals().commit(step(elsewhere, FactFixtures.accepted()).make());

    assertThat(lost).isEqualTo(new Committed.Stale());
  }

  // The ledger

  @Test
  default void an_instalment_cannot_be_released_twice() {
    var first =
        step(hired(1), FactFixtures.firstReleased()).with(released(1)).in(stores().referrals());

    var again =
        step(
                first,
                FactFixtures.reported(
                    "2026-05-02T12:00:00Z",
                    ReportFixtures.startMoved("2026-05-02T08:00:00Z", "2026-05-01")))
            .with(released(1))
            .make();

    assertThatThrownBy(() -> stores().referrals().commit(again))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stores().referrals().find(FakeIds.referral(1))).contains(first);
  }

  @Test
  default void an_instalment_is_cancelled_and_revived_once_per_fact() {
    var hired = hired(1);
    var amount = FactFixtures.euros("1750.00");
    var at = ChangeFixture.NOON;

    var cancelled =
        step(hired, FactFixtures.hireCancelled())
            .with(new LedgerEntry.Cancelled(1, at, amount, 5))
            .in(stores().referrals());
    var revived =
        step(
                cancelled,
                FactFixtures.reported(
                    "2026-04-02T12:00:00Z",
                    ReportFixtures.hired("2026-04-02T08:00:00Z", "2026-05-01")))
            .with(new LedgerEntry.Revived(1, at, amount, 6))
            .in(stores().referrals());
    var cancelledAgain =
        step(
                revived,
                FactFixtures.reported(
                    "2026-04-03T12:00:00Z", ReportFixtures.cancelled("2026-04-03T08:00:00Z")))
            .with(new LedgerEntry.Cancelled(1, at, amount, 7))
            .in(stores().referrals());

    assertThat(cancelledAgain.version()).isEqualTo(hired.version() + 3);
  }

  // Companions

  @Test
  default void the_candidate_is_stored_and_deleted_with_a_step() {
    var submitted =
        submission(particulars(1))
            .with(new Companion.CandidateStored(SAM))
            .in(stores().referrals());
    assertThat(stores().candidates().find(FakeIds.referral(1))).contains(SAM);

    var withdrawn = step(submitted, FactFixtures.withdrawn()).in(stores().referrals());
    var _ =
        step(withdrawn, FactFixtures.erased())
            .with(new Companion.CandidateDeleted())
            .in(stores().referrals());

    assertThat(stores().candidates().find(FakeIds.referral(1))).isEmpty();
  }

  @Test
  default void the_referrer_is_stored_with_a_step() {
    var emma =
        new Employee(
            FactFixtures.REFERRER,
            "Emma Example",
            new Email("emma@example.com"),
            Language.NL,
            Optional.of("HR-1"));

    var _ =
        submission(particulars(1))
            .with(new Companion.EmployeeStored(emma))
            .in(stores().referrals());

    assertThat(stores().employees().find(FactFixtures.REFERRER)).contains(emma);
  }

  @Test
  default void a_person_is_referred_once_per_referrer_and_vacancy() {
    var referred = new Companion.PersonReferred(Optional.empty());
    var _ = submission(particulars(1)).with(referred).in(stores().referrals());

    var again = stores().referrals().commit(submission(particulars(2)).with(referred).make());

    assertThat(again).isEqualTo(new Committed.Clash(referred));
    assertThat(stores().referrals().find(FakeIds.referral(2))).isEmpty();
  }

  @Test
  default void another_referrer_or_vacancy_or_person_is_no_repeat() {
    var referred = new Companion.PersonReferred(Optional.empty());
    var same = particulars(2);
    var _ = submission(particulars(1)).with(referred).in(stores().referrals());

    var _ =
        submission(ReferralFixtures.withReferrer(same, new EmployeeId("joris")))
            .with(referred)
            .in(stores().referrals());
    var _ =
        submission(ReferralFixtures.withPerson(particulars(3), new PersonKey("1.kim")))
            .with(referred)
            .in(stores().referrals());

    assertThat(stores().persons().find(same.person()).referrals()).hasSize(2);
  }

  @Test
  default void a_referral_that_was_taken_back_makes_way() {
    var _ =
        submission(particulars(1))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());
    var instead = new Companion.PersonReferred(Optional.of(FakeIds.referral(1)));

    var _ = submission(particulars(2)).with(instead).in(stores().referrals());
    var third = stores().referrals().commit(submission(particulars(3)).with(instead).make());

    assertThat(third).isEqualTo(new Committed.Clash(instead));
    assertThat(stores().persons().find(particulars(2).person()).referrals())
        .extracting(one -> one.id())
        .containsExactly(FakeIds.referral(2));
  }

  @Test
  default void a_corrected_address_moves_the_referral_to_another_person() {
    var first =
        submission(particulars(1))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());
    var moves =
        List.of(
            new Companion.PersonReferred(Optional.empty()),
            new Companion.PersonMistaken(particulars(1).person()));

    var after =
        step(first, FactFixtures.addressCorrected())
            .with(moves.toArray(Companion[]::new))
            .in(stores().referrals());

    assertThat(stores().referrals().find(particulars(1).id())).contains(after);
    assertThat(after.referral().particulars().generation()).isEqualTo(2);
    assertThat(stores().persons().find(particulars(1).person()).referrals()).isEmpty();
    assertThat(stores().persons().find(FactFixtures.RIGHT_PERSON).referrals())
        .extracting(one -> one.id())
        .containsExactly(FakeIds.referral(1));
  }

  @Test
  default void another_referrals_row_of_a_mistyped_address_stays() {
    var first =
        submission(particulars(1))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());
    var other = new PersonKey("1.kim");
    var _ =
        submission(ReferralFixtures.withPerson(particulars(2), other))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());
    var wrong = new Companion.PersonMistaken(other);

    var refused =
        stores()
            .referrals()
            .commit(step(first, FactFixtures.addressCorrected()).with(wrong).make());

    assertThat(refused).isEqualTo(new Committed.Clash(wrong));
  }

  @Test
  default void a_move_gives_the_referral_another_vacancy() {
    var first =
        submission(particulars(1).enteredBy(FactFixtures.RECRUITER))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());

    var after =
        step(first, FactFixtures.moved())
            .with(
                new Companion.PersonReferred(Optional.empty()),
                new Companion.VacancyLeft(particulars(1).vacancy()))
            .in(stores().referrals());

    assertThat(stores().referrals().find(particulars(1).id())).contains(after);
    assertThat(after.referral().particulars().enteredBy()).contains(FactFixtures.RECRUITER);
    assertThat(stores().persons().find(particulars(1).person()).referrals())
        .extracting(one -> one.vacancy())
        .containsExactly(FactFixtures.OTHER_VACANCY);
  }

  @Test
  default void another_referrals_row_of_the_vacancy_that_was_left_stays() {
    var first =
        submission(particulars(1))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());
    var moved =
        step(first, FactFixtures.moved())
            .with(
                new Companion.PersonReferred(Optional.empty()),
                new Companion.VacancyLeft(particulars(1).vacancy()))
            .in(stores().referrals());
    var _ =
        submission(particulars(2))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());
    var left = new Companion.VacancyLeft(particulars(1).vacancy());

    var refused =
        stores().referrals().commit(step(moved, FactFixtures.accepted()).with(left).make());

    assertThat(refused).isEqualTo(new Committed.Clash(left));
  }

  @Test
  default void a_row_under_another_id_of_the_referrer_stands_in_the_way_unless_it_is_replaced() {
    var _ =
        submission(particulars(1))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());
    var standing = new Companion.NotReferredAs(FactFixtures.REFERRER, Optional.empty());
    var replaced =
        new Companion.NotReferredAs(FactFixtures.REFERRER, Optional.of(FakeIds.referral(1)));
    var nobody = new Companion.NotReferredAs(new EmployeeId("nobody"), Optional.empty());

    assertThat(stores().referrals().commit(submission(particulars(2)).with(standing).make()))
        .isEqualTo(new Committed.Clash(standing));
    assertThat(
            stores().referrals().commit(submission(particulars(2)).with(replaced, nobody).make()))
        .isInstanceOf(Committed.Done.class);
  }

  @Test
  default void an_idempotency_key_is_used_once() {
    var first = answered(particulars(1), "key-1");
    var _ = submission(particulars(1)).with(first).in(stores().referrals());
    var second = answered(particulars(2), "key-1");

    var again = stores().referrals().commit(submission(particulars(2)).with(second).make());

    assertThat(again).isEqualTo(new Committed.Clash(second));
    assertThat(stores().operations().find(FactFixtures.REFERRER, "key-1")).contains(first.answer());
    assertThat(stores().operations().find(FactFixtures.REFERRER, "key-2")).isEmpty();
    assertThat(stores().operations().find(new EmployeeId("joris"), "key-1")).isEmpty();
  }

  @Test
  default void a_used_key_is_named_before_any_other_clash() {
    var person = new Companion.PersonReferred(Optional.empty());
    var _ =
        submission(particulars(1))
            .with(person, answered(particulars(1), "key-1"))
            .in(stores().referrals());
    var key = answered(particulars(2), "key-1");

    var again = stores().referrals().commit(submission(particulars(2)).with(person, key).make());

    assertThat(again).isEqualTo(new Committed.Clash(key));
  }

  private static Companion.OperationAnswered answered(Particulars particulars, String key) {
    return new Companion.OperationAnswered(
        new Operations.Answer(
            particulars.referrer(),
            key,
            "1.hash",
            particulars.id(),
            particulars.receiptNumber(),
            particulars.submittedAt(),
            1));
  }

  @Test
  default void an_hr_number_belongs_to_one_referral() {
    var linked = new Companion.HireLinked(HR_NUMBER);
    var first = step(advanced(1), FactFixtures.hired()).with(linked).in(stores().referrals());
    var other = advanced(2);

    var again = step(first, FactFixtures.hireCancelled()).with(linked).in(stores().referrals());
    var clash = stores().referrals().commit(step(other, FactFixtures.hired()).with(linked).make());

    assertThat(again.version()).isEqualTo(5);
    assertThat(clash).isEqualTo(new Committed.Clash(linked));
    assertThat(stores().referrals().find(FakeIds.referral(2))).contains(other);
    assertThat(stores().hrReports().of(HR_NUMBER).referral()).contains(FakeIds.referral(1));
  }

  @Test
  default void a_stored_report_is_applied_once() {
    var report = FactFixtures.hired().report();
    var event =
        new HrEvent(
            "hr.example",
            report.stamp().eventId(),
            "1.hash",
            report,
            Optional.empty(),
            Optional.empty());
    var applied = new Companion.ReportApplied(HR_NUMBER, event.id());
    var first = advanced(1);
    var second = advanced(2);
    var unknown =
        stores().referrals().commit(step(first, FactFixtures.hired()).with(applied).make());
    var _ = stores().hrReports().receive(event, Optional.empty(), ChangeFixture.NOON);

    var _ = step(first, FactFixtures.hired()).with(applied).in(stores().referrals());
    var again =
        stores().referrals().commit(step(second, FactFixtures.hired()).with(applied).make());

    assertThat(unknown).isEqualTo(new Committed.Clash(applied));
    assertThat(again).isEqualTo(new Committed.Clash(applied));
    assertThat(stores().hrReports().of(HR_NUMBER).reports())
        .extracting(stored -> stored.applied())
        .containsExactly(true);
  }

  @Test
  default void a_stale_step_is_stale_whatever_its_companions() {
    var first = submitted(1);
    var _ = step(first, FactFixtures.accepted()).in(stores().referrals());
    var applied = new Companion.ReportApplied(HR_NUMBER, "unknown");

    var late =
        stores()
            .referrals()
            .commit(step(first, FactFixtures.hired()).by("late").with(applied).make());

    assertThat(late).isEqualTo(new Committed.Stale());
  }

  // Lists

  @Test
  default void own_referrals_come_newest_first_in_pages() {
    for (var number = 1; number <= 5; number++) {
      var _ = submitted(number);
    }
    var _ =
        submission(ReferralFixtures.withReferrer(particulars(6), new EmployeeId("joris")))
            .in(stores().referrals());

    var first = stores().referrals().ownedBy(FactFixtures.REFERRER, page(2));
    var second =
        stores().referrals().ownedBy(FactFixtures.REFERRER, new Page.Request(2, first.next()));
    var third =
        stores().referrals().ownedBy(FactFixtures.REFERRER, new Page.Request(2, second.next()));

    assertThat(ids(first.items())).containsExactly(FakeIds.referral(5), FakeIds.referral(4));
    assertThat(ids(second.items())).containsExactly(FakeIds.referral(3), FakeIds.referral(2));
    assertThat(ids(third.items())).containsExactly(FakeIds.referral(1));
    assertThat(third.next()).isEmpty();
  }

  @Test
  default void a_page_that_is_just_full_is_the_last_one() {
    var _ = submitted(1);
    var _ = submitted(2);

    assertThat(stores().referrals().ownedBy(FactFixtures.REFERRER, page(2)).next()).isEmpty();
    assertThat(stores().referrals().ownedBy(new EmployeeId("nobody"), page(2)))
        .isEqualTo(new Page<>(List.of(), Optional.empty()));
  }

  @Test
  default void a_cursor_that_no_list_gave_is_refused() {
    for (var forged : List.of("", "x", "!", "eyJwayI6ImEifQ", "YQ", "a\nb", "Zm9vCmJhcg")) {
      var request = new Page.Request(2, Optional.of(forged));

      assertThatThrownBy(() -> stores().referrals().ownedBy(FactFixtures.REFERRER, request))
          .isInstanceOf(BadCursor.class);
      assertThatThrownBy(() -> stores().referrals().worklist(request))
          .isInstanceOf(BadCursor.class);
    }
  }

  @Test
  default void who_is_held_is_listed_until_it_is_settled() {
    var _ = advanced(1);
    var held = step(submitted(2), FactFixtures.hiredBeforeSubmission()).in(stores().referrals());
    var other = step(submitted(3), FactFixtures.hiredBeforeSubmission()).in(stores().referrals());
    assertThat(stores().referrals().held())
        .containsExactlyInAnyOrder(held.referral().id(), other.referral().id());

    var _ = step(held, FactFixtures.hireCancelled()).in(stores().referrals());
    assertThat(stores().referrals().held()).hasSize(2);
    var _ = step(other, FactFixtures.refused()).in(stores().referrals());
    assertThat(stores().referrals().held()).containsExactly(held.referral().id());
  }

  @Test
  default void whoever_waits_for_a_person_is_on_the_worklist_oldest_first() {
    var _ = submitted(1);
    var inHiring = advanced(2);
    var screening = step(submitted(3), FactFixtures.accepted()).in(stores().referrals());
    var held = step(submitted(4), FactFixtures.hiredBeforeSubmission()).in(stores().referrals());
    var _ = hired(5);
    var _ =
        step(
                step(submitted(6), FactFixtures.accepted()).in(stores().referrals()),
                FactFixtures.rejected())
            .in(stores().referrals());

    var all = stores().referrals().worklist(page(10));
    var firstPage = stores().referrals().worklist(page(1));
    var secondPage = stores().referrals().worklist(new Page.Request(1, firstPage.next()));

    assertThat(all.items()).containsExactly(screening, inHiring, held);
    assertThat(firstPage.items()).containsExactly(screening);
    assertThat(secondPage.items()).containsExactly(inHiring);
  }

  @Test
  default void released_instalments_are_listed_by_promised_day_until_they_are_paid() {
    var first =
        step(hired(1), FactFixtures.firstReleased()).with(released(1)).in(stores().referrals());
    var _ =
        step(hired(2), FactFixtures.released("2026-04-30T22:00:00Z", 1, "2026-05-01", "2026-05-22"))
            .with(
                new LedgerEntry.Released(
                    1,
                    Instant.parse("2026-04-30T22:00:00Z"),
                    FactFixtures.euros("1750.00"),
                    LocalDate.parse("2026-05-01"),
                    LocalDate.parse("2026-05-22")))
            .in(stores().referrals());

    var before = stores().referrals().payouts(PayoutState.RELEASED, page(10));
    var _ =
        step(first, FactFixtures.firstPaid())
            .with(
                new LedgerEntry.Paid(
                    1,
                    ChangeFixture.NOON,
                    FactFixtures.euros("1750.00"),
                    LocalDate.parse("2026-05-28"),
                    "fatima"))
            .in(stores().referrals());

    assertThat(stores().referrals().promisedBy(LocalDate.parse("2026-05-21"))).isEmpty();
    assertThat(stores().referrals().promisedBy(LocalDate.parse("2026-05-22")))
        .containsExactly(payout(2, "2026-05-22", Optional.empty()));
    assertThat(stores().referrals().promisedBy(LocalDate.parse("2026-05-29")))
        .as("what is paid is promised no more")
        .containsExactly(payout(2, "2026-05-22", Optional.empty()));
    assertThat(before.items())
        .containsExactly(
            payout(2, "2026-05-22", Optional.empty()), payout(1, "2026-05-29", Optional.empty()));
    assertThat(stores().referrals().promisedIn(YearMonth.of(2026, 5)))
        .containsExactlyInAnyOrder(
            payout(2, "2026-05-22", Optional.empty()),
            payout(1, "2026-05-29", Optional.of(LocalDate.parse("2026-05-28"))));
    assertThat(stores().referrals().promisedIn(YearMonth.of(2026, 4))).isEmpty();
    assertThat(stores().referrals().promisedIn(YearMonth.of(2026, 6))).isEmpty();
    assertThat(stores().referrals().payouts(PayoutState.RELEASED, page(10)).items())
        .containsExactly(payout(2, "2026-05-22", Optional.empty()));
    assertThat(stores().referrals().payouts(PayoutState.PAID, page(10)).items())
        .containsExactly(payout(1, "2026-05-29", Optional.of(LocalDate.parse("2026-05-28"))));
    assertThat(promised(PayoutState.RELEASED, "2026-05-22", "2026-05-22"))
        .containsExactly(payout(2, "2026-05-22", Optional.empty()));
    assertThat(promised(PayoutState.RELEASED, "2026-05-01", "2026-05-21")).isEmpty();
    assertThat(promised(PayoutState.RELEASED, "2026-05-23", "2026-12-31")).isEmpty();
    assertThat(promised(PayoutState.PAID, "2026-05-22", "2026-05-29"))
        .containsExactly(payout(1, "2026-05-29", Optional.of(LocalDate.parse("2026-05-28"))));
  }

  @Test
  default void what_finance_holds_stays_listed_and_what_it_puts_right_is_listed_as_right() {
    var amount = FactFixtures.euros("1750.00");
    var right = FactFixtures.firstCorrected();
    var released =
        step(hired(1), FactFixtures.firstReleased()).with(released(1)).in(stores().referrals());
    var held =
        step(released, FactFixtures.firstOnHold())
            .with(
                new LedgerEntry.PutOnHold(
                    1, ChangeFixture.NOON, amount, 6, HoldReason.AMOUNT_IN_DOUBT, "fatima"))
            .in(stores().referrals());
    assertThat(promised(PayoutState.RELEASED, "2026-05-29", "2026-05-29"))
        .extracting(Payout::heldBecause)
        .containsExactly(Optional.of(HoldReason.AMOUNT_IN_DOUBT));

    var resumed =
        step(held, FactFixtures.firstOffHold())
            .with(new LedgerEntry.TakenOffHold(1, ChangeFixture.NOON, amount, 7, "fatima"))
            .in(stores().referrals());
    assertThat(promised(PayoutState.RELEASED, "2026-05-29", "2026-05-29"))
        .containsExactly(payout(1, "2026-05-29", Optional.empty()));

    var day = LocalDate.parse("2026-05-28");
    var paid =
        step(resumed, FactFixtures.firstPaid())
            .with(new LedgerEntry.Paid(1, ChangeFixture.NOON, amount, day, "fatima"))
            .in(stores().referrals());
    var corrected =
        step(paid, right)
            .with(
                new LedgerEntry.Corrected(
                    1,
                    ChangeFixture.NOON,
                    right.correction().paid(),
                    1,
                    -125_000,
                    right.paidOn(),
                    right.correction().reason(),
                    "fatima"))
            .in(stores().referrals());

    var listed = promised(PayoutState.PAID, "2026-05-29", "2026-05-29");
    assertThat(listed).extracting(Payout::amount).containsExactly(amount);
    assertThat(listed)
        .extracting(Payout::correction)
        .containsExactly(Optional.of(right.correction()));
    assertThat(stores().referrals().find(FakeIds.referral(1))).contains(corrected);
  }

  private List<Payout> promised(PayoutState state, String from, String to) {
    return stores().referrals().promised(state, LocalDate.parse(from), LocalDate.parse(to));
  }

  private static LedgerEntry.Released released(int instalment) {
    return new LedgerEntry.Released(
        instalment,
        Instant.parse("2026-04-30T22:00:00Z"),
        FactFixtures.euros("1750.00"),
        LocalDate.parse("2026-05-01"),
        LocalDate.parse("2026-05-29"));
  }

  @Test
  default void what_thanks_a_referrer_is_stored_once_and_moves_on_by_its_versions() {
    var referrals = stores().referrals();
    var id = FakeIds.referral(41);
    var day = LocalDate.parse("2026-03-09");
    var at = Instant.parse("2026-03-04T10:00:00Z");
    var prepared = Recognition.prepared(id, at, day);

    assertThat(referrals.recognition(id)).isEmpty();
    assertThat(referrals.recognise(prepared)).isTrue();
    assertThat(referrals.recognise(prepared)).isTrue();
    assertThat(referrals.recognise(Recognition.prepared(id, at.plusSeconds(1), day))).isFalse();
    assertThat(referrals.recognition(id)).contains(prepared);
    assertThat(referrals.unrecognised(day)).isEmpty();
    assertThat(referrals.unrecognised(day.plusDays(1))).containsExactly(prepared);

    var thanked = prepared.done(Recognition.Deed.THANKS, new Recognition.Mark(at, "mark"));
    assertThat(referrals.recognise(thanked)).isTrue();
    assertThat(referrals.recognise(prepared.told())).isFalse();
    assertThat(referrals.unrecognised(day.plusDays(1))).containsExactly(thanked);

    var both = thanked.done(Recognition.Deed.MENTION, new Recognition.Mark(at, "petra"));
    assertThat(referrals.recognise(both)).isTrue();
    assertThat(referrals.recognition(id)).contains(both);
    assertThat(referrals.unrecognised(day.plusDays(1))).isEmpty();

    var other = Recognition.prepared(FakeIds.referral(42), at, day);
    assertThat(referrals.recognise(other)).isTrue();
    assertThat(referrals.recognise(other.told())).isTrue();
    assertThat(referrals.unrecognised(day.plusDays(1))).isEmpty();
  }

  private static Payout payout(int number, String promisedOn, Optional<LocalDate> paidOn) {
    return new Payout(
        FakeIds.referral(number),
        1,
        number,
        FactFixtures.REFERRER,
        FactFixtures.euros("1750.00"),
        LocalDate.parse("2026-05-01"),
        LocalDate.parse(promisedOn),
        paidOn);
  }

  @Test
  default void data_is_listed_by_the_moment_by_which_it_must_go() {
    var stored = new Companion.CandidateStored(SAM);
    var first = submission(particulars(1)).with(stored).in(stores().referrals());
    var second = submission(particulars(2)).with(stored).in(stores().referrals());
    var _ = submission(particulars(3)).with(stored).in(stores().referrals());
    var withdrawn = step(first, FactFixtures.withdrawn()).in(stores().referrals());
    var expired = step(second, FactFixtures.expired()).in(stores().referrals());

    assertThat(stores().referrals().toErase(Instant.parse("2026-03-11T09:59:59Z"), 10)).isEmpty();
    assertThat(stores().referrals().toErase(Instant.parse("2026-03-11T10:00:00Z"), 10))
        .containsExactly(withdrawn.referral().id());
    assertThat(stores().referrals().toErase(Instant.parse("2027-01-01T00:00:00Z"), 10))
        .containsExactly(withdrawn.referral().id(), expired.referral().id());
    assertThat(stores().referrals().toErase(Instant.parse("2027-01-01T00:00:00Z"), 1))
        .containsExactly(withdrawn.referral().id());
  }

  @Test
  default void data_that_is_gone_is_not_listed_any_more() {
    var first =
        submission(particulars(1))
            .with(new Companion.CandidateStored(SAM))
            .in(stores().referrals());
    var declined = step(first, FactFixtures.declined()).in(stores().referrals());

    var _ =
        step(declined, FactFixtures.erased())
            .with(new Companion.CandidateDeleted())
            .in(stores().referrals());

    assertThat(stores().referrals().toErase(Instant.parse("2030-01-01T00:00:00Z"), 10)).isEmpty();
  }

  @Test
  default void who_was_let_go_is_kept_beside_the_table_by_month() {
    var from = Instant.parse("2026-03-01T00:00:00Z");
    var first = submission(particulars(1)).in(stores().referrals());
    var second = submission(particulars(2)).in(stores().referrals());
    var _ = submission(particulars(3)).in(stores().referrals());
    var withdrawn = step(first, FactFixtures.withdrawn()).in(stores().referrals());
    assertThat(kept(from, from))
        .containsExactly(new Erasure(first.referral().id(), Ending.WITHDRAWN, false));

    var _ =
        step(withdrawn, FactFixtures.erased())
            .with(new Companion.CandidateDeleted())
            .in(stores().referrals());
    var _ = step(second, FactFixtures.takenBack()).in(stores().referrals());

    assertThat(kept(from, from))
        .containsExactlyInAnyOrder(
            new Erasure(first.referral().id(), Ending.WITHDRAWN, true),
            new Erasure(second.referral().id(), Ending.TAKEN_BACK, false));
    assertThat(kept(Instant.parse("2026-02-28T23:59:59Z"), from)).hasSize(2);
    assertThat(kept(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-28T23:59:59Z")))
        .isEmpty();
    assertThat(kept(Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z")))
        .isEmpty();
  }

  private List<Erasure> kept(Instant from, Instant to) {
    return stores().referrals().erasedBetween(from, to);
  }

  @Test
  default void an_end_without_a_word_is_kept_when_the_data_goes() {
    var first = submission(particulars(1)).in(stores().referrals());
    var declined = step(first, FactFixtures.declined()).in(stores().referrals());
    var from = Instant.parse("2026-03-01T00:00:00Z");
    assertThat(kept(from, from)).isEmpty();

    var erased = step(declined, FactFixtures.erased()).in(stores().referrals());
    assertThat(kept(from, from))
        .containsExactly(new Erasure(first.referral().id(), Ending.NONE, true));

    var _ = step(erased, FactFixtures.withdrawn()).in(stores().referrals());
    assertThat(kept(from, from))
        .containsExactly(new Erasure(first.referral().id(), Ending.WITHDRAWN_AFTER_END, true));
  }

  @Test
  default void what_was_handed_over_is_known_by_its_instalment() {
    var id = FakeIds.referral(1);
    var hired = hired(1);
    assertThat(stores().referrals().wasHandedOver(id, 1)).isFalse();

    var _ = step(hired, FactFixtures.firstReleased()).with(released(1)).in(stores().referrals());

    assertThat(stores().referrals().wasHandedOver(id, 1)).isTrue();
    assertThat(stores().referrals().wasHandedOver(id, 2)).isFalse();
    assertThat(stores().referrals().wasHandedOver(FakeIds.referral(2), 1)).isFalse();
  }

  @Test
  default void what_finance_has_since_before_is_released_only_where_that_is_kept() {
    var before = new Companion.HandedOverBefore(1);
    var made = step(hired(1), FactFixtures.firstReleased()).with(released(1)).with(before).make();

    assertThat(stores().referrals().commit(made)).isEqualTo(new Committed.Clash(before));
    assertThat(made.releases()).as("it is not handed over").isFalse();
  }

  private Committed bringIn(int number) {
    var particulars = particulars(number).invitedFirst(ChangeFixture.NOON);
    var facts =
        List.<Fact>of(
            FactFixtures.submitted(particulars),
            FactFixtures.accepted(),
            FactFixtures.advanced(),
            FactFixtures.hired(),
            FactFixtures.firstReleased(),
            FactFixtures.firstPaid());
    var answered =
        new Companion.OperationAnswered(
            new Operations.Answer(
                new EmployeeId("import"),
                "OLD-7",
                "hash",
                particulars.id(),
                number,
                particulars.submittedAt(),
                1));
    var change =
        Consequences.ofImport(
            new OperationId("import " + number),
            FactFixtures.firstPaid().at(),
            facts,
            Optional.of(LetterKind.IMPORTED),
            List.of(answered));
    assertThat(change.releases()).as("finance paid it before").isFalse();
    return stores().referrals().commit(change);
  }

  @Test
  default void a_referral_is_brought_in_with_all_that_happened_and_its_reference_only_once() {
    assertThat(bringIn(1)).isInstanceOf(Committed.Done.class);

    var read = stores().referrals().read(FakeIds.referral(1)).orElseThrow();
    assertThat(read.facts()).hasSize(6);
    assertThat(Life.of(read.facts())).isEqualTo(read.snapshot().referral());
    assertThat(read.snapshot().referral().particulars().invitedAt()).isEqualTo(ChangeFixture.NOON);
    assertThat(read.snapshot().lastNotice()).isEqualTo(1);
    assertThat(stores().referrals().payouts(PayoutState.RELEASED, page(10)).items()).isEmpty();
    assertThat(stores().referrals().payouts(PayoutState.PAID, page(10)).items())
        .extracting(Payout::instalment)
        .containsExactly(1);

    assertThat(bringIn(2)).isInstanceOf(Committed.Clash.class);
    assertThat(stores().referrals().find(FakeIds.referral(2))).isEmpty();
  }
}
