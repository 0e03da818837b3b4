package io.referralflow.intake;

import static io.referralflow.scenario.People.PETRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.intake.TakeInVacancyEvent.TakingIn;
import io.referralflow.intake.VacancyEvent.Content;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.RewardPlan;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TakeInVacancyEventTest {

  private static final VacancyId TESTER = new VacancyId("tester");
  private static final TakingIn APPLIED = new TakingIn.Applied();

  private final World world = World.on("2026-03-02T13:00");

  /// An event of the day's 9 o'clock and some minutes, UTC.
  private static VacancyEvent event(int minute, Optional<String> title, Optional<Boolean> open) {
    var at = Instant.parse("2026-03-02T09:00:00Z").plusSeconds(60L * minute);
    return new VacancyEvent(
        "com.example.recruiting",
        "hash-" + minute,
        TESTER,
        new Stamp(at, "event-" + minute),
        title.map(it -> new Content(it, "medior", "Finds it.", Optional.empty(), Optional.empty())),
        open);
  }

  private static VacancyEvent opened(int minute, String title) {
    return event(minute, Optional.of(title), Optional.of(true));
  }

  private static VacancyEvent changed(int minute, String title) {
    return event(minute, Optional.of(title), Optional.empty());
  }

  private static VacancyEvent closed(int minute) {
    return event(minute, Optional.empty(), Optional.of(false));
  }

  private TakingIn hear(VacancyEvent event) {
    return world.product().takeInVacancyEvent.execute(event);
  }

  private Vacancy tester() {
    return world.ports().programmes().vacancy(TESTER).orElseThrow();
  }

  private List<String> failures() {
    return world.ports().failures().list(new Page.Request(10, Optional.empty())).items().stream()
        .map(Failure::reason)
        .toList();
  }

  @Test
  void a_vacancy_is_opened_changed_and_closed() {
    assertThat(hear(opened(1, "Tester"))).isEqualTo(APPLIED);
    assertThat(tester()).isEqualTo(new Vacancy(TESTER, "Tester", "medior", "Finds it.", true));
    assertThat(hear(changed(2, "Test engineer"))).isEqualTo(APPLIED);
    assertThat(tester().title()).isEqualTo("Test engineer");
    assertThat(tester().open()).isTrue();
    assertThat(hear(closed(3))).isEqualTo(APPLIED);
    assertThat(tester().title()).isEqualTo("Test engineer");
    assertThat(tester().open()).isFalse();
    assertThat(hear(opened(4, "Tester again"))).isEqualTo(APPLIED);
    assertThat(tester().title()).isEqualTo("Tester again");
    assertThat(tester().open()).isTrue();
  }

  @Test
  void what_happened_last_counts_whatever_came_first() {
    var _ = hear(opened(1, "Tester"));
    var _ = hear(closed(5));
    var _ = hear(changed(3, "Third"));
    assertThat(hear(changed(2, "Second"))).isEqualTo(APPLIED);
    assertThat(hear(opened(4, "Fourth"))).isEqualTo(APPLIED);

    assertThat(tester().title()).isEqualTo("Fourth");
    assertThat(tester().open()).isFalse();
    assertThat(failures()).isEmpty();
  }

  @Test
  void an_event_that_was_seen_changes_nothing() {
    var _ = hear(opened(1, "Tester"));
    var _ = hear(closed(2));
    var before = world.store().everything();

    assertThat(hear(opened(1, "Tester"))).isEqualTo(APPLIED);

    assertThat(world.store().everything()).isEqualTo(before);
  }

  @Test
  void the_same_id_with_another_body_is_for_a_person() {
    var _ = hear(opened(1, "Tester"));
    var first = opened(1, "Other");
    var other =
        new VacancyEvent(
            first.source(), "other", TESTER, first.stamp(), first.content(), first.open());

    assertThat(hear(other)).isEqualTo(new TakingIn.Refused(Reason.SAME_ID_OTHER_BODY));
    assertThat(tester().title()).isEqualTo("Tester");
    assertThat(failures()).containsExactly("same-id-other-body");
  }

  @Test
  void a_change_through_the_api_counts_at_its_moment() {
    var plan =
        new RewardPlan(
            Programme.euros("500.00"), List.of(InstalmentTerm.share(Milestone.HIRE_AGREED, 100)));
    var byHand =
        new Vacancy(
            TESTER,
            "By hand",
            "medior",
            "Finds it.",
            false,
            true,
            Optional.of(plan),
            Optional.of("E-1"));
    var _ =
        new SaveVacancy(world.ports().programmes(), world.ports().clock())
            .execute(byHand, PETRA.id());

    assertThat(hear(opened(179, "Before"))).isEqualTo(APPLIED);
    assertThat(tester()).isEqualTo(byHand);
    assertThat(hear(opened(181, "After"))).isEqualTo(APPLIED);
    assertThat(tester())
        .isEqualTo(
            new Vacancy(
                TESTER,
                "After",
                "medior",
                "Finds it.",
                true,
                true,
                Optional.of(plan),
                Optional.of("E-1")));
  }

  @Test
  void an_event_may_leave_a_vacancy_out_and_name_its_manager() {
    var said =
        new VacancyEvent(
            "com.example.recruiting",
            "hash",
            TESTER,
            new Stamp(Instant.parse("2026-03-02T09:00:00Z"), "chief"),
            Optional.of(
                new Content(
                    "Chief",
                    "board",
                    "Leads.",
                    Optional.of(false),
                    Optional.of(new HrNumber("E-9")))),
            Optional.of(true));

    assertThat(hear(said)).isEqualTo(APPLIED);
    assertThat(tester().inProgramme()).isFalse();
    assertThat(tester().hiringManager()).contains("E-9");
    var _ = hear(changed(9, "Chief again"));
    assertThat(tester().inProgramme()).isFalse();
    assertThat(tester().hiringManager()).contains("E-9");
  }

  @Test
  void what_cannot_be_taken_in_is_for_a_person_and_writes_nothing_else() {
    assertThat(hear(closed(1))).isEqualTo(new TakingIn.Refused(Reason.VACANCY_UNKNOWN));
    assertThat(hear(changed(2, "Tester"))).isEqualTo(new TakingIn.Refused(Reason.VACANCY_UNKNOWN));
    var level = opened(3, "Tester");
    var unknown =
        new VacancyEvent(
            level.source(),
            level.bodyHash(),
            TESTER,
            level.stamp(),
            Optional.of(
                new Content("Tester", "wizard", "Finds it.", Optional.empty(), Optional.empty())),
            level.open());
    assertThat(hear(unknown)).isEqualTo(new TakingIn.Refused(Reason.FUNCTION_LEVEL_UNKNOWN));
    assertThat(hear(opened(24 * 60 + 181, "Tester")))
        .isEqualTo(new TakingIn.Refused(Reason.FROM_THE_FUTURE));

    assertThat(world.ports().programmes().vacancy(TESTER)).isEmpty();
    assertThat(failures())
        .containsExactlyInAnyOrder(
            "vacancy-unknown", "vacancy-unknown", "function-level-unknown", "from-the-future");
    assertThat(hear(opened(24 * 60 + 180, "Tester"))).isEqualTo(APPLIED);
  }

  @Test
  void one_that_is_closed_need_not_be_of_a_level_that_the_terms_still_know() {
    var wizard = new Vacancy(TESTER, "Wizard", "wizard", "Conjures.", true);
    var _ =
        world.ports().programmes().save(wizard, PETRA.id(), Instant.parse("2026-03-02T08:00:00Z"));

    assertThat(hear(closed(1))).isEqualTo(APPLIED);
    assertThat(tester().open()).isFalse();
  }

  @Test
  void a_change_of_somebody_else_at_the_same_moment_is_looked_at_again() {
    var sound = world.ports().programmes();
    var others = new AtomicInteger();
    var contested =
        (Programmes)
            Proxy.newProxyInstance(
                Programmes.class.getClassLoader(),
                new Class<?>[] {Programmes.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("hear")) {
                    var _ =
                        sound.save(
                            new Vacancy(TESTER, "Theirs", "medior", "Finds it.", true),
                            PETRA.id(),
                            world.now().plusMillis(others.incrementAndGet()));
                  }
                  return method.invoke(sound, arguments);
                });

    assertThatThrownBy(() ->
            new TakeInVacancyEvent(contested, world.ports().failures(), world.ports().clock())
                .execute(opened(1, "Ours")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A vacancy was changed by others again and again");
    assertThat(tester().title()).isEqualTo("Theirs");
  }
}
