package io.referralflow.screening;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.PersonKey;
import io.referralflow.port.Persons.Person;
import io.referralflow.port.Persons.Referred;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.screening.CorrectAddress.Correction;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Emma mistyped the address of Sam, and a recruiter puts it right.
class CorrectAddressTest {

  private static final Caller EMMA_WITH_ALL_ROLES =
      People.as(EMMA, Role.RECRUITER, Role.FINANCE, Role.PROGRAMME_MANAGER);
  private static final String WRONG = "sma@example.org";
  private static final String RIGHT = "sam@example.org";

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, WRONG, JAVA_ENGINEER);

  @Test
  void the_right_one_is_invited_and_has_as_long_for_an_answer_as_anybody() {
    world.goTo("2026-03-06T10:00");
    world.corrects(RUBEN, sam, RIGHT);
    world.goTo("2026-03-25T10:00");

    assertThat(Told.mails(world, sam))
        .containsExactly(
            "2026-03-02 invitation to sma",
            "2026-03-02 received to emma",
            "2026-03-06 invitation to sam",
            "2026-03-12 invitation reminder to sam",
            "2026-03-21 expired to sam",
            "2026-03-22 ended to emma");
  }

  @Test
  void is_a_fact_without_an_address() {
    world.goTo("2026-03-06T10:00");
    world.corrects(PETRA, sam, RIGHT);

    assertThat(world.facts(sam))
        .endsWith(
            new Fact.AddressCorrected(
                Instant.parse("2026-03-06T09:00:00Z"), PETRA.id(), person(RIGHT)));
    assertThat(world.ports().candidates().find(sam).map(Candidate::email))
        .contains(new Email(RIGHT));
  }

  @Test
  void the_person_is_found_by_the_right_address_only() {
    world.corrects(RUBEN, sam, RIGHT);

    assertThat(found(WRONG)).isEqualTo(new Person(List.of(), List.of(), List.of()));
    assertThat(found(RIGHT).referrals())
        .containsExactly(new Referred(sam, EMMA.id(), JAVA_ENGINEER, 1));
    world.hearsInVain(hired("HR-9", "2026-05-01").of(WRONG));
    world.hears(hired("HR-2041", "2026-05-01").of(RIGHT));
    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.HIRED);
  }

  @Test
  void a_hire_by_the_right_address_that_came_before_is_found() {
    world.goTo("2026-03-03T10:00");
    world.hearsInVain(hired("HR-2041", "2026-05-01").of(RIGHT));
    world.goTo("2026-03-06T10:00");

    world.corrects(RUBEN, sam, RIGHT);

    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.HIRED);
  }

  @Test
  void the_same_again_is_no_other_invitation() {
    world.corrects(RUBEN, sam, RIGHT);
    world.corrects(PETRA, sam, RIGHT);

    assertThat(world.facts(sam)).hasSize(2);
    assertThat(Told.mails(world, sam))
        .filteredOn(mail -> mail.contains("invitation to"))
        .hasSize(2);
  }

  @Test
  void it_may_be_mistyped_again() {
    world.corrects(RUBEN, sam, "sams@example.org");
    world.corrects(RUBEN, sam, WRONG);
    world.corrects(RUBEN, sam, RIGHT);

    world.accepts(sam);

    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.SCREENING);
  }

  @Test
  void after_the_answer_it_is_too_late() {
    world.accepts(sam);

    assertThat(world.correct(RUBEN, sam, RIGHT)).isEqualTo(Correction.WRONG_STATE);
    assertThat(world.correct(RUBEN, sam, WRONG)).isEqualTo(Correction.WRONG_STATE);
    assertThat(found(RIGHT).referrals()).isEmpty();
  }

  @Test
  void nobody_does_it_on_a_referral_of_their_own() {
    assertThat(world.correct(EMMA_WITH_ALL_ROLES, sam, RIGHT)).isEqualTo(Correction.OWN_REFERRAL);
    assertThat(world.correct(RUBEN, new ReferralId("nosuchreferral000000000000"), RIGHT))
        .isEqualTo(Correction.NOT_FOUND);
  }

  @Test
  void nobody_becomes_their_own_candidate_by_it() {
    assertThat(world.correct(RUBEN, sam, "emma+jobs@example.com"))
        .isEqualTo(Correction.REFERRERS_ADDRESS);
  }

  @Test
  void it_does_not_make_one_referral_of_two() {
    var twin = world.refers(EMMA, RIGHT, JAVA_ENGINEER);

    assertThat(world.correct(RUBEN, sam, RIGHT)).isEqualTo(Correction.ALREADY_REFERRED);

    world.takesBack(EMMA, twin);
    world.corrects(RUBEN, sam, RIGHT);
    assertThat(found(RIGHT).referrals()).extracting(Referred::id).containsExactly(sam);
  }

  @Test
  void what_others_referred_makes_no_difference() {
    var joris = world.refers(JORIS, RIGHT, JAVA_ENGINEER);

    world.corrects(RUBEN, sam, RIGHT);

    assertThat(found(RIGHT).referrals())
        .extracting(Referred::id)
        .containsExactlyInAnyOrder(sam, joris);
  }

  private Person found(String address) {
    return world.ports().persons().find(person(address));
  }

  private PersonKey person(String address) {
    return world.ports().seals().person(new Email(address));
  }
}
