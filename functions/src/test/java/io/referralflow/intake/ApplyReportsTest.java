package io.referralflow.intake;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.HrReports.StoredReport;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.referral.Fact;
import io.referralflow.referral.HeldBecause;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.FaultyReferrals;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.Product;
import io.referralflow.scenario.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Applying what is stored of one HR number: in order, once, to the right referral.
class ApplyReportsTest {

  private static final HrNumber HR_1 = new HrNumber("HR-1");
  private static final String SAM = "sam@example.org";

  private final World world = World.on("2026-03-02T09:15");

  /// Stored, as by a try that died before it applied anything.
  private void isStored(HrMessage message) {
    var _ =
        world
            .ports()
            .hrReports()
            .receive(
                world.event(message),
                message.email().map(world.ports().seals()::person),
                world.now());
  }

  private boolean apply() {
    var belongs = world.product().applyReports.execute(HR_1);
    world.settle();
    return belongs;
  }

  private List<Report> reported(ReferralId id) {
    return world.facts(id).stream()
        .filter(Fact.Reported.class::isInstance)
        .map(fact -> ((Fact.Reported) fact).report())
        .toList();
  }

  private List<Boolean> applied() {
    return world.ports().hrReports().of(HR_1).reports().stream()
        .map(StoredReport::applied)
        .toList();
  }

  private boolean isUnfinished() {
    return world.ports().hrReports().unfinished(world.now().plusSeconds(1), 100).contains(HR_1);
  }

  @Nested
  class To_one_referral {

    private final ReferralId sam = world.refers(EMMA, SAM, JAVA_ENGINEER);

    @Test
    void nothing_reported_belongs_to_nobody() {
      assertThat(apply()).isFalse();
      assertThat(world.facts(sam)).hasSize(1);
    }

    @Test
    void a_hire_links_the_number_and_marks_the_report() {
      isStored(hired("HR-1", "2026-05-01").of(SAM));

      assertThat(apply()).isTrue();
      assertThat(world.ports().hrReports().of(HR_1).referral()).hasValue(sam);
      assertThat(applied()).containsExactly(true);
      assertThat(apply()).isTrue();
      assertThat(reported(sam)).hasSize(1);
    }

    @Test
    void the_hire_goes_first_and_the_others_follow_by_their_stamps() {
      var now = world.now();
      isStored(startMoved("HR-1", "2026-05-18").occurred(now.minusSeconds(60)));
      isStored(left("HR-1", "2027-05-18").occurred(now.minusSeconds(20)));
      isStored(hired("HR-1", "2026-05-01").of(SAM).occurred(now.minusSeconds(30).plusSeconds(60)));
      isStored(startMoved("HR-1", "2026-06-01").occurred(now.minusSeconds(40)));

      assertThat(apply()).isTrue();
      assertThat(reported(sam))
          .extracting(report -> report.getClass().getSimpleName() + report.stamp().occurredAt())
          .containsExactly(
              "Hired2026-03-02T08:15:30Z",
              "StartMoved2026-03-02T08:14:00Z",
              "StartMoved2026-03-02T08:14:20Z",
              "Ended2026-03-02T08:14:40Z");
      assertThat(applied()).containsExactly(true, true, true, true);
    }

    @Test
    void later_reports_follow_by_their_stamps_whatever_they_are() {
      isStored(hired("HR-1", "2026-05-01").of(SAM));
      assertThat(apply()).isTrue();
      world.goTo("2026-03-10T09:15");
      isStored(hired("HR-1", "2026-07-01").of(SAM).occurred(world.now().minusSeconds(10)));
      isStored(cancelled("HR-1").occurred(world.now().minusSeconds(20)));

      assertThat(apply()).isTrue();
      assertThat(reported(sam).subList(1, 3))
          .hasExactlyElementsOfTypes(Report.Cancelled.class, Report.Hired.class);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    }

    @Test
    void the_first_hire_of_several_by_its_stamp_decides_who_gets_it() {
      var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
      isStored(hired("HR-1", "2026-05-01").of("ada@example.org").occurred(world.now()));
      isStored(hired("HR-1", "2026-05-01").of(SAM).occurred(world.now().plusSeconds(60)));

      assertThat(apply()).isTrue();
      assertThat(world.referral(ada)).isInstanceOf(Referral.Hired.class);
      assertThat(reported(ada)).hasSize(2);
      assertThat(world.referral(sam)).isInstanceOf(Referral.AlreadyKnown.class);
    }

    @Test
    void a_hire_that_points_nowhere_leaves_it_to_the_next() {
      isStored(
          hired("HR-1", "2026-05-01")
              .forReferral(new ReferralId("nosuchreferral000000000000"))
              .occurred(world.now()));
      isStored(hired("HR-1", "2026-05-01").of(SAM).occurred(world.now().plusSeconds(60)));

      assertThat(apply()).isTrue();
      assertThat(reported(sam)).hasSize(2);
    }

    @Test
    void a_referral_that_counts_no_more_gets_no_hire_although_hr_names_it() {
      world.accepts(sam);
      world.goTo("2027-03-02T09:15");
      isStored(hired("HR-1", "2027-05-01").forReferral(sam));

      assertThat(apply()).isFalse();
      assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
    }

    @Test
    void a_referral_number_that_is_none_is_no_error() {
      var message = hired("HR-1", "2026-05-01").of(SAM);
      isStored(
          new HrMessage(
              message.saying(),
              "HR-1",
              Optional.empty(),
              Optional.empty(),
              message.email(),
              Optional.empty(),
              Optional.of("Not a number!")));

      assertThat(apply()).isFalse();
    }

    @Test
    void what_belongs_to_nobody_is_settled_so_that_nobody_looks_again() {
      isStored(startMoved("HR-1", "2026-05-18"));
      assertThat(isUnfinished()).isTrue();

      assertThat(apply()).isFalse();
      assertThat(isUnfinished()).isFalse();
      assertThat(applied()).containsExactly(false);
    }

    @Test
    void what_was_settled_is_applied_once_the_hire_is_there() {
      world.hearsInVain(startMoved("HR-1", "2026-05-18"));
      world.hears(hired("HR-1", "2026-05-01").of(SAM).occurred(world.now().minusSeconds(1)));

      assertThat(reported(sam))
          .hasExactlyElementsOfTypes(Report.Hired.class, Report.StartMoved.class);
    }

    @Test
    void a_start_of_long_ago_is_listed_and_settled_and_the_rest_is_applied() {
      isStored(hired("HR-1", "2026-05-01").of(SAM));
      isStored(startMoved("HR-1", "2025-03-01").named("wrong"));

      assertThat(apply()).isTrue();
      assertThat(reported(sam)).hasSize(1);
      assertThat(world.failures()).containsExactly("event dates-contradict");
      assertThat(isUnfinished()).isFalse();
    }

    @Test
    void a_hire_of_long_ago_alone_gives_the_number_to_nobody() {
      isStored(hired("HR-1", "2025-03-01").of(SAM));

      assertThat(apply()).isFalse();
      assertThat(world.ports().hrReports().of(HR_1).referral()).isEmpty();
      assertThat(world.facts(sam)).hasSize(1);
      assertThat(isUnfinished()).isFalse();
      assertThat(world.ports().failures().list(new Page.Request(9, Optional.empty())).items())
          .singleElement()
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo("dates-contradict"));
    }

    @Test
    void a_start_of_just_a_year_ago_is_meant() {
      isStored(hired("HR-1", "2025-03-02").of(SAM));

      assertThat(apply()).isTrue();
      assertThat(world.failures()).isEmpty();
    }

    @Test
    void after_the_withdrawal_from_a_hire_the_number_still_finds_the_referral() {
      isStored(hired("HR-1", "2026-05-01").of(SAM));
      assertThat(apply()).isTrue();
      world.withdraws(sam);
      isStored(startMoved("HR-1", "2026-05-18"));

      assertThat(apply()).isTrue();
      assertThat(reported(sam)).hasSize(2);
    }

    @Test
    void what_the_state_does_not_take_any_more_is_settled() {
      isStored(hired("HR-0001", "2026-05-01").of(SAM));
      var belongs = world.product().applyReports.execute(new HrNumber("HR-0001"));
      assertThat(belongs).isTrue();
      assertThat(world.referral(sam)).isInstanceOf(Referral.NotEligible.class);
      isStored(startMoved("HR-0001", "2026-06-01"));

      assertThat(world.product().applyReports.execute(new HrNumber("HR-0001"))).isTrue();
      assertThat(world.ports().hrReports().unfinished(world.now().plus(Duration.ofDays(1)), 100))
          .isEmpty();
      assertThat(reported(sam)).hasSize(1);
    }

    @Test
    void a_referrer_hired_for_a_referral_held_as_too_late_earns_nothing() {
      isStored(hired("HR-0001", "2026-05-01").of(SAM).occurred(world.now().minusSeconds(60)));
      assertThat(world.product().applyReports.execute(new HrNumber("HR-0001"))).isTrue();

      assertThat(world.referral(sam)).isInstanceOf(Referral.NotEligible.class);
    }

    @Test
    void a_referrer_is_judged_at_the_first_hire_only() {
      isStored(hired("HR-1", "2026-05-01").of(SAM));
      assertThat(apply()).isTrue();
      isStored(hired("HR-0001", "2026-06-01").of(SAM));

      assertThat(world.product().applyReports.execute(new HrNumber("HR-0001"))).isTrue();
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    }

    @Test
    void a_hire_after_a_rejection_is_held_for_that() {
      world.accepts(sam);
      world.rejects(RUBEN, sam, RejectionReason.OTHER);
      isStored(hired("HR-1", "2026-05-01").of(SAM));

      assertThat(apply()).isTrue();
      assertThat(world.referral(sam))
          .isInstanceOfSatisfying(
              Referral.Held.class,
              held -> assertThat(held.because()).isEqualTo(HeldBecause.HIRED_AFTER_END));
    }
  }

  @Nested
  class With_others_of_the_same_person {

    private final ReferralId emmas = world.refers(EMMA, SAM, JAVA_ENGINEER);
    private final ReferralId joriss = world.refers(JORIS, SAM, DATA_ENGINEER);

    @Test
    void they_end_when_the_hire_is_attributed() {
      isStored(hired("HR-1", "2026-05-01").of(SAM));

      assertThat(apply()).isTrue();
      assertThat(world.facts(joriss)).last().isEqualTo(new Fact.Outrun(world.now(), emmas));
      assertThat(world.referral(emmas)).isInstanceOf(Referral.Hired.class);
    }

    @Test
    void they_end_also_when_the_winner_is_named_without_an_address() {
      isStored(hired("HR-1", "2026-05-01").forReferral(joriss));

      assertThat(apply()).isTrue();
      assertThat(world.referral(emmas)).isInstanceOf(Referral.AlreadyKnown.class);
    }

    @Test
    void those_of_another_address_that_the_event_names_end_too() {
      var ada = world.refers(JORIS, "ada@example.org", JAVA_ENGINEER);
      isStored(hired("HR-1", "2026-05-01").of("ada@example.org").forReferral(emmas));

      assertThat(apply()).isTrue();
      assertThat(world.referral(ada)).isInstanceOf(Referral.AlreadyKnown.class);
      assertThat(world.referral(joriss)).isInstanceOf(Referral.AlreadyKnown.class);
    }

    @Test
    void one_that_ended_by_itself_stays_as_it_ended() {
      world.declines(joriss);
      isStored(hired("HR-1", "2026-05-01").of(SAM));

      assertThat(apply()).isTrue();
      assertThat(world.referral(joriss)).isInstanceOf(Referral.Declined.class);
    }

    @Test
    void they_go_on_while_no_hire_stands() {
      isStored(hired("HR-1", "2025-01-01").of(SAM));

      assertThat(apply()).isFalse();
      assertThat(world.referral(joriss)).isInstanceOf(Referral.Invited.class);
    }

    @Test
    void they_end_when_the_winner_is_held() {
      isStored(hired("HR-1", "2026-05-01").of(SAM).occurred(world.now().minusSeconds(60)));

      assertThat(apply()).isTrue();
      assertThat(world.referral(emmas)).isInstanceOf(Referral.Held.class);
      assertThat(world.referral(joriss)).isInstanceOf(Referral.AlreadyKnown.class);
    }

    @Test
    void a_try_that_died_before_ending_them_is_made_good_by_the_next() {
      isStored(hired("HR-1", "2026-05-01").of(SAM));
      var sound = world.ports().referrals();
      var dying =
          new Product(
              world
                  .ports()
                  .withReferrals(
                      new FaultyReferrals() {
                        @Override
                        public Referrals sound() {
                          return sound;
                        }

                        @Override
                        public Committed commit(Change change) {
                          if (change.after().id().equals(joriss)) {
                            throw new IllegalStateException("killed");
                          }
                          return sound.commit(change);
                        }
                      }));
      assertThatThrownBy(() -> dying.applyReports.execute(HR_1)).hasMessage("killed");
      assertThat(world.referral(joriss)).isInstanceOf(Referral.Invited.class);

      assertThat(apply()).isTrue();
      assertThat(world.referral(joriss)).isInstanceOf(Referral.AlreadyKnown.class);
    }
  }

  @Nested
  class Together_with_others {

    private final ReferralId sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
    private final List<Change> changes = new ArrayList<>();

    private Product interruptedBy(Runnable other) {
      var sound = world.ports().referrals();
      return new Product(
          world
              .ports()
              .withReferrals(
                  new FaultyReferrals() {
                    @Override
                    public Referrals sound() {
                      return sound;
                    }

                    @Override
                    public Committed commit(Change change) {
                      changes.add(change);
                      if (changes.size() == 1) {
                        other.run();
                      }
                      return sound.commit(change);
                    }
                  }));
    }

    @Test
    void a_change_that_came_first_is_taken_into_account() {
      isStored(hired("HR-1", "2026-05-01").of(SAM));
      world.streamStops();
      var product = interruptedBy(() -> world.accepts(sam));

      assertThat(product.applyReports.execute(HR_1)).isTrue();
      assertThat(changes).hasSize(2);
      assertThat(changes.get(1).before().orElseThrow().referral())
          .isInstanceOf(Referral.Screening.class);
    }

    @Test
    void the_same_reports_applied_by_another_at_the_same_time_are_applied_once() {
      isStored(hired("HR-1", "2026-05-01").of(SAM).named("the-hire"));
      var product = interruptedBy(() -> assertThat(apply()).isTrue());

      assertThat(product.applyReports.execute(HR_1)).isTrue();
      assertThat(reported(sam)).hasSize(1);
    }

    @Test
    void a_number_that_another_referral_got_first_is_left_to_it() {
      var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
      isStored(hired("HR-1", "2026-05-01").of(SAM).occurred(world.now()));
      var product =
          interruptedBy(() -> {
            isStored(
                hired("HR-1", "2026-05-01")
                    .of("ada@example.org")
                    .occurred(world.now().minusSeconds(1)));
            assertThat(apply()).isTrue();
          });

      assertThat(product.applyReports.execute(HR_1)).isTrue();
      assertThat(world.ports().hrReports().of(HR_1).referral()).hasValue(ada);
      assertThat(world.facts(sam)).noneMatch(Fact.Reported.class::isInstance);
    }

    @Test
    void the_transaction_marks_reports_and_links_the_number_once() {
      isStored(hired("HR-1", "2026-05-01").of(SAM).named("a"));
      isStored(startMoved("HR-1", "2026-05-18").named("b"));
      var product = interruptedBy(() -> {});
      assertThat(product.applyReports.execute(HR_1)).isTrue();
      assertThat(changes.getFirst().companions())
          .containsExactly(
              new Companion.ReportApplied(HR_1, "a"),
              new Companion.ReportApplied(HR_1, "b"),
              new Companion.HireLinked(HR_1));
      assertThat(changes.getFirst().operation().value()).isEqualTo("apply:HR-1:a,b");

      isStored(startMoved("HR-1", "2026-05-25").named("c"));
      assertThat(product.applyReports.execute(HR_1)).isTrue();
      assertThat(changes.getLast().companions())
          .containsExactly(new Companion.ReportApplied(HR_1, "c"));
    }
  }
}
