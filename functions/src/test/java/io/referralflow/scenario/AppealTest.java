package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.appeal.AppealReferral.Appealing;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.SettlementReason;
import io.referralflow.referral.Share;
import io.referralflow.referral.StateName;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Emma refers Sam first and earns the hire; Joris, who came second, appeals.
class AppealTest extends Story {

  private ReferralId emmas;
  private ReferralId joriss;

  @BeforeEach
  void both_refer_sam() {
    emmas = samIsReferred();
    joriss = world.refers(JORIS, SAM, JAVA_ENGINEER);
  }

  private void jorisHearsThatItEnded() {
    world.goTo("2026-03-12T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.goTo("2026-03-14T09:00");
  }

  /// Joris appealed on 14 March, and it is the 25th.
  private void jorisAppealed() {
    jorisHearsThatItEnded();
    var _ = appeals();
    world.goTo("2026-03-25T09:00");
  }

  private Appealing appeals() {
    return world.appeal(JORIS, joriss, AppealReason.REFERRED_FIRST);
  }

  private static Appealing appealed(StateName state) {
    return new Appealing.Appealed(state);
  }

  @Test
  void an_appeal_waits_for_the_programme_manager() {
    jorisHearsThatItEnded();

    assertThat(appeals()).isEqualTo(appealed(StateName.HELD));
    assertThat(Told.view(world, JORIS, joriss)).startsWith("held; 1000.00 held for 2026-05-01");
    assertThat(Told.timeline(world, JORIS, joriss)).last().isEqualTo("2026-03-14 appealed");
    assertThat(Told.view(world, EMMA, emmas)).startsWith("hired; 1000.00 planned");
  }

  @Test
  void the_mail_of_the_end_says_that_one_can_appeal_and_for_how_long() {
    jorisHearsThatItEnded();

    assertThat(lastMailToJoris())
        .contains("één keer bezwaar maken, binnen 28 dagen na deze mail")
        .doesNotContain("de kandidaat bepaalt wat we delen");
  }

  @Test
  void one_that_is_allowed_earns_as_well_and_takes_nothing_away() {
    jorisAppealed();
    world.allows(PETRA, joriss);
    world.goTo("2026-07-02T09:00");

    for (var id : new ReferralId[] {emmas, joriss}) {
      assertThat(Told.ledger(world, id))
          .filteredOn(row -> row.contains("released"))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
    }
  }

  @Test
  void one_that_is_allowed_in_part_earns_that_part_of_each_instalment() {
    jorisAppealed();
    assertThat(
            world.decide(
                PETRA, joriss, new Decision.Allow(SettlementReason.MISTAKE, new Share(33))))
        .isInstanceOf(Deciding.Decided.class);

    assertThat(Told.view(world, JORIS, joriss))
        .startsWith("hired; 330.00 planned for 2026-05-01, 330.00 planned for 2026-07-01");
    assertThat(Told.decisions(world, JORIS, joriss))
        .last()
        .isEqualTo("2026-03-25 settlement earns 33% because mistake");
    assertThat(Told.timeline(world, JORIS, joriss))
        .endsWith("2026-03-25 hired", "2026-03-25 allowed in part");

    world.goTo("2026-05-02T09:00");
    world.confirms(FATIMA, joriss, 1, "2026-05-02");
    world.goTo("2026-07-02T09:00");
    assertThat(Told.ledger(world, joriss))
        .containsExactly(
            "2026-05-01T00:00 released 1 330.00 due 2026-05-01 promised 2026-05-29",
            "2026-05-02T09:00 paid 1 330.00 on 2026-05-02 by fatima",
            "2026-07-01T00:00 released 2 330.00 due 2026-07-01 promised 2026-07-31");
    assertThat(Told.ledger(world, emmas))
        .filteredOn(row -> row.contains("released"))
        .allMatch(row -> row.contains(" 1000.00 "))
        .hasSize(2);
    assertThat(world.postbox().received())
        .filteredOn(mail -> mail.letter().subject().startsWith("Te betalen: "))
        .filteredOn(mail -> mail.letter().text().contains("330"))
        .hasSize(2);
  }

  @Test
  void one_that_is_allowed_hears_what_hr_says_before_and_after() {
    jorisHearsThatItEnded();
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-04"));
    var _ = appeals();
    assertThat(Told.view(world, JORIS, joriss)).contains("held for 2026-05-04");
    world.goTo("2026-03-25T09:00");
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-06-01"));
    assertThat(Told.view(world, JORIS, joriss)).contains("held for 2026-06-01");
    world.allows(PETRA, joriss);
    world.goTo("2026-04-01T09:00");
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-07-01"));

    assertThat(Told.view(world, JORIS, joriss)).startsWith("hired; 1000.00 planned for 2026-07-01");
    assertThat(Told.view(world, EMMA, emmas)).startsWith("hired; 1000.00 planned for 2026-07-01");
  }

  @Test
  void one_that_is_refused_earns_nothing_and_there_is_no_second() {
    jorisAppealed();
    world.refuses(PETRA, joriss);
    world.goTo("2026-03-27T09:00");

    assertThat(world.referral(joriss)).isInstanceOf(Referral.NotEligible.class);
    assertThat(appeals()).isEqualTo(appealed(StateName.ENDED));
    assertThat(world.referral(joriss)).isInstanceOf(Referral.NotEligible.class);
    assertThat(world.appeal(JORIS, joriss, AppealReason.OTHER))
        .isEqualTo(new Appealing.AppealedOtherwise());
  }

  @Test
  void the_mail_of_the_decision_tells_of_the_appeal() {
    jorisAppealed();
    world.allows(PETRA, joriss);

    assertThat(lastMailToJoris())
        .startsWith("Je bezwaar is toegewezen: Sam Smit voor ")
        .contains("1.000,00", "uiterlijk betaald op 29 mei 2026");
  }

  @Test
  void the_mail_of_a_refusal_on_appeal_offers_no_second_one() {
    jorisAppealed();
    world.refuses(PETRA, joriss);
    world.goTo("2026-03-27T09:00");

    assertThat(lastMailToJoris())
        .startsWith("Je bezwaar is afgewezen: Sam Smit voor ")
        .doesNotContain("bezwaar maken");
  }

  private String lastMailToJoris() {
    return world.postbox().received().stream()
        .filter(mail -> mail.to().equals(JORIS.employee().email()))
        .map(mail -> mail.letter().subject() + "\n" + mail.letter().text())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  @Test
  void nobody_appeals_before_the_end_may_be_known_or_when_the_days_are_over() {
    assertThat(appeals()).isEqualTo(new Appealing.NotNow());
    world.goTo("2026-03-12T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    world.goTo("2026-03-13T15:59");
    assertThat(appeals()).isEqualTo(new Appealing.NotNow());
    world.goTo("2026-04-10T17:00");
    assertThat(appeals()).isEqualTo(new Appealing.NotNow());
  }

  @Test
  void the_last_moment_is_28_days_after_it_could_be_known() {
    jorisHearsThatItEnded();
    world.goTo("2026-04-10T16:59");

    assertThat(appeals()).isEqualTo(appealed(StateName.HELD));
  }

  @Test
  void nobody_appeals_for_another_or_against_earning() {
    jorisHearsThatItEnded();

    assertThat(world.appeal(EMMA, joriss, AppealReason.OTHER)).isEqualTo(new Appealing.NotFound());
    assertThat(world.appeal(EMMA, new ReferralId("0".repeat(26)), AppealReason.OTHER))
        .isEqualTo(new Appealing.NotFound());
    assertThat(world.appeal(EMMA, emmas, AppealReason.OTHER)).isEqualTo(new Appealing.NotNow());
  }

  @Test
  void a_refusal_by_a_person_can_be_appealed_against_too() {
    var kims = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.declines(kims);
    world.goTo("2026-03-12T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of("kim@example.org"));
    world.refuses(PETRA, kims);
    world.goTo("2026-03-14T09:00");

    assertThat(world.appeal(EMMA, kims, AppealReason.WRONG_DATE))
        .isEqualTo(appealed(StateName.HELD));
    world.allows(PETRA, kims);
    world.goTo("2026-05-02T09:00");
    assertThat(Told.ledger(world, kims))
        .contains("2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29");
  }

  /// Of somebody who left while nobody could hear of it nothing is paid.
  @Test
  void what_hr_says_between_a_refusal_and_the_appeal_is_heard() {
    var kims = refusedKim();
    world.hears(left("HR-9", "2026-05-05"));
    world.goTo("2026-03-14T09:00");
    var _ = world.appeal(EMMA, kims, AppealReason.WRONG_DATE);
    world.allows(PETRA, kims);
    world.goTo("2026-08-02T09:00");

    assertThat(Told.ledger(world, kims)).noneMatch(row -> row.contains("released 2"));
    assertThat(Told.ledger(world, kims)).anyMatch(row -> row.contains("released 1"));
  }

  private ReferralId refusedKim() {
    var kims = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.declines(kims);
    world.goTo("2026-03-12T16:00");
    world.hears(hired("HR-9", "2026-05-01").of("kim@example.org"));
    world.refuses(PETRA, kims);
    return kims;
  }

  @Test
  void who_appeals_after_the_first_was_refused_hears_what_hr_says_from_then_on() {
    world.declines(emmas);
    world.goTo("2026-03-12T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).forReferral(emmas));
    world.refuses(PETRA, emmas);
    world.goTo("2026-03-14T17:00");
    assertThat(appeals()).isEqualTo(appealed(StateName.HELD));
    world.allows(PETRA, joriss);
    world.goTo("2026-06-10T09:00");
    world.hears(left(SAMS_HR_NUMBER, "2026-06-15"));
    world.goTo("2026-08-02T09:00");

    assertThat(Told.ledger(world, joriss))
        .filteredOn(row -> row.contains("released"))
        .containsExactly("2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29");
    assertThat(world.referral(emmas)).isInstanceOf(Referral.NotEligible.class);
  }

  @Test
  void who_joined_before_the_first_was_refused_hears_on_too_and_so_does_the_first_on_appeal() {
    world.declines(emmas);
    world.goTo("2026-03-12T16:00");
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).forReferral(emmas));
    world.goTo("2026-03-14T17:00");
    assertThat(appeals()).isEqualTo(appealed(StateName.HELD));
    world.refuses(PETRA, emmas);
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-06-01"));
    world.goTo("2026-03-17T09:00");
    var _ = world.appeal(EMMA, emmas, AppealReason.WRONG_DATE);
    world.hears(startMoved(SAMS_HR_NUMBER, "2026-07-01"));

    assertThat(Told.view(world, JORIS, joriss)).contains("held for 2026-07-01");
    assertThat(Told.view(world, EMMA, emmas)).contains("held for 2026-07-01");
  }

  @Test
  void the_record_tells_every_decision() {
    jorisAppealed();
    world.allows(PETRA, joriss);

    assertThat(Told.decisions(world, JORIS, joriss))
        .containsExactly(
            "2026-03-02 submission accepted by own-address, recruiter, not-in-service,"
                + " vacancy-unknown, vacancy-closed, vacancy-not-in-programme, programme-not-running,"
                + " programme-audience, programme-scope",
            "2026-03-12 hire earns-nothing not other-referral",
            "2026-03-14 appeal held because referred-first",
            "2026-03-25 settlement earns because referred-first");
    assertThat(Told.decisions(world, RUBEN, joriss))
        .isEqualTo(Told.decisions(world, JORIS, joriss));
  }
}
