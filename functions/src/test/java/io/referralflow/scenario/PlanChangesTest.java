package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.probationChanged;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.referral.Referral;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Plans that change after the hire.
class PlanChangesTest extends Story {

  @Nested
  class The_start_moves {

    @Test
    void later_before_the_first_release() {
      var sam = samIsHired();
      world.goTo("2026-04-20T10:00");
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18"));

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "hired; 1000.00 planned for 2026-05-18, 1000.00 planned for 2026-07-18;"
                  + " first working day by 2026-05-18");
      assertThat(world.runningLegs(sam)).containsExactly(2);
      assertThat(world.visited(sam, 1)).endsWith("More To Pay?", "Wait Until Due");

      world.goTo("2026-07-18T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-18T00:00 released 1 1000.00 due 2026-05-18 promised 2026-06-17",
              "2026-07-18T00:00 released 2 1000.00 due 2026-07-18 promised 2026-08-17");
      assertThat(Told.mails(world, sam))
          .filteredOn(mail -> mail.contains("plan changed"))
          .containsExactly("2026-04-20 plan changed to emma");
      assertThat(Told.timeline(world, EMMA, sam)).contains("2026-04-20 start moved");
    }

    @Test
    void later_on_the_very_day_before_it() {
      var sam = samIsHired();
      world.goTo("2026-04-30T23:59:59");
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-04"));

      world.goTo("2026-05-03T23:59:59");
      assertThat(Told.ledger(world, sam)).isEmpty();
      world.goTo("2026-05-04T00:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-04T00:00 released 1 1000.00 due 2026-05-04 promised 2026-06-03");
    }

    @Test
    void earlier_before_the_first_release() {
      var sam = samIsHired();
      world.goTo("2026-03-25T10:00");
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-04-01"));

      world.goTo("2026-07-01T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-04-01T00:00 released 1 1000.00 due 2026-04-01 promised 2026-05-01",
              "2026-06-01T00:00 released 2 1000.00 due 2026-06-01 promised 2026-07-01");
    }

    @Test
    void earlier_than_today() {
      var sam = samIsHired();
      world.goTo("2026-04-13T10:00");
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-04-01"));

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-04-13T10:00 released 1 1000.00 due 2026-04-01 promised 2026-05-01");
      assertThat(world.runningLegs(sam)).containsExactly(2);
    }

    @Test
    void later_after_the_first_release() {
      var sam = samIsAtWork();
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18"));

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "probation; 1000.00 released for 2026-05-01, 1000.00 planned for 2026-07-18;"
                  + " payment by 2026-05-29");
      world.goTo("2026-07-18T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-18T00:00 released 2 1000.00 due 2026-07-18 promised 2026-08-17");
    }

    @Test
    void earlier_after_the_first_release() {
      var sam = samIsAtWork();
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-04-20"));

      world.goTo("2026-06-20T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-06-20T00:00 released 2 1000.00 due 2026-06-20 promised 2026-07-20");
      assertThat(Told.mails(world, sam)).contains("2026-05-01 plan changed to emma");
    }
  }

  @Nested
  class Probation {

    @Test
    void becomes_longer() {
      var sam = samIsAtWork();
      world.goTo("2026-06-20T10:00");
      world.hears(probationChanged(SAMS_HR_NUMBER, "2026-08-31"));
      assertThat(Told.view(world, EMMA, sam)).contains("1000.00 planned for 2026-09-01");

      world.goTo("2026-09-01T10:00");
      assertThat(Told.ledger(world, sam))
          .last()
          .isEqualTo("2026-09-01T00:00 released 2 1000.00 due 2026-09-01 promised 2026-10-01");
      assertThat(Told.mails(world, sam)).contains("2026-06-20 plan changed to emma");
      assertThat(Told.timeline(world, EMMA, sam)).contains("2026-06-20 probation changed");
    }

    @Test
    void becomes_shorter() {
      var sam = samIsAtWork();
      world.hears(probationChanged(SAMS_HR_NUMBER, "2026-05-31"));

      world.goTo("2026-06-01T10:00");
      assertThat(Told.ledger(world, sam))
          .last()
          .isEqualTo("2026-06-01T00:00 released 2 1000.00 due 2026-06-01 promised 2026-07-01");
    }

    @Test
    void named_by_hr_stays_when_the_start_moves() {
      var sam = samIsHired();
      world.hears(probationChanged(SAMS_HR_NUMBER, "2026-06-30"));
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-05-18"));

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "hired; 1000.00 planned for 2026-05-18, 1000.00 planned for 2026-07-01;"
                  + " first working day by 2026-05-18");
    }

    @Test
    void changed_before_the_first_release_wakes_nobody() {
      var sam = samIsHired();
      world.hears(probationChanged(SAMS_HR_NUMBER, "2026-08-31"));

      assertThat(world.runningLegs(sam)).containsExactly(1);
      world.goTo("2026-09-01T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-09-01T00:00 released 2 1000.00 due 2026-09-01 promised 2026-10-01");
      assertThat(world.transitions(sam)).isEqualTo(17);
    }
  }

  @Nested
  class The_hire_is_cancelled {

    @Test
    void before_the_first_day() {
      world.hourly();
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hears(cancelled(SAMS_HR_NUMBER));

      // Until the day after, everything stands for Emma as it stood.
      world.goTo("2026-04-11T09:59");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "hired; 1000.00 planned for 2026-05-01, 1000.00 planned for 2026-07-01;"
                  + " first working day by 2026-05-01");
      assertThat(Told.view(world, RUBEN, sam))
          .isEqualTo(
              "hire cancelled; 1000.00 cancelled for 2026-05-01, 1000.00 cancelled for"
                  + " 2026-07-01; none");

      world.goTo("2026-04-11T10:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "ended; 1000.00 cancelled for 2026-05-01, 1000.00 cancelled for 2026-07-01; none");
      world.goTo("2027-01-01T10:00");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-04-11 ended to emma");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-04-10T10:00 cancelled 1 1000.00", "2026-04-10T10:00 cancelled 2 1000.00");
      assertThat(world.runningLegs(sam)).isEmpty();
      assertThat(world.store().waits().find(sam)).isEmpty();
    }

    @Test
    void after_the_first_day_only_what_was_not_released() {
      var sam = samIsAtWork();
      world.goTo("2026-05-11T10:00");
      world.hears(cancelled(SAMS_HR_NUMBER));

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-05-11T10:00 cancelled 2 1000.00");
      world.confirms(FATIMA, sam, 1, "2026-05-11");
    }
  }

  @Nested
  class Sam_leaves {

    @Test
    void during_probation_and_keeps_the_first_half() {
      world.hourly();
      var sam = samIsAtWork();
      world.goTo("2026-06-01T10:00");
      world.hears(left(SAMS_HR_NUMBER, "2026-06-15"));
      world.pass(Duration.ofHours(1));
      world.confirms(FATIMA, sam, 1, "2026-05-29");

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "probation; 1000.00 paid for 2026-05-01, 1000.00 planned for 2026-07-01;"
                  + " end of probation by 2026-07-01");
      world.goTo("2026-06-02T10:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 paid for 2026-05-01, 1000.00 cancelled for 2026-07-01; none");
      world.goTo("2027-01-01T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-06-01T10:00 cancelled 2 1000.00",
              "2026-06-01T11:00 paid 1 1000.00 on 2026-05-29 by fatima");
      assertThat(Told.mails(world, sam).subList(5, 9))
          .containsExactly(
              "2026-05-01 payout to finance",
              "2026-05-21 promise near to finance",
              "2026-06-01 paid to emma",
              "2026-06-02 ended to emma");
      assertThat(Told.timeline(world, EMMA, sam))
          .endsWith("2026-06-02 cancelled 2", "2026-06-02 ended probation");
    }

    @Test
    void on_the_last_day_of_probation_and_has_not_reached_its_end() {
      var sam = samIsAtWork();
      world.hears(left(SAMS_HR_NUMBER, "2026-06-30"));
      world.goTo("2026-07-02T10:00");

      assertThat(world.referral(sam)).isInstanceOf(Referral.Left.class);
      assertThat(Told.ledger(world, sam)).last().isEqualTo("2026-05-01T18:00 cancelled 2 1000.00");
    }

    @Test
    void on_the_day_after_probation_and_has_reached_its_end() {
      var sam = samIsAtWork();
      world.hears(left(SAMS_HR_NUMBER, "2026-07-01"));
      world.goTo("2026-07-02T10:00");

      assertThat(world.referral(sam)).isInstanceOf(Referral.Completed.class);
      assertThat(Told.ledger(world, sam))
          .last()
          .isEqualTo("2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
    }

    @Test
    void after_the_end_and_nothing_is_taken_back() {
      var sam = samIsAtWork();
      world.goTo("2026-09-01T10:00");
      var mails = Told.mails(world, sam);
      world.hears(left(SAMS_HR_NUMBER, "2026-06-01"));
      world.goTo("2026-10-01T10:00");

      assertThat(world.referral(sam)).isInstanceOf(Referral.Completed.class);
      assertThat(Told.ledger(world, sam)).hasSize(2);
      assertThat(Told.mails(world, sam)).isEqualTo(mails);
    }

    @Test
    void and_it_is_known_before_the_first_day() {
      var sam = samIsHired();
      world.goTo("2026-04-20T10:00");
      world.hears(left(SAMS_HR_NUMBER, "2026-05-31"));
      world.goTo("2026-08-01T10:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-04-20T10:00 cancelled 2 1000.00",
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29");
      assertThat(Told.mails(world, sam).subList(5, 8))
          .containsExactly(
              "2026-04-22 plan changed to emma",
              "2026-05-01 payout to finance",
              "2026-05-02 ended to emma");
    }

    @Test
    void and_comes_to_stay_after_all() {
      var sam = samIsAtWork();
      world.goTo("2026-06-01T10:00");
      world.hears(left(SAMS_HR_NUMBER, "2026-06-15"));
      world.goTo("2026-06-05T10:00");
      world.hears(left(SAMS_HR_NUMBER, "2028-12-31"));
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-06-01T10:00 cancelled 2 1000.00",
              "2026-06-05T10:00 revived 2 1000.00",
              "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31");
    }

    @Test
    void and_comes_to_stay_after_all_within_the_day_which_nobody_is_told() {
      world.hourly();
      var sam = samIsHired();
      world.goTo("2026-04-20T10:00");
      world.hears(left(SAMS_HR_NUMBER, "2026-05-31"));
      world.goTo("2026-04-20T15:00");
      world.hears(left(SAMS_HR_NUMBER, "2028-12-31"));
      world.goTo("2026-04-25T10:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-04-20T10:00 cancelled 2 1000.00", "2026-04-20T15:00 revived 2 1000.00");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-20 hired to emma");
    }

    @Test
    void and_the_hire_is_cancelled_too_which_is_told_once() {
      var sam = samIsHired();
      world.goTo("2026-04-10T10:00");
      world.hears(left(SAMS_HR_NUMBER, "2026-04-10"));
      world.goTo("2026-04-10T15:00");
      world.hears(cancelled(SAMS_HR_NUMBER));
      world.goTo("2026-05-10T15:00");

      assertThat(Told.mails(world, sam))
          .filteredOn(mail -> mail.contains("ended"))
          .isEqualTo(List.of("2026-04-12 ended to emma"));
    }
  }
}
