package io.referralflow.scenario;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Detail;
import io.referralflow.candidate.Details;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.hire.Employment;
import io.referralflow.hire.HrNumber;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.invitation.AnswerInvitation.Answering;
import io.referralflow.invitation.CorrectDetails.Correcting;
import io.referralflow.invitation.GiveCopy.Copy;
import io.referralflow.referral.Fact;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.referral.TimelineEntry.Kind;
import io.referralflow.submission.ReadReferral.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the candidate may do with what is stored about them, all by the link.
class CandidatesRightsTest extends Story {

  private static final Details SAMUEL =
      new Details("Samuel Canary", Optional.of("+31 6 55550000"), Optional.empty(), Language.NL);

  private static final Candidate CORRECTED =
      new Candidate(
          "Samuel Canary",
          new Email(SAM),
          Optional.of("+31 6 55550000"),
          Optional.empty(),
          Language.NL,
          Optional.empty(),
          Optional.of("We built a pipeline together."),
          OptionalInt.of(4));

  private List<Kind> seenByRecruiter(ReferralId id) {
    return world.seenBy(RUBEN, id).timeline().stream().map(TimelineEntry::kind).toList();
  }

  private List<Kind> seenByReferrer(ReferralId id) {
    return world.seenBy(EMMA, id).timeline().stream().map(TimelineEntry::kind).toList();
  }

  @Nested
  class A_copy {

    @Test
    void holds_everything_and_a_hash_of_the_address() {
      var sam = samIsHired();

      var copy = world.copy(sam);

      assertThat(copy.madeAt()).isEqualTo(world.now());
      assertThat(copy.invitation().stored()).contains(World.candidate(SAM));
      assertThat(copy.invitation().referrerName()).isEqualTo("Emma Jansen");
      assertThat(copy.invitation().state()).isEqualTo(StateName.HIRED);
      assertThat(copy.particulars().person())
          .isEqualTo(world.ports().seals().person(new Email(SAM)));
      assertThat(copy.addressFoundUntil()).isEqualTo("2027-05-31");
      assertThat(copy.history().stream().map(TimelineEntry::kind))
          .containsExactly(Kind.SUBMITTED, Kind.INVITED, Kind.ACCEPTED, Kind.ADVANCED, Kind.HIRED);
      assertThat(copy.employments()).containsOnlyKeys(new HrNumber(SAMS_HR_NUMBER));
      assertThat(copy.employments().values())
          .extracting(employment -> employment.start().value())
          .containsExactly(LocalDate.of(2026, 5, 1));
    }

    @Test
    void leaves_out_what_the_referrer_is_paid() {
      var sam = samIsHired();
      world.goTo("2026-05-01T07:00");

      assertThat(world.copy(sam).history())
          .allMatch(entry -> entry.instalment().isEmpty())
          .isNotEmpty();
      assertThat(seenByRecruiter(sam)).contains(Kind.RELEASED);
    }

    @Test
    void tells_of_a_rejection_with_its_reason() {
      var sam = samIsScreened();
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      assertThat(world.copy(sam).history().getLast().reason().orElseThrow().name())
          .isEqualTo("SKILLS");
    }

    @Test
    void is_a_fact_once_a_day_that_recruiters_see_and_the_referrer_does_not() {
      var sam = samIsReferred();
      var before = world.seenBy(EMMA, sam);

      var _ = world.copy(sam);
      var _ = world.copy(sam);

      assertThat(world.facts(sam)).filteredOn(Fact.CopyGiven.class::isInstance).hasSize(1);
      assertThat(seenByRecruiter(sam))
          .containsExactly(Kind.SUBMITTED, Kind.INVITED, Kind.COPY_GIVEN);
      assertThat(world.seenBy(EMMA, sam)).isEqualTo(before);
      world.goTo("2026-03-03T00:30");
      var _ = world.copy(sam);
      assertThat(world.facts(sam)).filteredOn(Fact.CopyGiven.class::isInstance).hasSize(2);
    }

    @Test
    void says_after_the_deletion_that_nothing_personal_is_stored() {
      var sam = samIsReferred();
      world.withdraws(sam);

      var copy = world.copy(sam);

      assertThat(copy.invitation().stored()).isEmpty();
      assertThat(copy.history().getLast().kind()).isEqualTo(Kind.WITHDRAWN);
    }

    @Test
    void is_given_to_nobody_without_the_link() {
      assertThat(world.product().giveCopy.execute("invitation-r404")).isEmpty();
    }

    @Test
    void of_an_invitation_names_no_employment() {
      assertThat(world.copy(samIsReferred()))
          .extracting(Copy::employments)
          .isEqualTo(Map.<HrNumber, Employment>of());
    }
  }

  @Nested
  class A_correction {

    @Test
    void replaces_what_was_stored_and_says_which_details() {
      var sam = samIsReferred();

      assertThat(world.correct(sam, SAMUEL)).isEqualTo(new Correcting.Stored(CORRECTED));

      assertThat(world.ports().candidates().find(sam)).contains(CORRECTED);
      assertThat(world.facts(sam))
          .last()
          .isEqualTo(
              new Fact.Corrected(
                  world.now(),
                  Set.of(Detail.NAME, Detail.PHONE, Detail.LINKEDIN, Detail.LANGUAGE)));
      assertThat(world.seenBy(RUBEN, sam).timeline())
          .last()
          .extracting(TimelineEntry::kind, TimelineEntry::details)
          .containsExactly(
              Kind.CORRECTED, List.of(Detail.NAME, Detail.PHONE, Detail.LINKEDIN, Detail.LANGUAGE));
      assertThat(seenByReferrer(sam)).containsExactly(Kind.SUBMITTED, Kind.INVITED);
    }

    @Test
    void leaves_no_trace_of_the_old_values_and_the_new_ones_go_with_the_rest() {
      var sam = samIsReferred();
      assertThat(world.store().everything()).contains("12345678");
      var _ = world.correct(sam, SAMUEL);
      var _ = world.copy(sam);

      assertThat(world.store().everything())
          .contains("Samuel Canary", "55550000")
          .doesNotContain("Sam Smit", "12345678", "linkedin.com/in/sam");

      world.objects(sam);

      assertThat(world.store().everything())
          .doesNotContain("Sam Smit", "Samuel Canary", "12345678", "55550000", SAM);
    }

    @Test
    void keeps_the_day_of_deletion() {
      world.hourly();
      var sam = samIsReferred();
      world.declines(sam);
      var _ = world.correct(sam, SAMUEL);
      world.goTo("2026-03-30T09:59");
      assertThat(world.store().knowsCandidate(sam)).isTrue();
      world.goTo("2026-03-30T11:00");

      assertThat(world.store().knowsCandidate(sam)).isFalse();
    }

    @Test
    void again_changes_nothing() {
      var sam = samIsReferred();
      var _ = world.correct(sam, SAMUEL);

      assertThat(world.correct(sam, SAMUEL)).isEqualTo(new Correcting.Stored(CORRECTED));
      assertThat(world.facts(sam)).filteredOn(Fact.Corrected.class::isInstance).hasSize(1);
    }

    @Test
    void is_what_the_referrer_and_later_mails_read() {
      var sam = samIsReferred();
      var _ = world.correct(sam, SAMUEL);

      assertThat(world.product().readReferral.execute(EMMA, sam))
          .isInstanceOfSatisfying(
              Reading.Own.class, own -> assertThat(own.candidateName()).contains("Samuel Canary"));
    }

    @Test
    void is_refused_once_the_data_is_gone_or_going() {
      var sam = samIsReferred();
      world.streamStops();
      world.withdraws(sam);
      assertThat(world.store().knowsCandidate(sam)).isTrue();
      assertThat(world.correct(sam, SAMUEL)).isEqualTo(new Correcting.Gone());
      world.streamFlows();

      assertThat(world.store().knowsCandidate(sam)).isFalse();
      assertThat(world.correct(sam, SAMUEL)).isEqualTo(new Correcting.Gone());
    }

    @Test
    void is_refused_after_fifty_of_them() {
      var sam = samIsReferred();
      for (var i = 0; i < 50; i++) {
        assertThat(world.correct(sam, named("Sam " + i))).isInstanceOf(Correcting.Stored.class);
      }

      assertThat(world.correct(sam, named("Sam again"))).isEqualTo(new Correcting.TooOften());
      assertThat(world.correct(sam, named("Sam 49"))).isInstanceOf(Correcting.Stored.class);
    }

    private Details named(String name) {
      return new Details(name, Optional.empty(), Optional.empty(), Language.EN);
    }

    @Test
    void needs_the_link() {
      assertThat(world.product().correctDetails.execute("invitation-r404", SAMUEL))
          .isEqualTo(new Correcting.NotFound());
    }
  }

  @Nested
  class An_objection {

    @Test
    void ends_the_procedure_and_deletes_the_data_at_once() {
      var sam = samIsConsidered();
      world.objects(sam);

      assertThat(world.facts(sam)).anyMatch(Fact.Objected.class::isInstance);
      assertThat(world.store().knowsCandidate(sam)).isFalse();
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-05 goodbye to sam");
      assertThat(seenByRecruiter(sam)).contains(Kind.OBJECTED).doesNotContain(Kind.WITHDRAWN);
    }

    /// Two candidates of the same referrer, at the same moment.
    @Test
    void looks_to_the_referrer_like_a_withdrawal() {
      var sam = samIsReferred();
      var kim = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
      world.objects(sam);
      world.withdraws(kim);

      assertThat(Told.view(world, EMMA, sam)).isEqualTo(Told.view(world, EMMA, kim));
      world.goTo("2026-03-03T12:00");
      assertThat(Told.view(world, EMMA, sam)).isEqualTo(Told.view(world, EMMA, kim));
      assertThat(seenByReferrer(sam)).isEqualTo(seenByReferrer(kim));
    }

    @Test
    void after_a_hire_takes_the_data_and_leaves_the_reward() {
      var sam = samIsHired();
      world.objects(sam);
      assertThat(world.store().knowsCandidate(sam)).isFalse();
      world.goTo("2026-07-02T16:00");

      assertThat(Told.ledger(world, sam)).hasSize(2);
    }

    @Test
    void after_another_end_deletes_what_was_still_kept() {
      var sam = samIsReferred();
      world.declines(sam);
      assertThat(world.store().knowsCandidate(sam)).isTrue();
      world.objects(sam);

      assertThat(world.store().knowsCandidate(sam)).isFalse();
      assertThat(seenByRecruiter(sam)).endsWith(Kind.OBJECTED);
    }

    @Test
    void again_or_after_a_withdrawal_is_the_same_answer() {
      var sam = samIsReferred();
      world.withdraws(sam);

      assertThat(world.answer(sam, new Answer.Objection()))
          .isEqualTo(new Answering.Taken(StateName.WITHDRAWN, Optional.empty()));
      assertThat(world.facts(sam)).noneMatch(Fact.Objected.class::isInstance);
    }
  }

  @Test
  void the_invitation_tells_all_that_must_be_told_at_first_contact() {
    var sam = samIsReferred();

    var letter = world.postbox().received().getFirst().letter().text();

    assertThat(sam).isNotNull();
    assertThat(letter)
        .contains(
            "Emma Jansen",
            "What we keep",
            "Who gave it to us",
            "What for",
            "Why we may",
            "How long",
            "Your rights",
            "get a copy, correct it, have it deleted, and object",
            "Autoriteit Persoonsgegevens",
            "Whom to ask",
            "finance@example.com");
  }
}
