package io.referralflow.invitation;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.invitation.ReadInvitation.Invitation;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.World;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The candidate's page.
class ReadInvitationTest {

  private static final Vacancy VACANCY =
      new Vacancy(JAVA_ENGINEER, "Java engineer", "medior", "Builds our services.", true);

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  private Invitation page() {
    return world.product().readInvitation.execute("invitation-" + sam.value()).orElseThrow();
  }

  @Test
  void says_who_referred_whom_for_what_and_how_long_it_is_kept() {
    assertThat(page())
        .isEqualTo(
            new Invitation(
                StateName.INVITED,
                "Example B.V.",
                Optional.of(new Email("finance@example.com")),
                "Emma Jansen",
                VACANCY,
                Optional.of(World.candidate("sam@example.org")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 4, 13))));
  }

  @Test
  void says_what_the_candidate_chose() {
    world.accepts(sam, Feedback.REASON, Keep.YEAR);

    assertThat(page())
        .isEqualTo(
            new Invitation(
                StateName.SCREENING,
                "Example B.V.",
                Optional.of(new Email("finance@example.com")),
                "Emma Jansen",
                VACANCY,
                Optional.of(World.candidate("sam@example.org")),
                Optional.of(Feedback.REASON),
                Optional.of(Keep.YEAR),
                Optional.of(LocalDate.of(2028, 5, 30))));
  }

  @Test
  void names_no_choice_where_there_was_none() {
    world.declines(sam);

    assertThat(page().feedback()).isEmpty();
    assertThat(page().keep()).isEmpty();
    assertThat(page().state()).isEqualTo(StateName.DECLINED);
  }

  @Test
  void of_an_expired_one_names_no_choice_either() {
    world.goTo("2026-03-20T09:15");

    assertThat(page().state()).isEqualTo(StateName.EXPIRED);
    assertThat(page().feedback()).isEmpty();
    assertThat(page().keep()).isEmpty();
  }

  @Test
  void shows_the_candidate_the_truth_first() {
    world.accepts(sam);
    world.rejects(RUBEN, sam, RejectionReason.SKILLS);

    assertThat(page().state()).isEqualTo(StateName.REJECTED);
    assertThat(page().feedback()).hasValue(Feedback.STAGE);
  }

  @Test
  void shows_nothing_stored_once_it_is_deleted() {
    world.hears(hired("HR-2041", "2026-05-01").of("sam@example.org"));
    world.withdraws(sam);

    assertThat(page().stored()).isEmpty();
    assertThat(page().keptUntil()).isEmpty();
    assertThat(page().state()).isEqualTo(StateName.HIRED);
  }

  @Test
  void of_a_wrong_token_does_not_exist() {
    assertThat(world.product().readInvitation.execute("wrong")).isEmpty();
    assertThat(world.product().readInvitation.execute("invitation-nosuchreferral000000000000"))
        .isEmpty();
  }

  @Test
  void without_settings_or_referrer_names_neither() {
    var empty = new InMemoryWorld();
    var _ = empty.programmes().save(VACANCY, EMMA.id(), world.now());
    var page =
        new ReadInvitation(world.ports().referrals(), empty.backgrounds(), world.ports().seals())
            .execute("invitation-" + sam.value())
            .orElseThrow();

    assertThat(page.organisation()).isEmpty();
    assertThat(page.referrerName()).isEmpty();
  }

  @Test
  void without_its_vacancy_is_a_defect() {
    var empty = new InMemoryWorld();
    var useCase =
        new ReadInvitation(world.ports().referrals(), empty.backgrounds(), world.ports().seals());

    assertThatThrownBy(() -> useCase.execute("invitation-" + sam.value()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A referral's vacancy is gone");
  }
}
