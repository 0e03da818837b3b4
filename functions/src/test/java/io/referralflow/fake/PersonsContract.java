package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.HrEvent;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Companion;
import io.referralflow.port.Page;
import io.referralflow.port.Persons.Person;
import io.referralflow.port.Persons.Referred;
import io.referralflow.programme.PhaseId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ApplicationEvent.Saying;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What persons promise, wherever they are stored.
public interface PersonsContract {

  Stores stores();

  private void refer() {
    var _ =
        submission(particulars(1))
            .with(new Companion.PersonReferred(Optional.empty()))
            .in(stores().referrals());
  }

  private void hire() {
    var report = FactFixtures.hired().report();
    var _ =
        stores()
            .hrReports()
            .receive(
                new HrEvent(
                    "hr.example", "event-1", "1.hash", report, Optional.empty(), Optional.empty()),
                Optional.of(FactFixtures.PERSON),
                NOON);
  }

  @Test
  default void nothing_is_known_of_a_stranger() {
    assertThat(stores().persons().find(FactFixtures.PERSON))
        .isEqualTo(new Person(List.of(), List.of(), List.of()));
  }

  @Test
  default void referrals_and_hires_of_a_person_are_found_together() {
    refer();
    hire();

    assertThat(stores().persons().find(FactFixtures.PERSON))
        .isEqualTo(
            new Person(
                List.of(
                    new Referred(
                        FakeIds.referral(1), FactFixtures.REFERRER, FactFixtures.VACANCY, 1)),
                List.of(FactFixtures.hired().report().employee()),
                List.of()));
  }

  private static ApplicationEvent application(String id, String occurredAt, Saying saying) {
    return new ApplicationEvent(
        "ats.example",
        "1.hash-" + id,
        new Stamp(Instant.parse(occurredAt), id),
        Optional.empty(),
        saying instanceof Saying.Advanced ? Optional.of(FactFixtures.VACANCY) : Optional.empty(),
        saying);
  }

  @Test
  default void what_was_said_of_a_persons_applications_is_found_beside_referrals_and_hires() {
    var advanced =
        application("a#1%", "2026-03-02T11:59:00Z", new Saying.Advanced(new PhaseId("interview")));
    var rejected =
        application(
            "b", "2026-03-02T11:58:00Z", new Saying.Rejected(RejectionReason.POSITION_FILLED));
    refer();
    hire();
    var person = Optional.of(FactFixtures.PERSON);
    assertThat(stores().hrReports().hear(rejected, person, NOON)).isTrue();
    assertThat(stores().hrReports().hear(advanced, person, NOON)).isTrue();
    assertThat(stores().hrReports().hear(advanced, person, NOON)).isTrue();

    var found = stores().persons().find(FactFixtures.PERSON);
    assertThat(found.applications()).containsExactlyInAnyOrder(advanced, rejected);
    assertThat(found.referrals()).hasSize(1);
    assertThat(found.hires()).hasSize(1);
    assertThat(everyReferred()).containsExactly(FakeIds.referral(1));
  }

  @Test
  default void what_was_said_of_an_application_is_forgotten_after_a_day() {
    var person = Optional.of(FactFixtures.PERSON);
    var now = application("a", "2026-03-02T12:00:00Z", new Saying.Rejected(RejectionReason.SKILLS));
    var ahead =
        application("b", "2026-03-03T11:00:00Z", new Saying.Rejected(RejectionReason.SKILLS));
    assertThat(stores().hrReports().hear(now, person, NOON)).isTrue();
    assertThat(stores().hrReports().hear(ahead, person, NOON)).isTrue();

    assertThat(stores().persons().forgetExpired(NOON.plusSeconds(86_399), 10)).isZero();
    assertThat(stores().persons().forgetExpired(NOON.plusSeconds(86_400), 10)).isEqualTo(1);
    assertThat(stores().persons().find(FactFixtures.PERSON).applications()).containsExactly(ahead);
    assertThat(stores().persons().forgetExpired(Instant.parse("2026-03-04T11:00:00Z"), 10))
        .isEqualTo(1);

    assertThat(stores().hrReports().hear(now, person, NOON)).isTrue();
    assertThat(stores().persons().find(FactFixtures.PERSON).applications()).isEmpty();
  }

  @Test
  default void a_referral_is_forgotten_ninety_days_after_the_last_hire_that_counts() {
    refer();

    assertThat(stores().persons().forgetExpired(Instant.parse("2028-05-31T09:00:00Z"), 10))
        .isZero();
    assertThat(stores().persons().forgetExpired(Instant.parse("2028-05-31T09:00:01Z"), 10))
        .isEqualTo(1);
    assertThat(stores().persons().find(FactFixtures.PERSON).referrals()).isEmpty();
  }

  @Test
  default void referrals_that_can_still_be_matched_are_listed_and_hires_are_not() {
    refer();
    hire();
    var _ =
        submission(particulars(2))
            .with(new Companion.PersonReferred(Optional.of(FakeIds.referral(1))))
            .in(stores().referrals());

    assertThat(everyReferred()).containsExactly(FakeIds.referral(2));
    var _ = stores().persons().forgetExpired(Instant.parse("2030-01-01T00:00:00Z"), 5);
    assertThat(everyReferred()).isEmpty();
  }

  private List<ReferralId> everyReferred() {
    var all = new ArrayList<ReferralId>();
    var cursor = Optional.<String>empty();
    do {
      var page = stores().persons().referred(new Page.Request(1, cursor));
      page.items().forEach(each -> all.add(each.id()));
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  @Test
  default void a_hire_is_forgotten_after_thirty_days() {
    hire();

    assertThat(stores().persons().forgetExpired(Instant.parse("2026-04-01T11:59:59Z"), 10))
        .isZero();
    assertThat(stores().persons().forgetExpired(Instant.parse("2026-04-01T12:00:00Z"), 10))
        .isEqualTo(1);
    assertThat(stores().persons().find(FactFixtures.PERSON).hires()).isEmpty();
  }

  @Test
  default void no_more_is_forgotten_than_asked_for() {
    refer();
    hire();

    assertThat(stores().persons().forgetExpired(Instant.parse("2030-01-01T00:00:00Z"), 1))
        .isEqualTo(1);
    assertThat(stores().persons().forgetExpired(Instant.parse("2030-01-01T00:00:00Z"), 5))
        .isEqualTo(1);
  }
}
