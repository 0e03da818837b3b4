package io.referralflow.programme;

import static io.referralflow.programme.ProgrammeFixtures.PETRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.port.Programmes;
import io.referralflow.programme.ContinueAction.Continuing;
import io.referralflow.programme.MoveProgramme.Moving;
import io.referralflow.programme.Programme.Content;
import io.referralflow.programme.Programme.Status;
import io.referralflow.programme.SaveProgramme.Saving;
import io.referralflow.staff.EmployeeId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Making, moving and widening programmes.
class ManageProgrammesTest {

  private static final ProgrammeId SPRING = new ProgrammeId("spring");
  private static final EmployeeId OTHER = new EmployeeId("other");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final Programmes programmes = new InMemoryWorld().programmes();

  private static Content content(String name) {
    return new Content(
        name,
        Audience.COMBINED,
        new Scope.Department("IT"),
        LocalDate.of(2026, 3, 1),
        Optional.of(LocalDate.of(2026, 5, 31)),
        Set.of());
  }

  private Saving save(String id, String name) {
    return new SaveProgramme(programmes, clock).execute(PETRA, new ProgrammeId(id), content(name));
  }

  private Moving move(Status next) {
    return new MoveProgramme(programmes, clock).execute(OTHER, SPRING, next);
  }

  private Programme spring() {
    return programmes.portfolio().find(SPRING).orElseThrow();
  }

  @Nested
  class Saving_one {

    @Test
    void makes_a_draft() {
      var expected =
          new Programme(
              SPRING,
              "Spring",
              Audience.COMBINED,
              new Scope.Department("IT"),
              LocalDate.of(2026, 3, 1),
              Optional.of(LocalDate.of(2026, 5, 31)),
              Set.of(),
              Status.DRAFT,
              List.of(),
              Optional.of(PETRA));

      assertThat(save("spring", "Spring")).isEqualTo(new Saving.Saved(expected, true));
      assertThat(spring()).isEqualTo(expected);
    }

    @Test
    void changes_its_content_and_leaves_its_status() {
      var _ = save("spring", "Spring");
      var _ = move(Status.PUBLISHED);

      assertThat(save("spring", "Spring in IT")).isEqualTo(new Saving.Saved(spring(), false));
      assertThat(spring().name()).isEqualTo("Spring in IT");
      assertThat(spring().status()).isEqualTo(Status.PUBLISHED);
      assertThat(spring().managedBy()).contains(PETRA);
    }

    @Test
    void again_with_the_same_content_writes_nothing() {
      var _ = save("spring", "Spring");
      var before = programmes.portfolio();

      assertThat(save("spring", "Spring")).isEqualTo(new Saving.Saved(spring(), false));
      assertThat(programmes.portfolio()).isEqualTo(before);
    }

    @Test
    void is_refused_once_it_is_retired() {
      var _ = save("spring", "Spring");
      var _ = move(Status.PUBLISHED);
      var _ = move(Status.RETIRED);

      assertThat(save("spring", "Again")).isEqualTo(new Saving.Retired());
      assertThat(spring().name()).isEqualTo("Spring");
    }

    @Test
    void is_refused_when_there_are_as_many_as_can_be_kept() {
      for (var i = 1; i < Portfolio.MOST; i++) {
        assertThat(save("action-" + i, "Action")).isInstanceOf(Saving.Saved.class);
      }

      assertThat(save("one-more", "Action")).isEqualTo(new Saving.TooMany());
      assertThat(save("action-1", "Changed")).isInstanceOf(Saving.Saved.class);
      assertThat(programmes.portfolio().programmes()).hasSize(Portfolio.MOST);
    }
  }

  @Nested
  class Moving_one {

    @Test
    void goes_from_draft_over_preview_to_published_and_retired() {
      var _ = save("spring", "Spring");

      for (var next :
          new Status[] {
            Status.PREVIEW, Status.DRAFT, Status.PREVIEW, Status.PUBLISHED, Status.RETIRED
          }) {
        assertThat(move(next)).isEqualTo(new Moving.Moved(spring()));
        assertThat(spring().status()).isEqualTo(next);
      }
      assertThat(spring().managedBy()).contains(OTHER);
    }

    @Test
    void never_goes_back_from_what_people_refer_by() {
      var _ = save("spring", "Spring");
      assertThat(move(Status.RETIRED)).isEqualTo(new Moving.NotFromHere());
      var _ = move(Status.PUBLISHED);
      assertThat(move(Status.DRAFT)).isEqualTo(new Moving.NotFromHere());
      assertThat(move(Status.PREVIEW)).isEqualTo(new Moving.NotFromHere());
      var _ = move(Status.RETIRED);
      assertThat(move(Status.PUBLISHED)).isEqualTo(new Moving.NotFromHere());
      assertThat(spring().status()).isEqualTo(Status.RETIRED);
    }

    @Test
    void to_where_it_stands_writes_nothing() {
      var _ = save("spring", "Spring");
      var before = programmes.portfolio();

      assertThat(move(Status.DRAFT)).isEqualTo(new Moving.Moved(spring()));
      assertThat(programmes.portfolio()).isEqualTo(before);
    }

    @Test
    void finds_none_that_nobody_made() {
      assertThat(move(Status.PUBLISHED)).isEqualTo(new Moving.NotFound());
    }
  }

  @Nested
  class An_action_that_works {

    private Continuing goOn() {
      return new ContinueAction(programmes, clock).execute(OTHER, SPRING);
    }

    @Test
    void becomes_a_programme_for_everybody_without_an_end() {
      var _ = save("spring", "Spring");
      var _ = move(Status.PUBLISHED);

      assertThat(goOn()).isEqualTo(new Continuing.Continued(spring()));
      assertThat(spring().isAction()).isFalse();
      assertThat(spring().scope()).isEqualTo(Scope.EVERYBODY);
      assertThat(spring().audience()).isEqualTo(Audience.COMBINED);
      assertThat(spring().runsOn(LocalDate.of(2030, 1, 1))).isTrue();
    }

    @Test
    void becomes_one_once() {
      var _ = save("spring", "Spring");
      var _ = move(Status.PUBLISHED);
      var _ = goOn();
      var before = programmes.portfolio();

      assertThat(goOn()).isEqualTo(new Continuing.Continued(spring()));
      assertThat(programmes.portfolio()).isEqualTo(before);
    }

    @Test
    void becomes_none_before_it_was_published_or_after_it_was_retired() {
      assertThat(goOn()).isEqualTo(new Continuing.NotFound());
      var _ = save("spring", "Spring");
      assertThat(goOn()).isEqualTo(new Continuing.NotPublished());
      var _ = move(Status.PUBLISHED);
      var _ = move(Status.RETIRED);
      assertThat(goOn()).isEqualTo(new Continuing.NotPublished());
      assertThat(spring().isAction()).isTrue();
    }
  }

  /// Somebody else stores another programme first, a number of times.
  private Programmes contested(int times) {
    var left = new AtomicInteger(times);
    return (Programmes)
        Proxy.newProxyInstance(
            Programmes.class.getClassLoader(),
            new Class<?>[] {Programmes.class},
            (_, method, arguments) -> {
              if (method.getName().equals("save") && left.getAndDecrement() > 0) {
                var other = ProgrammeFixtures.ofTeam("other", "Team " + left.get());
                var _ = programmes.save(programmes.portfolio().with(other), other, clock.instant());
              }
              return method.invoke(programmes, arguments);
            });
  }

  @Test
  void a_change_of_somebody_else_at_the_same_moment_is_kept() {
    var saving = new SaveProgramme(contested(9), clock).execute(PETRA, SPRING, content("Spring"));

    assertThat(saving).isEqualTo(new Saving.Saved(spring(), true));
    assertThat(programmes.portfolio().find(new ProgrammeId("other"))).isPresent();

    assertThat(new MoveProgramme(contested(9), clock).execute(PETRA, SPRING, Status.PUBLISHED))
        .isEqualTo(new Moving.Moved(spring()));
    assertThat(new ContinueAction(contested(9), clock).execute(PETRA, SPRING))
        .isEqualTo(new Continuing.Continued(spring()));
  }

  @Test
  void a_change_is_given_up_when_others_keep_changing() {
    assertThatThrownBy(
            () -> new SaveProgramme(contested(10), clock).execute(PETRA, SPRING, content("Spring")))
        .isInstanceOf(IllegalStateException.class);
    var _ = save("spring", "Spring");
    assertThatThrownBy(
            () -> new MoveProgramme(contested(10), clock).execute(PETRA, SPRING, Status.PUBLISHED))
        .isInstanceOf(IllegalStateException.class);
    var _ = move(Status.PUBLISHED);
    assertThatThrownBy(() -> new ContinueAction(contested(10), clock).execute(PETRA, SPRING))
        .isInstanceOf(IllegalStateException.class);
  }
}
