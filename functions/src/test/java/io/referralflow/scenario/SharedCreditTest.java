package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.hire.Background;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Several people refer Sam under terms with another rule than that the first one earns (S28).
class SharedCreditTest extends Story {

  private static final Background APPLIED_ON_10_MARCH =
      new Background(Optional.of(LocalDate.parse("2026-03-10")), Optional.empty());

  private void rule(Credit credit) {
    world.changesRules(PETRA, new RuleBook(Set.of(), 0, credit, 28));
  }

  @Nested
  class The_last_before_the_application {

    private ReferralId first;
    private ReferralId second;
    private ReferralId third;

    @BeforeEach
    void are_referred() {
      rule(Credit.LAST_BEFORE_APPLICATION);
      first = world.refers(EMMA, SAM, JAVA_ENGINEER);
      world.goTo("2026-03-10T09:00");
      second = world.refers(JORIS, SAM, JAVA_ENGINEER);
      world.goTo("2026-03-11T09:00");
      third = world.refers(FATIMA, SAM, JAVA_ENGINEER);
      world.goTo("2026-03-12T16:00");
    }

    @Test
    void earns_where_hr_names_the_application() {
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01", APPLIED_ON_10_MARCH).of(SAM));

      assertThat(world.referral(second)).isInstanceOf(Referral.Hired.class);
      assertThat(world.referral(first)).isInstanceOf(Referral.AlreadyKnown.class);
      assertThat(world.referral(third)).isInstanceOf(Referral.AlreadyKnown.class);
    }

    @Test
    void is_the_last_before_the_hire_where_hr_names_none() {
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      assertThat(world.referral(third)).isInstanceOf(Referral.Hired.class);
    }

    @Test
    void is_the_first_of_all_where_the_application_came_before_them() {
      var before = new Background(Optional.of(LocalDate.parse("2026-03-01")), Optional.empty());
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01", before).of(SAM));

      assertThat(world.referral(first)).isInstanceOf(Referral.Hired.class);
    }
  }

  @Nested
  class Equal_parts {

    private ReferralId emmas;
    private ReferralId joriss;

    @BeforeEach
    void are_referred() {
      rule(Credit.SPLIT_EQUALLY);
      emmas = samIsReferred();
      joriss = world.refers(JORIS, SAM, JAVA_ENGINEER);
    }

    private void areHired() {
      world.accepts(emmas);
      world.goTo("2026-03-12T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    }

    @Test
    void are_paid_to_each_of_them() {
      areHired();
      world.goTo("2026-07-02T09:00");

      for (var id : List.of(emmas, joriss)) {
        assertThat(Told.ledger(world, id))
            .containsExactly(
                "2026-05-01T00:00 released 1 500.00 due 2026-05-01 promised 2026-05-29",
                "2026-07-01T00:00 released 2 500.00 due 2026-07-01 promised 2026-07-31");
      }
      world.confirms(FATIMA, emmas, 1, "2026-05-20");
      world.confirms(FATIMA, joriss, 1, "2026-05-20");
      assertThat(Told.ledger(world, joriss)).anyMatch(row -> row.contains("paid 1 500.00"));
    }

    @Test
    void are_told_to_each_without_who_else() {
      areHired();

      assertThat(Told.view(world, EMMA, emmas))
          .isEqualTo(
              "hired; 500.00 planned for 2026-05-01, 500.00 planned for 2026-07-01;"
                  + " first working day by 2026-05-01");
      assertThat(Told.view(world, JORIS, joriss)).isEqualTo(Told.view(world, EMMA, emmas));
      assertThat(Told.timeline(world, JORIS, joriss)).contains("2026-03-12 shared");
      assertThat(Told.mails(world, joriss)).contains("2026-03-12 hired to joris");
    }

    @Test
    void follow_what_hr_says_afterwards() {
      areHired();
      world.goTo("2026-04-01T09:00");
      world.hears(startMoved(SAMS_HR_NUMBER, "2026-06-01"));
      world.goTo("2026-06-10T09:00");
      world.hears(left(SAMS_HR_NUMBER, "2026-06-30"));
      world.goTo("2026-09-01T09:00");

      for (var id : List.of(emmas, joriss)) {
        assertThat(Told.ledger(world, id))
            .containsExactly(
                "2026-06-01T00:00 released 1 500.00 due 2026-06-01 promised 2026-07-01",
                "2026-06-10T09:00 cancelled 2 500.00");
        assertThat(world.referral(id)).isInstanceOf(Referral.Left.class);
      }
    }

    @Test
    void follow_a_cancelled_hire_and_its_revival() {
      areHired();
      world.goTo("2026-04-01T09:00");
      world.hears(cancelled(SAMS_HR_NUMBER));
      assertThat(world.referral(joriss)).isInstanceOf(Referral.HireCancelled.class);
      world.goTo("2026-04-03T09:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-06-01").of(SAM));

      assertThat(world.referral(emmas)).isInstanceOf(Referral.Hired.class);
      assertThat(world.referral(joriss)).isInstanceOf(Referral.Hired.class);
      world.goTo("2026-08-02T09:00");
      assertThat(world.referral(joriss)).isInstanceOf(Referral.Completed.class);
    }

    @Test
    void have_one_history_also_of_what_changed_nothing() {
      var movedBefore = startMoved(SAMS_HR_NUMBER, "2026-06-01").occurred(world.now());
      areHired();
      world.goTo("2026-03-13T09:00");
      world.hears(movedBefore);

      for (var id : List.of(emmas, joriss)) {
        var heard = world.facts(id).stream().filter(Fact.Reported.class::isInstance).toList();
        assertThat(heard).hasSize(2);
      }
      assertThat(Told.view(world, EMMA, emmas)).contains("500.00 planned for 2026-05-01");
    }

    @Test
    void are_not_for_a_referral_after_the_hire_or_for_another_vacancy() {
      world.takesBack(JORIS, joriss);
      var otherVacancy = world.refers(JORIS, SAM, DATA_ENGINEER);
      var hire =
          hired(SAMS_HR_NUMBER, "2026-05-01")
              .of(SAM)
              .forVacancy(JAVA_ENGINEER)
              .occurred(world.now());
      world.goTo("2026-03-05T09:00");
      var late = world.refers(FATIMA, SAM, JAVA_ENGINEER);
      world.goTo("2026-03-06T09:00");
      world.hears(hire);

      assertThat(Told.view(world, EMMA, emmas)).startsWith("hired; 1000.00 planned");
      assertThat(world.referral(otherVacancy)).isInstanceOf(Referral.AlreadyKnown.class);
      assertThat(world.referral(late)).isInstanceOf(Referral.AlreadyKnown.class);
    }

    @Test
    void leave_the_part_of_one_who_withdrew_out_of_it() {
      world.takesBack(JORIS, joriss);
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      assertThat(Told.view(world, EMMA, emmas)).startsWith("hired; 1000.00 planned");
      assertThat(Told.timeline(world, EMMA, emmas)).doesNotContain("2026-03-02 shared");
    }
  }

  @Test
  void written_shares_go_by_receipt_and_the_later_ones_get_nothing() {
    rule(new Credit.SplitByShares(List.of(70, 30)));
    var first = world.refers(EMMA, SAM, JAVA_ENGINEER);
    var second = world.refers(JORIS, SAM, JAVA_ENGINEER);
    var third = world.refers(FATIMA, SAM, JAVA_ENGINEER);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    assertThat(Told.view(world, EMMA, first)).startsWith("hired; 700.00 planned");
    assertThat(Told.view(world, JORIS, second)).startsWith("hired; 300.00 planned");
    assertThat(StateName.of(world.referral(third))).isEqualTo(StateName.ALREADY_KNOWN);
  }

  @Test
  void the_rule_of_the_earliest_referral_counts_whatever_the_terms_say_since() {
    var first = samIsReferred();
    rule(Credit.SPLIT_EQUALLY);
    var second = world.refers(JORIS, SAM, JAVA_ENGINEER);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

    assertThat(Told.view(world, EMMA, first)).startsWith("hired; 1000.00 planned");
    assertThat(world.referral(second)).isInstanceOf(Referral.AlreadyKnown.class);
  }

  @Test
  void nobody_sees_a_difference_before_the_hire() {
    rule(Credit.SPLIT_EQUALLY);
    var emmas = samIsReferred();
    var before = Told.view(world, EMMA, emmas);
    var _ = world.refers(JORIS, SAM, JAVA_ENGINEER);

    assertThat(Told.view(world, EMMA, emmas)).isEqualTo(before);
    assertThat(Told.timeline(world, RUBEN, emmas)).noneMatch(line -> line.contains("shared"));
  }
}
