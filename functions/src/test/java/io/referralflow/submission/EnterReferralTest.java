package io.referralflow.submission;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.directory.Detail;
import io.referralflow.directory.SaveColleague;
import io.referralflow.eligibility.Rule;
import io.referralflow.hire.HrNumber;
import io.referralflow.intake.EnterHrEvent;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.payout.CorrectPayout;
import io.referralflow.payout.HoldPayout;
import io.referralflow.port.Page;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.HoldReason;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.screening.EnterPhase.Passing;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import io.referralflow.submission.EnterReferral.Entering;
import io.referralflow.submission.EnterReferral.Entry;
import io.referralflow.submission.FindReferrer.Wrong;
import io.referralflow.submission.ReadReferral.Reading;
import io.referralflow.submission.SubmitReferral.Submission;
import io.referralflow.submission.TakeBackReferral.TakingBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Ruben enters a referral for Kim, who works in the warehouse and has never signed in.
class EnterReferralTest {

  private static final String KIM = "E-77";
  private static final EmployeeId KIMS_ID = EmployeeId.ofHrNumber(KIM);
  private static final String SAM = "sam@example.org";

  /// Kim, once signed in: by a `sub`, with the HR number in the token.
  private static final Caller SIGNED_IN =
      new Caller(
          new Employee(
              new EmployeeId("kim-by-sub"),
              "Kim Example",
              new Email("kim@example.com"),
              Language.EN,
              Optional.of(KIM)),
          Set.of());

  private final World world = World.on("2026-03-02T09:15");

  @BeforeEach
  void kimIsInTheDirectory() {
    directory(KIM, Map.of(Detail.NAME, "Kim Example", Detail.EMAIL, "kim@example.com"));
  }

  private void directory(String number, Map<Detail, String> said) {
    var details = new EnumMap<Detail, Optional<String>>(Detail.class);
    said.forEach((detail, text) -> details.put(detail, Optional.of(text)));
    var ports = world.ports();
    var _ =
        new SaveColleague(ports.directory(), ports.seals(), ports.clock())
            .execute(PETRA.id(), new HrNumber(number), details);
  }

  private Entering enter(Caller by, String onBehalfOf, String address) {
    return enter(by, onBehalfOf, address, JAVA_ENGINEER, Optional.empty());
  }

  private Entering enter(
      Caller by, String onBehalfOf, String address, VacancyId vacancy, Optional<String> key) {
    var entering =
        world
            .product()
            .enterReferral
            .execute(
                new Entry(
                    by,
                    onBehalfOf,
                    vacancy,
                    _ -> World.candidate(address),
                    key,
                    onBehalfOf + address));
    world.settle();
    return entering;
  }

  private ReferralId entered() {
    return id(enter(RUBEN, KIM, SAM));
  }

  private static ReferralId id(Entering entering) {
    assertThat(entering)
        .isInstanceOfSatisfying(
            Entering.Judged.class,
            judged -> assertThat(judged.submission()).isInstanceOf(Submission.Accepted.class));
    return ((Submission.Accepted) ((Entering.Judged) entering).submission()).id();
  }

  private static Entering refused(Rule... rules) {
    return new Entering.Judged(new Submission.Refused(List.of(rules)));
  }

  @Nested
  class The_person_on_whose_behalf_it_is {

    @Test
    void is_the_referrer_and_gets_the_receipt() {
      var sam = entered();

      assertThat(world.referral(sam).particulars().referrer()).isEqualTo(KIMS_ID);
      assertThat(world.referral(sam).particulars().enteredBy()).contains(RUBEN.id());
      assertThat(Told.mails(world, sam))
          .containsExactly("2026-03-02 invitation to sam", "2026-03-02 entered to kim");
    }

    @Test
    void sees_it_as_own_once_signed_in_and_may_take_it_back() {
      var sam = entered();

      assertThat(world.product().readReferral.execute(SIGNED_IN, sam))
          .isInstanceOfSatisfying(
              Reading.Own.class,
              own ->
                  assertThat(own.view().timeline().stream().map(TimelineEntry::kind))
                      .containsExactly(
                          TimelineEntry.Kind.SUBMITTED,
                          TimelineEntry.Kind.ENTERED_ON_BEHALF,
                          TimelineEntry.Kind.INVITED));
      assertThat(world.takeBack(JORIS, sam)).isEqualTo(TakingBack.NOT_FOUND);
      assertThat(world.takeBack(SIGNED_IN, sam)).isEqualTo(TakingBack.TAKEN_BACK);
    }

    @Test
    void finds_it_among_their_own_newest_first_on_whatever_page() {
      var ids =
          List.of(
              world.refers(SIGNED_IN, "a@example.org", JAVA_ENGINEER),
              id(enter(RUBEN, KIM, "b@example.org")),
              id(enter(RUBEN, KIM, "c@example.org")),
              world.refers(SIGNED_IN, "d@example.org", JAVA_ENGINEER),
              id(enter(RUBEN, KIM, "e@example.org")));

      for (var limit = 1; limit <= 6; limit++) {
        assertThat(all(limit)).containsExactlyElementsOf(ids.reversed());
      }
    }

    private List<ReferralId> all(int limit) {
      var found = new ArrayList<ReferralId>();
      Optional<String> cursor = Optional.empty();
      for (var pages = 0; pages < 10; pages++) {
        var page =
            world
                .product()
                .listOwnReferrals
                .execute(SIGNED_IN.employee(), new Page.Request(limit, cursor));
        assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
        page.items().forEach(line -> found.add(line.particulars().id()));
        cursor = page.next();
        if (cursor.isEmpty()) {
          return found;
        }
      }
      throw new AssertionError("The list does not end");
    }

    @Test
    void is_paid() {
      var sam = entered();
      world.accepts(sam);
      world.advances(ROSA, sam);
      world.goTo("2026-03-20T16:00");
      world.hears(hired("HR-2041", "2026-05-01").of(SAM));
      world.goTo("2026-05-01T18:00");

      assertThat(Told.mails(world, sam)).contains("2026-03-20 hired to kim");
      world.confirms(FATIMA, sam, 1, "2026-05-01");
      assertThat(Told.mails(world, sam)).contains("2026-05-01 paid to kim");
    }

    @Test
    void is_judged_by_the_rules() {
      assertThat(enter(RUBEN, KIM, "kim@example.com")).isEqualTo(refused(Rule.OWN_ADDRESS));
      assertThat(enter(RUBEN, KIM, SAM, new VacancyId("platform-lead"), Optional.empty()))
          .isEqualTo(refused(Rule.VACANCY_CLOSED));
      directory(KIM, Map.of(Detail.CONTRACT, "former"));
      assertThat(enter(RUBEN, KIM, SAM)).isEqualTo(refused(Rule.PROGRAMME_AUDIENCE));
    }

    @Test
    void earns_by_no_hire_of_their_own() {
      var sam = entered();
      world.accepts(sam);
      world.goTo("2026-03-20T16:00");
      world.hears(hired(KIM, "2026-05-01").of(SAM));

      assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.NOT_ELIGIBLE);
    }
  }

  @Nested
  class Whoever_entered_it {

    private final Caller rubenWithAllRoles =
        People.as(RUBEN, Role.RECRUITER, Role.FINANCE, Role.PROGRAMME_MANAGER);

    @Test
    void decides_on_it_no_more_than_the_referrer() {
      var sam = entered();
      world.accepts(sam);

      assertThat(world.decide(RUBEN, sam, new Decision.Advance()))
          .isEqualTo(new Deciding.OwnReferral());
      assertThat(world.decide(People.as(SIGNED_IN, Role.RECRUITER), sam, new Decision.Advance()))
          .isEqualTo(new Deciding.OwnReferral());
      world.advances(ROSA, sam);
      assertThat(world.move(RUBEN, sam, "interview")).isEqualTo(new Passing.OwnReferral());
    }

    @Test
    void enters_no_hire_for_it_and_confirms_no_payout_of_it() {
      var sam = entered();
      world.accepts(sam);
      world.advances(ROSA, sam);
      var hire = hired("HR-2041", "2026-05-01");
      assertThat(world.enter(RUBEN, hire.of(SAM)))
          .isEqualTo(new EnterHrEvent.Entering.OwnReferral());
      assertThat(world.enter(RUBEN, hire.forReferral(sam)))
          .isEqualTo(new EnterHrEvent.Entering.OwnReferral());

      world.goTo("2026-03-20T16:00");
      world.hears(hire.of(SAM));
      world.goTo("2026-05-01T18:00");
      assertThat(world.confirm(rubenWithAllRoles, sam, 1, "2026-05-01"))
          .isEqualTo(Confirming.OWN_REFERRAL);
      assertThat(
              world
                  .product()
                  .holdPayout
                  .execute(
                      new HoldPayout.Request(
                          rubenWithAllRoles.employee(), sam, 1, Optional.of(HoldReason.DISPUTED))))
          .isEqualTo(HoldPayout.Holding.OWN_REFERRAL);
      assertThat(
              world
                  .product()
                  .correctPayout
                  .execute(
                      new CorrectPayout.Request(
                          rubenWithAllRoles.employee(),
                          sam,
                          1,
                          CorrectionReason.ENTERED_WRONGLY,
                          Optional.of(LocalDate.parse("2026-05-01")),
                          Optional.empty())))
          .isEqualTo(new CorrectPayout.Correcting.Refused(CorrectPayout.Refusal.OWN_REFERRAL));
    }

    @Test
    void is_a_recruiter() {
      for (var who : List.of(EMMA, PETRA, FATIMA)) {
        assertThat(enter(who, KIM, SAM)).isEqualTo(new Entering.NotAllowed());
      }
      assertThat(world.store().everything()).doesNotContain(KIMS_ID.value());
    }

    @Test
    void gets_the_same_answer_to_the_same_request() {
      var key = Optional.of("key-1");
      var first = enter(RUBEN, KIM, SAM, JAVA_ENGINEER, key);
      directory(KIM, Map.of(Detail.CONTRACT, "former"));

      assertThat(enter(RUBEN, KIM, SAM, JAVA_ENGINEER, key)).isEqualTo(first);
      assertThat(enter(RUBEN, KIM, "max@example.org", JAVA_ENGINEER, key))
          .isEqualTo(new Entering.Judged(new Submission.KeyReused()));
    }
  }

  @Nested
  class The_same_candidate_for_the_same_vacancy {

    @Test
    void is_entered_once() {
      var sam = entered();

      assertThat(enter(ROSA, KIM, SAM)).isEqualTo(duplicateOf(sam));
    }

    @Test
    void is_not_referred_by_the_referrer_again() {
      var sam = entered();

      assertThat(world.submit(SIGNED_IN, SAM, JAVA_ENGINEER, Optional.empty()))
          .isInstanceOfSatisfying(
              Submission.Duplicate.class, again -> assertThat(again.id()).isEqualTo(sam));
    }

    @Test
    void is_not_entered_for_who_referred_them_under_a_sign_in() {
      var sam = world.refers(SIGNED_IN, SAM, JAVA_ENGINEER);

      assertThat(enter(RUBEN, KIM, SAM)).isEqualTo(duplicateOf(sam));
      assertThat(enter(RUBEN, "kim-by-sub", SAM)).isEqualTo(duplicateOf(sam));
    }

    @Test
    void is_entered_again_after_it_was_taken_back() {
      var first = world.refers(SIGNED_IN, SAM, JAVA_ENGINEER);
      world.takesBack(SIGNED_IN, first);
      var second = entered();
      world.takesBack(SIGNED_IN, second);

      assertThat(world.submit(SIGNED_IN, SAM, JAVA_ENGINEER, Optional.empty()))
          .isInstanceOf(Submission.Accepted.class);
      assertThat(enter(RUBEN, KIM, SAM))
          .isInstanceOfSatisfying(
              Entering.Judged.class,
              judged -> assertThat(judged.submission()).isInstanceOf(Submission.Duplicate.class));
    }

    private Entering duplicateOf(ReferralId id) {
      var particulars = world.referral(id).particulars();
      return new Entering.Judged(
          new Submission.Duplicate(id, particulars.receiptNumber(), particulars.submittedAt()));
    }
  }

  @Nested
  class A_person_is_refused {

    @Test
    void whom_nobody_knows() {
      assertThat(enter(RUBEN, "E-99", SAM)).isEqualTo(new Entering.WrongPerson(Wrong.UNKNOWN));
    }

    @Test
    void whom_no_receipt_would_reach() {
      directory("E-78", Map.of(Detail.NAME, "Lee Example"));
      assertThat(enter(RUBEN, "E-78", SAM))
          .isEqualTo(new Entering.WrongPerson(Wrong.WITHOUT_ADDRESS));
    }

    @Test
    void who_enters_it() {
      directory("E-79", Map.of(Detail.EMAIL, RUBEN.employee().email().value()));
      var own = RUBEN.employee().hrNumber().orElseThrow();
      directory(own, Map.of(Detail.EMAIL, "other@example.com"));
      assertThat(enter(RUBEN, "E-79", SAM)).isEqualTo(new Entering.WrongPerson(Wrong.YOURSELF));
      assertThat(enter(RUBEN, own, SAM)).isEqualTo(new Entering.WrongPerson(Wrong.YOURSELF));
    }

    @Test
    void who_works_in_recruitment_as_their_kept_profile_says() {
      world.ports().employees().save(ROSA.employee().with(ROSA.roles()));

      assertThat(enter(RUBEN, ROSA.id().value(), SAM)).isEqualTo(refused(Rule.RECRUITER));
    }

    @Test
    void of_whom_nothing_is_written() {
      var before = world.store().everything();
      var _ = enter(RUBEN, "E-99", SAM);
      var _ = enter(RUBEN, KIM, "kim@example.com");

      assertThat(world.store().everything()).isEqualTo(before);
    }
  }

  @Test
  void an_outside_referrer_who_signed_in_is_named_by_their_id() {
    world.ports().employees().save(SIGNED_IN.employee().with(Set.of(Role.OUTSIDE_REFERRER)));

    assertThat(enter(RUBEN, "kim-by-sub", SAM)).isEqualTo(refused(Rule.PROGRAMME_AUDIENCE));
  }
}
