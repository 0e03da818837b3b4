package io.referralflow.screening;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static io.referralflow.scenario.Programme.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.Rule;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.port.Persons.Referred;
import io.referralflow.programme.Programme.Content;
import io.referralflow.programme.SaveProgramme;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Owed;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.screening.MoveReferral.Moving;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.SubmitReferral.Submission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Ruben moves Emma's referral of Sam from the Java to the data engineer.
class MoveReferralTest {

  private static final String SAM = "sam@example.org";

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, SAM, JAVA_ENGINEER);

  @AfterEach
  void all_is_sound() {
    world.assertSound();
  }

  private Moving move(Caller who, ReferralId id, VacancyId to) {
    var moving = world.product().moveReferral.execute(who, id, to);
    world.settle();
    return moving;
  }

  private void moves() {
    assertThat(move(RUBEN, sam, DATA_ENGINEER)).isEqualTo(new Moving.Moved(DATA_ENGINEER));
  }

  private List<Referred> listed() {
    var seals = world.ports().seals();
    return world.ports().persons().find(seals.person(new Email(SAM))).referrals();
  }

  @Test
  void it_is_for_the_other_vacancy_in_every_list() {
    world.goTo("2026-03-03T10:00");
    world.accepts(sam);
    moves();

    assertThat(world.referral(sam).particulars().vacancy()).isEqualTo(DATA_ENGINEER);
    assertThat(world.ports().referrals().find(sam).orElseThrow().referral())
        .isEqualTo(world.referral(sam));
    assertThat(listed()).containsExactly(new Referred(sam, EMMA.id(), DATA_ENGINEER, 1));
    assertThat(world.facts(sam)).endsWith(new Fact.Moved(world.now(), RUBEN.id(), DATA_ENGINEER));
    assertThat(world.seenBy(EMMA, sam).timeline().getLast().kind())
        .isEqualTo(TimelineEntry.Kind.MOVED);
  }

  @Test
  void referrer_and_candidate_are_told() {
    world.goTo("2026-03-03T10:00");
    moves();

    assertThat(Told.mails(world, sam))
        .containsExactly(
            "2026-03-02 invitation to sam",
            "2026-03-02 received to emma",
            "2026-03-03 vacancy changed to sam",
            "2026-03-03 moved to emma");
  }

  @Test
  void a_mail_that_is_sent_only_after_the_move_names_the_new_vacancy() {
    world.postbox().answerNext(new Handover.TryLater("throttled"));
    var lena = world.refers(EMMA, "lena@example.org", JAVA_ENGINEER);
    assertThat(move(RUBEN, lena, DATA_ENGINEER)).isEqualTo(new Moving.Moved(DATA_ENGINEER));
    world.sleepsUntil("2026-03-02T14:00");
    world.product().sendNotice.round(lena).send(1);

    assertThat(world.postbox().received())
        .filteredOn(mail -> mail.to().equals(new Email("lena@example.org")))
        .hasSize(2)
        .allSatisfy(mail -> assertThat(mail.letter().text()).contains("Data engineer"));
  }

  @Test
  void the_promised_reward_stays() {
    world.goTo("2026-03-03T10:00");
    moves();
    world.accepts(sam);
    world.advances(ROSA, sam);
    world.goTo("2026-03-20T16:00");
    world.hears(hired("HR-2041", "2026-05-01").of(SAM));

    assertThat(Owed.reward(world.referral(sam)).instalments())
        .extracting(part -> part.amount())
        .containsExactly(euros("1000.00"), euros("1000.00"));
    world.goTo("2026-07-02T18:00");
    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.COMPLETED);
  }

  @Test
  void a_hire_for_the_vacancy_that_was_left_goes_to_who_is_there() {
    world.goTo("2026-03-03T10:00");
    moves();
    world.accepts(sam);
    var later = world.refers(JORIS, SAM, JAVA_ENGINEER);
    world.accepts(later);
    world.goTo("2026-03-20T16:00");
    world.hears(hired("HR-2041", "2026-05-01").of(SAM).forVacancy(JAVA_ENGINEER));

    assertThat(StateName.of(world.referral(later))).isEqualTo(StateName.HIRED);
    assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.ALREADY_KNOWN);
  }

  @Test
  void the_old_vacancy_is_free_again_and_the_new_one_is_taken() {
    moves();

    assertThat(world.submit(EMMA, SAM, DATA_ENGINEER, Optional.empty()))
        .isInstanceOf(Submission.Duplicate.class);
    assertThat(world.submit(EMMA, SAM, JAVA_ENGINEER, Optional.empty()))
        .isInstanceOf(Submission.Accepted.class);
  }

  @Test
  void one_that_the_referrer_has_there_already_stands_in_the_way() {
    var other = world.refers(EMMA, SAM, DATA_ENGINEER);
    var before = world.store().everything();
    assertThat(move(RUBEN, sam, DATA_ENGINEER)).isEqualTo(new Moving.AlreadyReferred());
    assertThat(world.store().everything()).isEqualTo(before);

    world.takesBack(EMMA, other);
    moves();
    assertThat(listed()).containsExactly(new Referred(sam, EMMA.id(), DATA_ENGINEER, 1));
  }

  @Test
  void what_others_referred_makes_no_difference() {
    var _ = world.refers(JORIS, SAM, DATA_ENGINEER);

    moves();
    assertThat(listed()).hasSize(2);
  }

  @Test
  void the_same_again_is_no_other_move_and_it_may_come_back() {
    moves();
    moves();
    assertThat(world.facts(sam)).hasSize(2);

    assertThat(move(ROSA, sam, JAVA_ENGINEER)).isEqualTo(new Moving.Moved(JAVA_ENGINEER));
    assertThat(listed()).containsExactly(new Referred(sam, EMMA.id(), JAVA_ENGINEER, 1));
    moves();
    assertThat(world.facts(sam)).hasSize(4);
  }

  @Test
  void a_corrected_address_and_a_move_go_together() {
    moves();
    world.corrects(RUBEN, sam, "sams@example.org");

    var particulars = world.ports().referrals().find(sam).orElseThrow().referral().particulars();
    assertThat(particulars).isEqualTo(world.referral(sam).particulars());
    assertThat(particulars.vacancy()).isEqualTo(DATA_ENGINEER);
    assertThat(particulars.generation()).isEqualTo(2);
    assertThat(listed()).isEmpty();
  }

  @Test
  void a_vacancy_that_takes_no_referrals_is_refused() {
    var left = new VacancyId("left-out");
    var out = new VacancyId("outside");
    save(new Vacancy(left, "Left out", "medior", "", true));
    save(new Vacancy(out, "Outside", "medior", "", true, false, Optional.empty()));
    leaveOut(left);
    var before = world.store().everything();

    assertThat(move(RUBEN, sam, new VacancyId("nothing"))).isEqualTo(refused(Rule.VACANCY_UNKNOWN));
    assertThat(move(RUBEN, sam, new VacancyId("platform-lead")))
        .isEqualTo(refused(Rule.VACANCY_CLOSED));
    assertThat(move(RUBEN, sam, out)).isEqualTo(refused(Rule.VACANCY_NOT_IN_PROGRAMME));
    assertThat(move(RUBEN, sam, left)).isEqualTo(refused(Rule.VACANCY_NOT_IN_PROGRAMME));
    assertThat(world.store().everything()).isEqualTo(before);
  }

  @Test
  void one_that_the_referrer_leads_is_refused_as_the_terms_said_at_the_submission() {
    var own = new VacancyId("emmas-own");
    save(
        new Vacancy(
            own,
            "Emma's own",
            "medior",
            "",
            true,
            true,
            Optional.empty(),
            EMMA.employee().hrNumber()));

    assertThat(move(RUBEN, sam, own)).isEqualTo(new Moving.Moved(own));
    world.changesRules(
        PETRA, new RuleBook(Set.of(Excluded.HIRING_MANAGER), 0, Credit.LOWEST_RECEIPT, 28));
    assertThat(move(RUBEN, sam, JAVA_ENGINEER)).isEqualTo(new Moving.Moved(JAVA_ENGINEER));
    assertThat(move(RUBEN, sam, own)).isEqualTo(new Moving.Moved(own));
    var max = world.refers(EMMA, "max@example.org", JAVA_ENGINEER);
    assertThat(move(RUBEN, max, own)).isEqualTo(refused(Rule.HIRING_MANAGER));
  }

  @Test
  void nobody_moves_their_own_and_nothing_that_was_hired_or_is_over_moves() {
    assertThat(move(People.as(EMMA, Role.RECRUITER), sam, DATA_ENGINEER))
        .isEqualTo(new Moving.OwnReferral());
    assertThat(move(RUBEN, new ReferralId("r0000000000000000000000099"), DATA_ENGINEER))
        .isEqualTo(new Moving.NotFound());
    world.accepts(sam);
    world.advances(ROSA, sam);
    world.goTo("2026-03-20T16:00");
    world.hears(hired("HR-2041", "2026-05-01").of(SAM));
    assertThat(move(RUBEN, sam, DATA_ENGINEER)).isEqualTo(new Moving.WrongState());
    assertThat(move(RUBEN, sam, JAVA_ENGINEER)).isEqualTo(new Moving.WrongState());

    var max = world.refers(EMMA, "max@example.org", JAVA_ENGINEER);
    world.declines(max);
    assertThat(move(RUBEN, max, DATA_ENGINEER)).isEqualTo(new Moving.WrongState());
  }

  private static Moving refused(Rule rule) {
    return new Moving.Refused(rule);
  }

  private void save(Vacancy vacancy) {
    var _ = world.ports().programmes().save(vacancy, PETRA.id(), world.now());
  }

  private void leaveOut(VacancyId vacancy) {
    var ports = world.ports();
    var standing = io.referralflow.programme.Programme.STANDING;
    var content = standing.content();
    var _ =
        new SaveProgramme(ports.programmes(), ports.clock())
            .execute(
                PETRA.id(),
                standing.id(),
                new Content(
                    content.name(),
                    content.audience(),
                    content.scope(),
                    content.startsOn(),
                    content.endsOn(),
                    Set.of(vacancy)));
  }
}
