package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Companion;
import io.referralflow.port.HrReports;
import io.referralflow.port.HrReports.Receipt;
import io.referralflow.port.HrReports.Reported;
import io.referralflow.port.HrReports.StoredReport;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What HR's reports promise, wherever they are stored.
public interface HrReportsContract {

  PersonKey SAM = new PersonKey("1.sam");
  HrNumber NUMBER = new HrNumber("HR-1001#7%~");

  Stores stores();

  private HrReports reports() {
    return stores().hrReports();
  }

  private static HrEvent hired(String id, String occurredAt) {
    return event(
        "hr.example",
        id,
        "1.hash-" + id,
        new Report.Hired(
            NUMBER,
            new Stamp(Instant.parse(occurredAt), id),
            LocalDate.parse("2026-05-01"),
            Optional.empty()));
  }

  private static HrEvent event(String source, String id, String hash, Report report) {
    return new HrEvent(
        source,
        id,
        hash,
        report,
        Optional.of(new VacancyId("backend-engineer")),
        Optional.of("r0000000000000000000000017"));
  }

  private Receipt receive(HrEvent event) {
    return reports().receive(event, Optional.of(SAM), NOON);
  }

  private List<HrNumber> hiresOfSam() {
    return stores().persons().find(SAM).hires();
  }

  @Test
  default void nothing_is_reported_of_an_unknown_number() {
    assertThat(reports().of(NUMBER)).isEqualTo(new Reported(Optional.empty(), List.of()));
  }

  private boolean hear(String source, String id, String hash, Instant at) {
    return reports().hear(rejected(source, id, hash), Optional.of(SAM), at);
  }

  private static ApplicationEvent rejected(String source, String id, String hash) {
    return new ApplicationEvent(
        source,
        hash,
        new Stamp(NOON, id),
        Optional.empty(),
        Optional.empty(),
        new ApplicationEvent.Saying.Rejected(RejectionReason.SKILLS));
  }

  @Test
  default void an_event_about_an_application_is_seen_for_ever() {
    assertThat(hear("hr.example", "a#1%", "1.one", NOON)).isTrue();
    assertThat(hear("hr.example", "a#1%", "1.one", NOON.plusSeconds(1))).isTrue();
    assertThat(hear("hr.example", "a#1%", "1.two", NOON)).isFalse();
    assertThat(hear("ats.example", "a#1%", "1.two", NOON)).isTrue();
    assertThat(stores().persons().find(SAM).applications())
        .containsExactlyInAnyOrder(
            rejected("hr.example", "a#1%", "1.one"), rejected("ats.example", "a#1%", "1.two"));

    assertThat(receive(hired("event-9", "2026-03-20T08:00:00Z"))).isEqualTo(Receipt.NEW);
    assertThat(hear("hr.example", "event-9", "1.other", NOON)).isFalse();
    assertThat(stores().persons().find(SAM).applications()).hasSize(2);
  }

  @Test
  default void an_event_that_names_no_person_is_seen_and_kept_with_nobody() {
    var event = rejected("hr.example", "event-8", "1.one");
    assertThat(reports().hear(event, Optional.empty(), NOON)).isTrue();
    assertThat(hear("hr.example", "event-8", "1.one", NOON)).isTrue();
    assertThat(hear("hr.example", "event-8", "1.two", NOON)).isFalse();
    assertThat(stores().persons().find(SAM).applications()).isEmpty();
  }

  @Test
  default void an_event_is_stored_and_found_by_number_and_by_person() {
    var event = hired("event 1#2%", "2026-03-20T08:00:00Z");

    assertThat(receive(event)).isEqualTo(Receipt.NEW);

    assertThat(reports().of(NUMBER))
        .isEqualTo(
            new Reported(
                Optional.empty(), List.of(new StoredReport(event, Optional.of(SAM), false))));
    assertThat(hiresOfSam()).containsExactly(NUMBER);
  }

  @Test
  default void every_kind_of_report_is_found_again() {
    for (var report : ReportFixtures.oneOfEachKind()) {
      var event =
          new HrEvent(
              "hr.example",
              report.stamp().eventId(),
              "1.hash",
              report,
              Optional.empty(),
              Optional.empty());

      assertThat(reports().receive(event, Optional.empty(), NOON)).isEqualTo(Receipt.NEW);
    }

    assertThat(reports().of(ReportFixtures.HR_NUMBER).reports())
        .extracting(stored -> stored.event().report())
        .containsExactlyInAnyOrderElementsOf(ReportFixtures.oneOfEachKind());
  }

  @Test
  default void the_same_event_again_was_seen() {
    var event = hired("event-1", "2026-03-20T08:00:00Z");
    var _ = receive(event);

    assertThat(receive(event)).isEqualTo(Receipt.SEEN);
    assertThat(reports().of(NUMBER).reports()).hasSize(1);
  }

  @Test
  default void the_same_id_with_another_body_is_a_conflict() {
    var event = hired("event-1", "2026-03-20T08:00:00Z");
    var _ = receive(event);
    var other = event("hr.example", "event-1", "1.other", event.report());
    var otherNumber =
        event(
            "hr.example",
            "event-1",
            "1.another",
            ReportFixtures.hired("2026-03-20T08:00:00Z", "2026-05-01"));

    assertThat(receive(other)).isEqualTo(Receipt.CONFLICT);
    assertThat(receive(otherNumber)).isEqualTo(Receipt.CONFLICT);
    assertThat(reports().of(NUMBER).reports()).hasSize(1);
    assertThat(reports().of(ReportFixtures.HR_NUMBER).reports()).isEmpty();
  }

  @Test
  default void the_same_id_of_another_source_is_seen_or_a_conflict_by_its_body() {
    var event = hired("event-1", "2026-03-20T08:00:00Z");
    var _ = receive(event);

    assertThat(receive(event("by.hand", "event-1", event.bodyHash(), event.report())))
        .isEqualTo(Receipt.SEEN);
    assertThat(receive(event("by.hand", "event-1", "1.other", event.report())))
        .isEqualTo(Receipt.CONFLICT);
  }

  @Test
  default void reports_come_in_order_of_their_stamps() {
    var later = hired("event-1", "2026-03-21T08:00:00Z");
    var earlier = hired("event-2", "2026-03-20T08:00:00Z");
    var _ = receive(later);
    var _ = receive(earlier);

    assertThat(reports().of(NUMBER).reports())
        .extracting(stored -> stored.event().id())
        .containsExactly("event-2", "event-1");
  }

  @Test
  default void what_was_neither_applied_nor_settled_is_unfinished() {
    var _ = receive(hired("event-1", "2026-03-20T08:00:00Z"));
    var _ = receive(hired("event-2", "2026-03-20T09:00:00Z"));

    assertThat(reports().unfinished(NOON, 10)).isEmpty();
    assertThat(reports().unfinished(NOON.plusSeconds(1), 10)).containsExactly(NUMBER);
    reports().settle(NUMBER, List.of("event-1"));
    assertThat(reports().unfinished(NOON.plusSeconds(1), 10)).containsExactly(NUMBER);
    reports().settle(NUMBER, List.of("event-1", "event-2", "event-3"));
    assertThat(reports().unfinished(NOON.plusSeconds(1), 10)).isEmpty();
  }

  @Test
  default void an_applied_report_is_finished_and_never_forgotten() {
    var event = event("hr.example", "event-1", "1.hash", FactFixtures.hired().report());
    var number = event.report().employee();
    var _ = receive(event);
    var submitted = ChangeFixture.submission(ChangeFixture.particulars(1)).in(stores().referrals());

    var _ =
        ChangeFixture.step(submitted, FactFixtures.hired())
            .with(new Companion.ReportApplied(number, "event-1"), new Companion.HireLinked(number))
            .in(stores().referrals());
    reports().settle(number, List.of("event-1"));

    assertThat(reports().unfinished(NOON.plusSeconds(1), 10)).isEmpty();
    assertThat(reports().forgetUnmatched(NOON.plus(Duration.ofDays(400)), 10)).isZero();
    assertThat(reports().of(number))
        .isEqualTo(
            new Reported(
                Optional.of(FakeIds.referral(1)),
                List.of(new StoredReport(event, Optional.of(SAM), true))));
  }

  @Test
  default void what_belongs_to_no_referral_is_forgotten_with_its_person() {
    var _ = receive(hired("event-1", "2026-03-20T08:00:00Z"));
    reports().settle(NUMBER, List.of("event-1"));

    assertThat(reports().forgetUnmatched(NOON, 10)).isZero();
    assertThat(reports().forgetUnmatched(NOON.plusSeconds(1), 10)).isEqualTo(1);

    assertThat(reports().of(NUMBER).reports()).isEmpty();
    assertThat(hiresOfSam()).isEmpty();
    assertThat(receive(hired("event-1", "2026-03-20T08:00:00Z"))).isEqualTo(Receipt.SEEN);
    assertThat(hiresOfSam()).isEmpty();
  }

  @Test
  default void a_hire_reported_again_is_kept_as_long_as_the_newer_report() {
    var _ = receive(hired("event-1", "2026-03-20T08:00:00Z"));
    var _ =
        reports()
            .receive(
                hired("event-2", "2026-03-20T08:00:00Z"), Optional.of(SAM), NOON.plusSeconds(60));

    assertThat(reports().forgetUnmatched(NOON.plusSeconds(1), 10)).isEqualTo(1);
    assertThat(hiresOfSam()).containsExactly(NUMBER);
    assertThat(reports().forgetUnmatched(NOON.plusSeconds(61), 10)).isEqualTo(1);
    assertThat(hiresOfSam()).isEmpty();
  }

  @Test
  default void no_more_are_forgotten_than_asked_for() {
    var _ = receive(hired("event-1", "2026-03-20T08:00:00Z"));
    var _ = receive(hired("event-2", "2026-03-20T08:00:00Z"));
    reports().settle(NUMBER, List.of("event-1"));

    assertThat(reports().forgetUnmatched(NOON.plusSeconds(1), 1)).isEqualTo(1);
    assertThat(reports().of(NUMBER).reports()).hasSize(1);
  }
}
