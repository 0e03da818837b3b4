package io.referralflow.submission;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.fake.InMemoryWorld;
import io.referralflow.port.BadCursor;
import io.referralflow.port.Page;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.scenario.People;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.ListOwnReferrals.Line;
import io.referralflow.submission.ReadReferral.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Who sees what of a referral.
class ReadReferralTest {

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  private Reading read(Caller caller) {
    return world.product().readReferral.execute(caller, sam);
  }

  @Test
  void its_referrer_sees_it_with_the_name_and_nothing_more_of_the_candidate() {
    assertThat(read(EMMA))
        .isInstanceOfSatisfying(
            Reading.Own.class,
            own -> {
              assertThat(own.referral()).isEqualTo(world.referral(sam));
              assertThat(own.candidateName()).hasValue("Sam Smit");
              assertThat(own.view().state()).isEqualTo(StateName.INVITED);
              assertThat(own.view().timeline())
                  .extracting(TimelineEntry::kind)
                  .containsExactly(TimelineEntry.Kind.SUBMITTED, TimelineEntry.Kind.INVITED);
            });
  }

  @Test
  void a_recruiter_and_a_programme_manager_see_all_of_it() {
    for (var caller : List.of(RUBEN, PETRA)) {
      assertThat(read(caller))
          .isInstanceOfSatisfying(
              Reading.Whole.class,
              whole -> {
                assertThat(whole.candidate()).hasValue(World.candidate("sam@example.org"));
                assertThat(whole.referrerName()).isEqualTo("Emma Jansen");
                assertThat(whole.referral()).isEqualTo(world.referral(sam));
              });
    }
  }

  @Test
  void for_everybody_else_it_does_not_exist() {
    assertThat(read(JORIS)).isEqualTo(new Reading.NotFound());
    assertThat(read(FATIMA)).isEqualTo(new Reading.NotFound());
    assertThat(
            world
                .product()
                .readReferral
                .execute(RUBEN, new ReferralId("nosuchreferral000000000000")))
        .isEqualTo(new Reading.NotFound());
  }

  @Test
  void whoever_referred_sees_it_as_the_referrer_whatever_else_they_are() {
    world.accepts(sam);
    world.rejects(RUBEN, sam, RejectionReason.SKILLS);

    assertThat(read(People.as(EMMA, Role.PROGRAMME_MANAGER)))
        .isInstanceOfSatisfying(
            Reading.Own.class,
            own -> assertThat(own.view().state()).isEqualTo(StateName.SCREENING));
    assertThat(read(PETRA))
        .isInstanceOfSatisfying(
            Reading.Whole.class,
            whole -> assertThat(whole.view().state()).isEqualTo(StateName.REJECTED));
  }

  @Test
  void a_withdrawn_candidate_is_shown_to_nobody_from_that_moment() {
    world.streamStops();
    world.withdraws(sam);
    assertThat(world.store().knowsCandidate(sam)).isTrue();

    assertThat(read(EMMA))
        .isInstanceOfSatisfying(
            Reading.Own.class, own -> assertThat(own.candidateName()).isEmpty());
    assertThat(read(RUBEN))
        .isInstanceOfSatisfying(
            Reading.Whole.class, whole -> assertThat(whole.candidate()).isEmpty());
    assertThat(list(20, Optional.empty()).items())
        .extracting(Line::candidateName)
        .containsExactly(Optional.empty());
  }

  @Test
  void a_referrer_without_a_row_has_no_name() {
    var product =
        new ReadReferral(
            world.ports().referrals(),
            world.ports().candidates(),
            new InMemoryWorld().employees(),
            world.ports().workingDays(),
            world.ports().clock());

    assertThat(product.execute(RUBEN, sam))
        .isInstanceOfSatisfying(
            Reading.Whole.class, whole -> assertThat(whole.referrerName()).isEmpty());
  }

  private Page<Line> list(int limit, Optional<String> cursor) {
    return world
        .product()
        .listOwnReferrals
        .execute(EMMA.employee(), new Page.Request(limit, cursor));
  }

  @Nested
  class The_own_list {

    @Test
    void is_newest_first_and_comes_in_parts() {
      world.goTo("2026-03-03T09:15");
      var ada = world.refers(EMMA, "ada@example.org", DATA_ENGINEER);
      var _ = world.refers(JORIS, "sam@example.org", JAVA_ENGINEER);

      var first = list(1, Optional.empty());
      assertThat(first.items())
          .containsExactly(
              new Line(
                  world.referral(ada).particulars(), StateName.INVITED, Optional.of("Ada Smit")));
      var second = list(1, first.next());
      assertThat(second.items())
          .containsExactly(
              new Line(
                  world.referral(sam).particulars(), StateName.INVITED, Optional.of("Sam Smit")));
      assertThat(second.next()).isEmpty();
    }

    @Test
    void shows_what_the_referrer_may_know() {
      world.accepts(sam);
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);
      assertThat(list(20, Optional.empty()).items())
          .extracting(Line::state)
          .containsExactly(StateName.SCREENING);

      world.goTo("2026-03-03T09:15");
      assertThat(list(20, Optional.empty()).items())
          .extracting(Line::state)
          .containsExactly(StateName.ENDED);
    }

    @Test
    void lists_no_name_whose_data_is_gone() {
      world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
      world.goTo("2026-05-02T09:15");

      assertThat(list(20, Optional.empty()).items())
          .extracting(Line::candidateName)
          .containsExactly(Optional.empty());
    }

    @Test
    void refuses_a_cursor_of_nothing() {
      assertThatThrownBy(() -> list(20, Optional.of("nonsense"))).isInstanceOf(BadCursor.class);
    }
  }
}
