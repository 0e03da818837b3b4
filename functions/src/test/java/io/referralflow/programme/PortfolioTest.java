package io.referralflow.programme;

import static io.referralflow.programme.ProgrammeFixtures.PETRA;
import static io.referralflow.programme.ProgrammeFixtures.ongoing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.eligibility.Rule;
import io.referralflow.programme.Portfolio.Choice;
import io.referralflow.programme.Programme.Status;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Which programme a referral belongs to.
class PortfolioTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 5, 31);
  private static final LocalDate DAY = LocalDate.of(2026, 4, 15);
  private static final Optional<VacancyId> JAVA = Optional.of(new VacancyId("java-engineer"));
  private static final VacancyId LEFT_OUT = new VacancyId("platform-lead");

  private static final Standing INSIDE = new Standing(false);
  private static final Standing OUTSIDE = new Standing(true);
  private static final Standing IN_IT =
      new Standing(false, Optional.of("IT"), Optional.of("Platform"));

  private static final Programme ACTION = ProgrammeFixtures.action("spring", FIRST, LAST);
  private static final Programme EXTERNAL = ongoing("alumni", Audience.EXTERNAL, Scope.EVERYBODY);

  private static Portfolio of(Programme... programmes) {
    return Arrays.stream(programmes).reduce(Portfolio.UNTOUCHED, Portfolio::with, (one, _) -> one);
  }

  private static String chosen(Portfolio portfolio, Standing person, LocalDate day) {
    return portfolio.choose(person, JAVA, day) instanceof Choice.Chosen(var programme)
        ? programme.id().value()
        : "none";
  }

  private static Choice refused(Rule rule) {
    return new Choice.Refused(rule);
  }

  @Nested
  class The_standing_programme {

    @Test
    void is_there_before_anybody_makes_one() {
      assertThat(Portfolio.UNTOUCHED.programmes()).containsExactly(Programme.STANDING);
      assertThat(chosen(Portfolio.UNTOUCHED, INSIDE, DAY)).isEqualTo("programme");
      assertThat(Programme.STANDING.isAction()).isFalse();
    }

    @Test
    void is_for_the_people_of_the_organisation() {
      assertThat(Portfolio.UNTOUCHED.choose(OUTSIDE, JAVA, DAY))
          .isEqualTo(refused(Rule.PROGRAMME_AUDIENCE));
    }

    @Test
    void can_be_retired_as_any_other() {
      var none = of(Programme.STANDING.in(Status.RETIRED, PETRA));

      assertThat(none.programmes()).hasSize(1);
      assertThat(none.choose(INSIDE, JAVA, DAY)).isEqualTo(refused(Rule.PROGRAMME_NOT_RUNNING));
    }
  }

  @Nested
  class A_referral_belongs {

    @Test
    void to_an_action_from_its_first_day_to_its_last() {
      var portfolio = of(ACTION);

      assertThat(chosen(portfolio, IN_IT, FIRST.minusDays(1))).isEqualTo("programme");
      assertThat(chosen(portfolio, IN_IT, FIRST)).isEqualTo("spring");
      assertThat(chosen(portfolio, IN_IT, LAST)).isEqualTo("spring");
      assertThat(chosen(portfolio, IN_IT, LAST.plusDays(1))).isEqualTo("programme");
    }

    @Test
    void to_an_action_before_an_ongoing_programme_of_a_narrower_scope() {
      var portfolio = of(ACTION, ProgrammeFixtures.ofTeam("team", "Platform"));

      assertThat(chosen(portfolio, IN_IT, DAY)).isEqualTo("spring");
      assertThat(chosen(portfolio, IN_IT, LAST.plusDays(1))).isEqualTo("team");
    }

    @Test
    void to_the_narrower_scope_of_two() {
      var portfolio =
          of(
              ongoing("a-department", Audience.INTERNAL, new Scope.Department("IT")),
              ProgrammeFixtures.ofTeam("z-team", "Platform"));

      assertThat(chosen(portfolio, IN_IT, DAY)).isEqualTo("z-team");
      assertThat(
              chosen(portfolio, new Standing(false, Optional.of("IT"), Optional.of("Data")), DAY))
          .isEqualTo("a-department");
      assertThat(chosen(portfolio, INSIDE, DAY)).isEqualTo("programme");
    }

    @Test
    void to_the_one_that_began_later_and_then_to_the_first_by_id() {
      var portfolio =
          of(
              ongoing("b", Audience.INTERNAL, Scope.EVERYBODY),
              ongoing("c", Audience.INTERNAL, Scope.EVERYBODY));

      assertThat(chosen(portfolio, INSIDE, DAY)).isEqualTo("b");
    }

    @Test
    void to_one_that_is_for_the_referrer() {
      var portfolio = of(EXTERNAL);

      assertThat(chosen(portfolio, INSIDE, DAY)).isEqualTo("programme");
      assertThat(chosen(portfolio, OUTSIDE, DAY)).isEqualTo("alumni");
    }

    @Test
    void to_one_that_the_vacancy_is_in() {
      var portfolio = of(ACTION);

      assertThat(portfolio.choose(IN_IT, Optional.of(LEFT_OUT), DAY))
          .isEqualTo(new Choice.Chosen(Programme.STANDING));
      assertThat(portfolio.choose(IN_IT, Optional.empty(), DAY))
          .isEqualTo(new Choice.Chosen(ACTION));
    }
  }

  @Nested
  class Refused_is_a_referral {

    @Test
    void of_somebody_beyond_the_scope() {
      var narrow =
          of(
              Programme.STANDING.in(Status.RETIRED, PETRA),
              ProgrammeFixtures.ofTeam("team", "Platform"));

      assertThat(narrow.choose(INSIDE, JAVA, DAY)).isEqualTo(refused(Rule.PROGRAMME_SCOPE));
    }

    @Test
    void for_a_vacancy_that_is_left_out_of_all() {
      var leaving =
          of(
              new Programme(
                  ProgrammeId.STANDING,
                  "All",
                  Audience.INTERNAL,
                  Scope.EVERYBODY,
                  FIRST,
                  Optional.empty(),
                  Set.of(LEFT_OUT),
                  Status.PUBLISHED,
                  List.of(),
                  Optional.empty()));

      assertThat(leaving.choose(INSIDE, Optional.of(LEFT_OUT), DAY))
          .isEqualTo(refused(Rule.VACANCY_NOT_IN_PROGRAMME));
    }

    @Test
    void by_what_is_not_published() {
      for (var status : List.of(Status.DRAFT, Status.PREVIEW, Status.RETIRED)) {
        assertThat(chosen(of(ACTION.in(status, PETRA)), IN_IT, DAY)).isEqualTo("programme");
      }
    }
  }

  @Test
  void asks_where_people_work_only_while_a_narrower_one_runs() {
    assertThat(Portfolio.UNTOUCHED.asksWhere(DAY)).isFalse();
    assertThat(of(EXTERNAL).asksWhere(DAY)).isFalse();
    assertThat(of(ACTION).asksWhere(DAY)).isTrue();
    assertThat(of(ACTION).asksWhere(LAST.plusDays(1))).isFalse();
    assertThat(of(ACTION.in(Status.PREVIEW, PETRA)).asksWhere(DAY)).isFalse();
  }

  @Test
  void offers_outside_what_an_external_programme_holds() {
    var java = new VacancyId("java-engineer");
    var retired = of(EXTERNAL.in(Status.RETIRED, PETRA));

    assertThat(Portfolio.UNTOUCHED.offersOutside(java, DAY)).isFalse();
    assertThat(of(EXTERNAL).offersOutside(java, DAY)).isTrue();
    assertThat(retired.offersOutside(java, DAY)).isFalse();
    assertThat(retired.everOfferedOutside(java)).isTrue();
    assertThat(of(ACTION).everOfferedOutside(LEFT_OUT)).isFalse();
    assertThat(of(EXTERNAL.in(Status.PREVIEW, PETRA)).everOfferedOutside(java)).isFalse();
  }

  @Test
  void a_programme_does_not_end_before_it_starts() {
    assertThatThrownBy(() -> ProgrammeFixtures.action("wrong", LAST, FIRST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A programme does not end before it starts");
    assertThat(ProgrammeFixtures.action("one-day", FIRST, FIRST).runsOn(FIRST)).isTrue();
  }

  @Test
  void what_is_published_concerns_whom_it_is_for() {
    assertThat(EXTERNAL.concerns(true, false, false)).isTrue();
    assertThat(EXTERNAL.concerns(false, false, false)).isFalse();
    assertThat(EXTERNAL.concerns(false, true, false)).isTrue();
    assertThat(EXTERNAL.in(Status.RETIRED, PETRA).concerns(true, false, false)).isTrue();
  }

  @Test
  void a_preview_is_for_whoever_has_a_role_and_a_draft_for_programme_managers() {
    var preview = EXTERNAL.in(Status.PREVIEW, PETRA);
    var draft = EXTERNAL.in(Status.DRAFT, PETRA);

    assertThat(preview.concerns(true, false, false)).isFalse();
    assertThat(preview.concerns(false, true, false)).isTrue();
    assertThat(draft.concerns(false, true, false)).isFalse();
    assertThat(draft.concerns(false, true, true)).isTrue();
  }

  @Test
  void an_id_is_short_and_plain() {
    assertThat(ProgrammeId.isValid("spring-2026")).isTrue();
    assertThat(List.of("", "-a", "Spring", "a b", "a".repeat(41))).noneMatch(ProgrammeId::isValid);
    assertThatThrownBy(() -> new ProgrammeId("Spring"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a programme id");
  }
}
