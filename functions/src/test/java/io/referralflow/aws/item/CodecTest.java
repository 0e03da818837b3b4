package io.referralflow.aws.item;

import static io.referralflow.fake.ChangeFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.Language;
import io.referralflow.candidate.PersonKey;
import io.referralflow.candidate.Relation;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.fake.PostContract;
import io.referralflow.figures.ActionReport;
import io.referralflow.hire.Background;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.hire.Stamp;
import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.message.ProgrammeNotice.TermsRound.Readers;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.Order;
import io.referralflow.points.OrderId;
import io.referralflow.points.PointsEntry;
import io.referralflow.points.PointsFixtures;
import io.referralflow.port.Entries.Entry;
import io.referralflow.port.Failures;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.OperationId;
import io.referralflow.port.Operations.Answer;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeFixtures;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.HeldBecause;
import io.referralflow.referral.PromisedBy;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralFixtures;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.referral.Stage;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.Correction;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Payment;
import io.referralflow.reward.RewardKind;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is read back as it was, whatever it is and whatever a newer version adds.
class CodecTest {

  private static final OperationId OPERATION = new OperationId("accept:1");
  private static final LocalDate DAY = LocalDate.parse("2026-05-29");

  static Stream<Referral> states() {
    return Stream.concat(
        ReferralFixtures.oneOfEachState().stream(),
        Stream.of(
            ReferralFixtures.aReferralHiredUnderTwoNumbers(),
            ReferralFixtures.aReferralMovedThroughPhases(),
            ReferralFixtures.aReferralTurnedDownUnanswered(),
            ReferralFixtures.livedBy(
                FactFixtures.outrun(), FactFixtures.appealed(), FactFixtures.allowedInPart())));
  }

  static Stream<Fact> facts() {
    return Stream.concat(
        Stream.concat(
            FactFixtures.oneOfEachKind().stream(), Stream.of(FactFixtures.allowedInPart())),
        ReportFixtures.oneOfEachKind().stream().map(report -> new Fact.Reported(NOON, report)));
  }

  static Stream<LedgerEntry> entries() {
    var amount = FactFixtures.euros("1750.00");
    return Stream.of(
        new LedgerEntry.Released(1, NOON, amount, DAY, DAY),
        new LedgerEntry.Paid(2, NOON, amount, DAY, "fatima"),
        new LedgerEntry.Cancelled(2, NOON, amount, 7),
        new LedgerEntry.Revived(2, NOON, amount, 8),
        new LedgerEntry.PutOnHold(1, NOON, amount, 9, HoldReason.DISPUTED, "fatima"),
        new LedgerEntry.TakenOffHold(1, NOON, amount, 10, "fatima"),
        new LedgerEntry.Corrected(
            1, NOON, amount, 1, -25_000, DAY, CorrectionReason.AGREED, "fatima"),
        new LedgerEntry.Corrected(
            1, NOON, amount, 2, 5, DAY, CorrectionReason.ENTERED_WRONGLY, "fatima"));
  }

  /// What a newer version may have added to any row.
  private static Attributes withNews(Attributes row) {
    return row.and(Attributes.none().text("addedLater", "x").map("alsoLater", Attributes.none()));
  }

  private static Attributes head(Snapshot snapshot) {
    return ReferralItem.submitted(snapshot.referral()).and(ReferralItem.step(snapshot, true, true));
  }

  @ParameterizedTest
  @MethodSource("states")
  void a_referral_in_every_state_is_read_as_it_was_written(Referral referral) {
    var snapshot = new Snapshot(referral, 7, 2, NOON, 5, "hash", 3, OPERATION);

    assertThat(ReferralItem.fromItem(withNews(head(snapshot)))).isEqualTo(snapshot);
  }

  @Test
  void every_state_was_tried() {
    assertThat(states().map(Referral::getClass).distinct()).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("facts")
  void every_kind_of_fact_is_read_as_it_was_written(Fact fact) {
    var row = FactItem.toItem(FactFixtures.REFERRAL, 3, fact, OPERATION);

    assertThat(FactItem.fromItem(withNews(row))).isEqualTo(fact);
    assertThat(FactItem.operation(row)).isEqualTo(OPERATION);
    assertThat(row.key()).isEqualTo(Key.fact(FactFixtures.REFERRAL, 3));
  }

  @Test
  void every_kind_of_fact_and_report_was_tried() {
    assertThat(facts().map(Fact::getClass).distinct())
        .hasSameSizeAs(Fact.class.getPermittedSubclasses());
    assertThat(ReportFixtures.oneOfEachKind().stream().map(Report::getClass).distinct())
        .hasSameSizeAs(Report.class.getPermittedSubclasses());
    assertThat(entries().map(LedgerEntry::getClass).distinct())
        .hasSameSizeAs(LedgerEntry.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void every_kind_of_ledger_entry_is_read_as_it_was_written(LedgerEntry entry) {
    var row = LedgerItem.toItem(FactFixtures.REFERRAL, entry, OPERATION);

    assertThat(LedgerItem.fromItem(withNews(row))).isEqualTo(entry);
  }

  @Test
  void what_is_released_or_paid_has_no_second_key() {
    assertThat(entries())
        .extracting(entry -> LedgerItem.toItem(FactFixtures.REFERRAL, entry, OPERATION).key().sk())
        .containsExactly(
            "LEDGER#1#released",
            "LEDGER#2#paid",
            "LEDGER#2#cancelled-7",
            "LEDGER#2#revived-8",
            "LEDGER#1#held-9",
            "LEDGER#1#resumed-10",
            "LEDGER#1#corrected-1",
            "LEDGER#1#corrected-2");
  }

  @Test
  void a_correction_names_the_row_that_it_corrects() {
    assertThat(entries())
        .filteredOn(LedgerEntry.Corrected.class::isInstance)
        .extracting(
            entry -> LedgerItem.toItem(FactFixtures.REFERRAL, entry, OPERATION).text("corrects"))
        .containsExactly("paid", "corrected-1");
  }

  @Test
  void candidates_are_read_as_they_were_written_with_much_or_little() {
    var little =
        new Candidate(
            "Sam",
            new Email("sam@example.com"),
            Optional.empty(),
            Optional.empty(),
            Language.NL,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty());
    var much =
        new Candidate(
            "Sam",
            new Email("sam@example.com"),
            Optional.of("+31"),
            Optional.of("https://example.com/sam"),
            Language.EN,
            Optional.of(Relation.COMMUNITY),
            Optional.of("Works hard."),
            OptionalInt.of(1));

    for (var candidate : List.of(little, much)) {
      for (var eraseBy : List.of(Optional.<Instant>empty(), Optional.of(NOON))) {
        var row = CandidateItem.toItem(FactFixtures.REFERRAL, candidate, eraseBy);
        assertThat(CandidateItem.fromItem(withNews(row))).contains(candidate);
        assertThat(row.listing().isPresent()).isEqualTo(eraseBy.isPresent());
      }
    }
  }

  @Test
  void a_row_that_only_lists_a_deletion_is_no_candidate() {
    var row =
        CandidateItem.eraseBy(FactFixtures.REFERRAL, Optional.of(NOON))
            .key(Key.candidate(FactFixtures.REFERRAL));

    assertThat(CandidateItem.fromItem(row)).isEmpty();
  }

  @Test
  void texts_of_any_kind_are_read_as_they_were_written() {
    qt().withFixedSeed(20260302)
        .forAll(strings().allPossible().ofLengthBetween(0, 40))
        .checkAssert(text -> {
          var employee =
              new Employee(
                  new EmployeeId("emma"),
                  text,
                  new Email("emma@example.com"),
                  Language.NL,
                  Optional.of(text));
          assertThat(EmployeeItem.fromItem(withNews(EmployeeItem.toItem(employee))))
              .isEqualTo(employee);
        });
  }

  @Test
  void moments_of_any_precision_are_read_as_they_were_written() {
    qt().withFixedSeed(20260302)
        .forAll(longs().between(0, 4_102_444_800L), integers().between(0, 999_999_999))
        .checkAssert((second, nano) -> {
          var moment = Instant.ofEpochSecond(second, nano);
          var report = new Report.Cancelled(new HrNumber("HR-1"), new Stamp(moment, "event"));
          assertThat(ReportMap.fromMap(ReportMap.toMap(report))).isEqualTo(report);
        });
  }

  @Test
  void notices_are_read_as_they_were_written() {
    for (var kind : LetterKind.values()) {
      for (var instalment : List.of(OptionalInt.empty(), OptionalInt.of(2))) {
        var notice = new Notice(12, kind, instalment, NOON);
        var row = NoticeItem.toItem(FactFixtures.particulars(), notice, NOON);
        assertThat(NoticeItem.fromItem(withNews(row))).isEqualTo(notice);
      }
    }
  }

  @Test
  void mails_of_the_programme_are_read_as_they_were_written() {
    for (var notice :
        List.<ProgrammeNotice>of(
            new ProgrammeNotice.ActionEnded(
                new ProgrammeId("spring"), LocalDate.parse("2026-03-31")),
            new ProgrammeNotice.OrderPlaced(new OrderId("order000000000000000000001")),
            new ProgrammeNotice.OrderDelivered(new OrderId("order000000000000000000002")),
            new ProgrammeNotice.PayRunClosed(
                LocalDate.parse("2026-05-22"), LocalDate.parse("2026-05-15")),
            new ProgrammeNotice.TermsChanged(
                2, Optional.of(new HrNumber("HR#1")), Optional.of(new EmployeeId("emma"))),
            new ProgrammeNotice.TermsChanged(
                2, Optional.empty(), Optional.of(new EmployeeId("emma"))),
            ProgrammeNotice.TermsRound.first(2, Readers.REFERRERS),
            new ProgrammeNotice.TermsRound(2, Readers.COLLEAGUES, 3, Optional.of("bm90")))) {
      var row = PostItem.toItem(notice, NOON, NOON);
      assertThat(PostItem.fromItem(withNews(row))).isEqualTo(notice);
      assertThat(PostItem.idIfAny(row)).contains(notice.id());
    }
    var newer = PostItem.toItem(PostContract.SPRING, NOON, NOON).text("kind", "from-the-future");
    assertThatThrownBy(() -> PostItem.fromItem(newer))
        .hasMessage("This version knows no mail of the programme of type from-the-future");
  }

  @Test
  void what_hr_reports_is_read_as_it_was_written() {
    for (var report : ReportFixtures.oneOfEachKind()) {
      var event =
          new HrEvent(
              "hr.example",
              "event-1",
              "1.hash",
              report,
              Optional.of(FactFixtures.VACANCY),
              Optional.of("anything"));
      var row = ReportItem.toItem(event, Optional.of(FactFixtures.PERSON), NOON);
      var entry =
          new Entry(
              event,
              Optional.of(new PersonKey("1.x")),
              "{}",
              FactFixtures.RECRUITER,
              NOON,
              Optional.of(FactFixtures.PROGRAMME_MANAGER));

      assertThat(ReportItem.fromItem(withNews(row)).event()).isEqualTo(event);
      assertThat(ReportItem.fromItem(row).applied()).isFalse();
      assertThat(ReportItem.fromItem(row.and(ReportItem.applied())).applied()).isTrue();
      assertThat(EntryItem.fromItem(withNews(EntryItem.toItem(entry)))).isEqualTo(entry);
    }
  }

  @Test
  void answers_failures_and_payouts_are_read_as_they_were_written() {
    var answer =
        new Answer(FactFixtures.REFERRER, "key #1", "1.hash", FactFixtures.REFERRAL, 17, NOON, 3);
    var failure = new Failure("id", Failures.Kind.MAIL, "reason", NOON, Optional.of("event"));
    var payout =
        new Payout(
            FactFixtures.REFERRAL,
            2,
            17,
            FactFixtures.REFERRER,
            FactFixtures.euros("1750.01"),
            DAY,
            DAY,
            Optional.of(DAY));
    var daysOff =
        new Payout(
            FactFixtures.REFERRAL,
            3,
            17,
            FactFixtures.REFERRER,
            FactFixtures.euros("0.00"),
            DAY,
            DAY,
            Optional.empty(),
            Optional.of(new Benefit(RewardKind.DAYS_OFF, 2, "Vrije dag", "Day off")),
            Optional.empty(),
            Optional.empty());

    var held =
        Payout.of(
            ReferralFixtures.anInvitedReferral().particulars(),
            new Instalment(1, Milestone.HIRE_AGREED, FactFixtures.euros("1750.00")),
            new Payment(1, NOON, DAY, DAY, Optional.empty()).onHold(HoldReason.DISPUTED));
    var corrected =
        Payout.of(
            ReferralFixtures.anInvitedReferral().particulars(),
            new Instalment(1, Milestone.HIRE_AGREED, FactFixtures.euros("1750.00")),
            new Payment(1, NOON, DAY, DAY, Optional.empty())
                .corrected(
                    DAY,
                    new Correction(2, CorrectionReason.AGREED, FactFixtures.euros("1000.00"))));

    assertThat(PayoutItem.fromItem(withNews(PayoutItem.toItem(held)))).isEqualTo(held);
    assertThat(PayoutItem.fromItem(withNews(PayoutItem.toItem(corrected)))).isEqualTo(corrected);
    assertThat(OperationItem.fromItem(withNews(OperationItem.toItem(answer)))).isEqualTo(answer);
    assertThat(FailureItem.fromItem(withNews(FailureItem.toItem(failure)))).isEqualTo(failure);
    assertThat(PayoutItem.fromItem(withNews(PayoutItem.toItem(payout)))).isEqualTo(payout);
    assertThat(PayoutItem.fromItem(withNews(PayoutItem.toItem(daysOff)))).isEqualTo(daysOff);
  }

  @Test
  void what_a_newer_version_calls_by_an_unknown_name_is_refused_not_guessed() {
    var snapshot =
        new Snapshot(ReferralFixtures.anInvitedReferral(), 1, 1, NOON, 1, "hash", 0, OPERATION);
    var row = head(snapshot).and(Attributes.none().text("type", "paused"));
    var fact =
        FactItem.toItem(FactFixtures.REFERRAL, 1, FactFixtures.accepted(), OPERATION)
            .and(Attributes.none().text("type", "paused"));

    assertThatThrownBy(() -> ReferralItem.fromItem(row)).hasMessageContaining("paused");
    assertThatThrownBy(() -> FactItem.fromItem(fact)).hasMessageContaining("paused");
  }

  @Test
  void a_row_that_lacks_what_it_must_have_is_refused_by_name() {
    var fact =
        FactItem.toItem(FactFixtures.REFERRAL, 1, FactFixtures.accepted(), OPERATION)
            .without("keep");

    assertThatThrownBy(() -> FactItem.fromItem(fact)).hasMessage("A row lacks keep");
  }

  @Test
  void milestones_are_spelled_as_they_always_were() {
    var milestones =
        List.of(
            Milestone.HIRE_AGREED,
            Milestone.FIRST_WORKING_DAY,
            Milestone.END_OF_PROBATION,
            new Milestone.MonthsServed(6),
            new Milestone.OnDay(LocalDate.parse("2027-01-31")));

    assertThat(milestones)
        .extracting(milestone -> MilestoneMap.toMap(milestone).text("milestone"))
        .containsExactly(
            "hire-agreed", "first-working-day", "end-of-probation", "months-in-service", "on-day");
    assertThat(milestones)
        .allSatisfy(milestone ->
            assertThat(MilestoneMap.fromMap(MilestoneMap.toMap(milestone))).isEqualTo(milestone));
  }

  @Test
  void every_rule_book_is_read_as_it_was_written() {
    var books =
        List.of(
            RuleBook.STANDARD,
            RuleBook.STANDARD.with(ServiceDay.HIRE),
            new RuleBook(Set.of(), 12, Credit.LAST_BEFORE_APPLICATION, 0)
                .with(ServiceDay.MILESTONE),
            new RuleBook(Set.of(Excluded.HIRING_MANAGER), 0, Credit.SPLIT_EQUALLY, 28),
            new RuleBook(
                Set.of(Excluded.RECRUITERS, Excluded.HUMAN_RESOURCES),
                60,
                new Credit.SplitByShares(List.of(60, 40)),
                365));

    assertThat(books)
        .allSatisfy(book ->
            assertThat(RuleBookMap.fromMap(withNews(RuleBookMap.toMap(book)))).isEqualTo(book));
    assertThat(RuleBookMap.toMap(RuleBook.STANDARD)).isEqualTo(Attributes.none());
  }

  @Test
  void every_programme_is_read_as_it_was_written() {
    var portfolio =
        Portfolio.UNTOUCHED
            .with(
                ProgrammeFixtures.action(
                    "spring", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-05-31")))
            .with(ProgrammeFixtures.ofTeam("platform-team", "Platform"))
            .with(
                ProgrammeFixtures.promising(
                    ProgrammeFixtures.promising(
                        ProgrammeFixtures.ofTeam("search", "Search"), 3, ProgrammeFixtures.PETRA),
                    12,
                    ProgrammeFixtures.PETRA))
            .stored();

    assertThat(PortfolioItem.fromItem(withNews(PortfolioItem.toItem(portfolio))))
        .isEqualTo(portfolio);
  }

  @Test
  void every_report_of_an_action_is_read_as_it_was_written() {
    var report =
        new ActionReport(
            new ProgrammeId("spring"),
            LocalDate.parse("2026-03-01"),
            LocalDate.parse("2026-05-31"),
            Instant.parse("2026-06-01T04:00:00Z"),
            31,
            4,
            3,
            2,
            1,
            List.of(
                new ActionReport.Cost(
                    FactFixtures.euros("3000.00"), FactFixtures.euros("5000.00"))));

    assertThat(ActionReportItem.fromItem(withNews(ActionReportItem.toItem(report))))
        .isEqualTo(report);
  }

  @Test
  void a_referral_of_the_standing_programme_is_written_as_before_there_were_others() {
    var item = ParticularsMap.toMap(FactFixtures.particulars());

    assertThat(item.map("terms").has("programme")).isFalse();
    assertThat(ParticularsMap.fromMap(FactFixtures.REFERRAL, item).terms().programme())
        .isEqualTo(ProgrammeId.STANDING);
  }

  private static PromisedBy promisedBy(UnaryOperator<Attributes> change) {
    var item = ParticularsMap.toMap(FactFixtures.particulars());
    var changed = item.map("terms", change.apply(item.map("terms")));
    return ParticularsMap.fromMap(FactFixtures.REFERRAL, changed).terms().promisedBy();
  }

  @Test
  void a_referral_of_which_nothing_is_said_earns_what_the_terms_say() {
    assertThat(promisedBy(terms -> terms.without("promisedBy"))).isEqualTo(PromisedBy.TERMS);
    assertThat(promisedBy(terms -> terms.text("promisedBy", "earlier-promise")))
        .isEqualTo(PromisedBy.EARLIER_PROMISE);
  }

  @Test
  void what_hr_knows_from_before_and_how_a_reward_is_divided_are_kept() {
    var hired =
        new Report.Hired(
            ReportFixtures.HR_NUMBER,
            ReportFixtures.stamp("2026-03-20T08:00:00Z"),
            DAY,
            Optional.empty(),
            new Background(Optional.of(DAY.minusDays(90)), Optional.of(DAY.minusYears(2))));
    var division = FactFixtures.divided().division();
    var hire =
        ((Referral.Hired) ReferralFixtures.livedBy(FactFixtures.hired(), FactFixtures.divided()))
            .hire();

    assertThat(ReportMap.fromMap(withNews(ReportMap.toMap(hired)))).isEqualTo(hired);
    assertThat(hire.entitlement().division()).contains(division);
    assertThat(HireMap.fromMap(withNews(HireMap.toMap(hire)))).isEqualTo(hire);
  }

  /// Stored for years: a constant that is renamed must keep its spelling in the table.
  @Test
  void constants_are_spelled_as_they_always_were() {
    assertThat(
            Stream.of(
                    Feedback.values(),
                    Keep.values(),
                    Language.values(),
                    Relation.values(),
                    HeldBecause.values(),
                    Stage.values(),
                    RejectionReason.values(),
                    SettlementReason.values(),
                    Failures.Kind.values(),
                    AppealReason.values(),
                    Audience.values(),
                    Programme.Status.values())
                .map(constants ->
                    Arrays.stream(constants)
                        .map(each -> Attributes.none().constant("x", each).text("x"))
                        .toList()
                        .toString()))
        .containsExactly(
            "[nothing, stage, reason]",
            "[procedure, year]",
            "[nl, en]",
            "[project, education, community, friend, family, other]",
            "[hired-after-end, submitted-after-hire, candidate-known, appealed]",
            "[invited, screening, hiring, hired, probation]",
            "[experience, skills, language, location, salary, position-filled, other]",
            "[experience, skills, language, location, salary, position-filled, other,"
                + " referred-first, referred-too-late, not-eligible, mistake]",
            "[event, mail, record, payout, programme]",
            "[referred-first, candidate-not-known, wrong-date, other]",
            "[internal, external, combined]",
            "[draft, preview, published, retired]");
  }

  @Test
  void every_entry_of_points_is_read_as_it_was_written() {
    var at = Instant.parse("2026-05-01T06:00:00Z");
    var order = new OrderId("order000000000000000000001");
    var entries =
        List.of(
            new PointsEntry.Earned(FactFixtures.REFERRAL, 2, at, 50),
            new PointsEntry.Spent(order, at, 40),
            new PointsEntry.Returned(order, at, 40),
            new PointsEntry.Corrected(
                FactFixtures.PROGRAMME_MANAGER, "key#1", at, -3, "Put right."));

    for (var entry : entries) {
      assertThat(PointsItem.fromItem(withNews(PointsItem.toItem(FactFixtures.REFERRER, entry))))
          .isEqualTo(entry);
    }
    assertThat(entries.stream().map(entry -> PointsItem.toItem(FactFixtures.REFERRER, entry).key()))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_order_is_read_as_it_was_written() {
    var at = Instant.parse("2026-05-01T06:00:00Z");
    var placed =
        new Order.Placed(
            new OrderId("order000000000000000000001"),
            FactFixtures.REFERRER,
            new Order.Ordered(
                PointsFixtures.COURSE,
                3,
                PointsFixtures.course().title(),
                40,
                RewardKind.CONFERENCE,
                Optional.of("Exempt")),
            at);
    var by = FactFixtures.PROGRAMME_MANAGER;

    for (var order :
        List.of(placed, placed.deliver(by, at), placed.cancel(by, "Not to be had.", at))) {
      assertThat(OrderItem.fromItem(withNews(OrderItem.toItem(order)))).isEqualTo(order);
    }
    assertThat(OrderItem.toItem(placed.deliver(by, at)).listing()).isEmpty();
  }

  @Test
  void every_item_of_the_catalogue_is_read_as_it_was_written() {
    var at = Instant.parse("2026-05-01T06:00:00Z");
    for (var kind : RewardKind.values()) {
      if (CatalogueItem.isExchanged(kind)) {
        for (var stock : List.of(Optional.<Integer>empty(), Optional.of(3))) {
          var content = PointsFixtures.content(kind, 7, stock);
          var item = new CatalogueItem(PointsFixtures.COURSE, 2, content, 1);
          var row = CatalogueRow.toItem(item, FactFixtures.PROGRAMME_MANAGER, at);
          assertThat(CatalogueRow.fromItem(withNews(row))).isEqualTo(item);
        }
      }
    }
  }
}
