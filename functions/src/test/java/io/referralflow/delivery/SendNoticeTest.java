package io.referralflow.delivery;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.Language;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.fake.InMemoryWorld.StoredNotice;
import io.referralflow.letter.LetterKind;
import io.referralflow.letter.Letters;
import io.referralflow.message.Notice;
import io.referralflow.port.Backgrounds.Background;
import io.referralflow.port.Mailer;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.process.Upkeep.Run;
import io.referralflow.recognition.FindWhoThanks;
import io.referralflow.recognition.PrepareThanks;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.Postbox.Received;
import io.referralflow.scenario.Product;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.step.Steps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Sending one notice: claim, write, hand over, and what each answer of the mail service leads to.
class SendNoticeTest {

  private static final String SAM = "sam@example.org";
  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

  private final World world = World.on("2026-03-02T09:15");

  private ReferralId samIsReferred() {
    return world.refers(EMMA, SAM, JAVA_ENGINEER);
  }

  private ReferralId samIsScreened() {
    var sam = samIsReferred();
    world.accepts(sam);
    return sam;
  }

  private StoredNotice notice(ReferralId id, int number) {
    return world.store().notices(id).get(number - 1);
  }

  private Received last() {
    return world.postbox().received().getLast();
  }

  @Nested
  class Handed_over {

    @Test
    void is_sent_with_the_services_id_under_its_reference() {
      var sam = samIsReferred();

      assertThat(notice(sam, 1).state()).isEqualTo(MailState.SENT);
      assertThat(notice(sam, 1).note()).isEqualTo("mail-1");
      assertThat(notice(sam, 2).note()).isEqualTo("mail-2");
      assertThat(world.postbox().received())
          .extracting(mail -> mail.to().value() + " " + mail.reference())
          .containsExactly(
              "sam@example.org " + sam.value() + "-1", "emma@example.com " + sam.value() + "-2");
    }

    @Test
    void is_not_sent_again() {
      var sam = samIsReferred();
      world.product().sendNotice.round(sam).send(1);
      world.product().sendNotice.round(sam).send(99);

      assertThat(world.postbox().received()).hasSize(2);
    }

    @Test
    void is_not_sent_before_its_time() {
      var sam = samIsScreened();
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);
      world.product().sendNotice.round(sam).send(5);

      assertThat(notice(sam, 5).state()).isEqualTo(MailState.READY);
      assertThat(notice(sam, 5).attempt()).isZero();
    }
  }

  @Nested
  class Not_now {

    private void isThrottled(int times) {
      for (var i = 0; i < times; i++) {
        world.postbox().answerNext(new Handover.TryLater("throttled"));
      }
    }

    private Duration tried(ReferralId id, int attempt) {
      var before = world.now();
      assertThat(notice(id, 1).state()).isEqualTo(MailState.READY);
      assertThat(notice(id, 1).attempt()).isEqualTo(attempt);
      return Duration.between(before, notice(id, 1).dueAt());
    }

    @Test
    void goes_back_and_waits_twice_as_long_each_time_to_four_hours() {
      isThrottled(1);
      var sam = samIsReferred();
      for (var minutes : List.of(1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240)) {
        var attempt = notice(sam, 1).attempt();
        assertThat(tried(sam, attempt)).isEqualTo(Duration.ofMinutes(minutes));
        isThrottled(1);
        world.sleepsUntil(
            notice(sam, 1).dueAt().atZone(Programme.ZONE).toLocalDateTime().toString());
        world.product().sendNotice.round(sam).send(1);
      }
      assertThat(notice(sam, 1).attempt()).isEqualTo(12);
      assertThat(world.failures()).isEmpty();
    }

    @Test
    void blocks_no_other_mail() {
      isThrottled(1);
      var sam = samIsReferred();

      assertThat(notice(sam, 2).state()).isEqualTo(MailState.SENT);
    }
  }

  @Nested
  class Refused {

    @Test
    void goes_to_the_failure_list_for_good() {
      world.postbox().answerNext(new Handover.Refused("no such address"));
      var sam = samIsReferred();
      world.goTo("2026-03-03T09:15");

      assertThat(notice(sam, 1).state()).isEqualTo(MailState.GIVEN_UP);
      assertThat(notice(sam, 1).note()).isEqualTo("mail-refused");
      assertThat(world.failures()).containsExactly("mail mail-refused");
      assertThat(world.facts(sam)).hasSize(1);
    }

    @Test
    void of_an_end_counts_as_told() {
      var sam = samIsScreened();
      world.goTo("2026-03-02T10:15");
      world.postbox().answerNext(new Handover.Refused("no such address"));
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      assertThat(world.facts(sam))
          .last()
          .isEqualTo(new Fact.CandidateTold(Instant.parse("2026-03-02T09:15:00Z")));
      assertThat(notice(sam, 4).state()).isEqualTo(MailState.GIVEN_UP);
      assertThat(notice(sam, 5).notice().notBefore())
          .isEqualTo(Instant.parse("2026-03-03T09:15:00Z"));
    }

    @Test
    void of_a_goodbye_lets_the_data_go_all_the_same() {
      var sam = samIsScreened();
      world.postbox().answerNext(new Handover.Refused("no such address"));
      world.withdraws(sam);

      assertThat(world.store().knowsCandidate(sam)).isFalse();
      assertThat(world.facts(sam)).endsWith(new Fact.CandidateTold(NOW), new Fact.Erased(NOW));
    }
  }

  @Nested
  class Unknown {

    @Test
    void stands_until_upkeep_looks() {
      world.postbox().answerNext(new Handover.Unknown("lost"));
      var sam = samIsReferred();

      assertThat(notice(sam, 1).state()).isEqualTo(MailState.SENDING);
      assertThat(notice(sam, 1).lookAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
      world.product().sendNotice.round(sam).send(1);
      assertThat(world.postbox().received()).hasSize(2);
    }

    @Test
    void of_an_end_is_not_told_yet() {
      var sam = samIsScreened();
      world.postbox().answerNext(new Handover.Unknown("lost"));
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      assertThat(world.facts(sam)).noneMatch(Fact.CandidateTold.class::isInstance);
      world.goTo("2026-03-03T06:00");
      assertThat(world.facts(sam))
          .last()
          .isEqualTo(new Fact.CandidateTold(Instant.parse("2026-03-03T05:00:00Z")));
    }

    @Test
    void to_finance_is_marked_as_a_copy_when_it_is_sent_again() {
      var sam = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.postbox().answerNext(new Handover.Unknown("lost"));
      world.goTo("2026-05-03T09:15");

      var payouts =
          world.postbox().received().stream()
              .filter(mail -> mail.to().value().equals("finance@example.com"))
              .toList();
      assertThat(payouts)
          .extracting(mail -> mail.letter().subject())
          .containsExactly(
              "Te betalen: € 1.000,00, kenmerk RF-1-1",
              "KOPIE, niet twee keer betalen: € 1.000,00, kenmerk RF-1-1");
      assertThat(payouts).extracting(Received::reference).containsOnly(sam.value() + "-4");
    }

    @Test
    void to_others_is_the_same_letter_again() {
      world.postbox().answerNext(new Handover.Unknown("lost"));
      var sam = samIsReferred();
      world.goTo("2026-03-03T06:00");

      var invitations =
          world.postbox().received().stream()
              .filter(mail -> mail.reference().equals(sam.value() + "-1"))
              .toList();
      assertThat(invitations).hasSize(2);
      assertThat(invitations.get(1).letter()).isEqualTo(invitations.get(0).letter());
    }
  }

  @Nested
  class An_end {

    @Test
    void is_told_with_the_mark_that_it_was_sent() {
      var sam = samIsScreened();
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      assertThat(notice(sam, 4).state()).isEqualTo(MailState.SENT);
      assertThat(world.facts(sam)).last().isEqualTo(new Fact.CandidateTold(NOW));
      assertThat(world.store().knowsCandidate(sam)).isTrue();
    }

    @Test
    void by_a_mere_no_keeps_the_data() {
      var sam = samIsReferred();
      world.declines(sam);

      assertThat(world.facts(sam)).last().isEqualTo(new Fact.CandidateTold(NOW));
      assertThat(world.store().knowsCandidate(sam)).isTrue();
    }

    @Test
    void by_a_withdrawal_or_taking_back_lets_the_data_go_with_the_mail() {
      var sam = samIsScreened();
      world.withdraws(sam);
      var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
      world.takesBack(EMMA, ada);

      for (var id : List.of(sam, ada)) {
        assertThat(world.facts(id)).endsWith(new Fact.CandidateTold(NOW), new Fact.Erased(NOW));
        assertThat(world.store().knowsCandidate(id)).isFalse();
      }
    }

    @Test
    void by_a_withdrawal_from_a_hire_is_an_erasure_only() {
      var sam = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.withdraws(sam);

      assertThat(world.facts(sam)).last().isEqualTo(new Fact.Erased(NOW));
      assertThat(world.facts(sam)).noneMatch(Fact.CandidateTold.class::isInstance);
      assertThat(notice(sam, 4).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void is_not_told_by_good_news_that_arrives_late() {
      var sam = samIsReferred();
      world.streamStops();
      world.accepts(sam);
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);
      world.product().sendNotice.round(sam).send(3);

      assertThat(notice(sam, 3).state()).isEqualTo(MailState.SENT);
      assertThat(world.facts(sam)).noneMatch(Fact.CandidateTold.class::isInstance);
    }

    /// The mail service answers so late that upkeep has the notice sent once more meanwhile.
    @Test
    void told_by_a_faster_copy_is_only_marked_as_sent() {
      var sam = samIsScreened();
      world.streamStops();
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);
      Mailer slow =
          (to, letter, reference) -> {
            world.sleepsUntil("2026-03-02T09:30");
            world.streamFlows();
            world.upkeep(Run.HOURLY);
            assertThat(notice(sam, 4).state()).isEqualTo(MailState.SENT);
            return new Handover.Accepted("late");
          };
      new Product(world.ports().withMailer(slow)).sendNotice.round(sam).send(4);

      assertThat(notice(sam, 4).state()).isEqualTo(MailState.SENT);
      assertThat(notice(sam, 4).note()).isEqualTo("late");
      assertThat(world.facts(sam)).filteredOn(Fact.CandidateTold.class::isInstance).hasSize(1);
    }

    @Test
    void told_already_is_only_marked_as_sent() {
      var sam = samIsReferred();
      world.declines(sam);
      world.goTo("2026-03-02T10:15");
      world.withdraws(sam);

      assertThat(world.facts(sam)).filteredOn(Fact.CandidateTold.class::isInstance).hasSize(1);
      assertThat(world.store().notices(sam))
          .filteredOn(stored -> stored.state() == MailState.READY)
          .extracting(stored -> stored.notice().kind().wireName())
          .containsExactly("ended");
    }

    @Test
    void that_nothing_follows_from_is_marked_as_sent() {
      var sam = samIsReferred();
      world.declines(sam);
      world.goTo("2026-03-02T10:15");
      world.streamStops();
      world.withdraws(sam);
      world.sleepsUntil("2026-03-03T10:15");
      world.streamStops();
      world.upkeep(Run.HOURLY);
      assertThat(world.store().knowsCandidate(sam)).isFalse();
      world.streamFlows();

      assertThat(notice(sam, 5).state()).isEqualTo(MailState.DROPPED);
      assertThat(notice(sam, 5).note()).isEqualTo("no-addressee");
      assertThat(world.facts(sam)).filteredOn(Fact.CandidateTold.class::isInstance).hasSize(1);
    }

    @Test
    void whose_data_went_before_the_mail_counts_as_told() {
      var sam = samIsScreened();
      world.streamStops();
      world.withdraws(sam);
      world.sleepsUntil("2026-03-03T09:15");
      world.upkeep(Run.HOURLY);
      assertThat(world.store().knowsCandidate(sam)).isFalse();
      world.streamFlows();

      assertThat(notice(sam, 4).note()).isEqualTo("no-addressee");
      assertThat(world.facts(sam))
          .last()
          .isEqualTo(new Fact.CandidateTold(Instant.parse("2026-03-03T08:15:00Z")));
    }
  }

  @Nested
  class Overtaken {

    @Test
    void is_dropped_and_not_told() {
      var sam = samIsScreened();
      world.streamStops();
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.streamFlows();

      assertThat(notice(sam, 4).state()).isEqualTo(MailState.DROPPED);
      assertThat(notice(sam, 4).note()).isEqualTo("overtaken");
      assertThat(world.facts(sam)).noneMatch(Fact.CandidateTold.class::isInstance);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Held.class);
    }

    @Test
    void a_reminder_after_the_answer_is_dropped() {
      var sam = samIsReferred();
      world.sleepsUntil("2026-03-07T10:00");
      world.streamStops();
      world.upkeep(Run.HOURLY);
      world.accepts(sam);
      world.streamFlows();

      assertThat(notice(sam, 3).note()).isEqualTo("overtaken");
    }
  }

  @Nested
  class The_words {

    @Test
    void to_the_candidate_lead_to_their_own_page() {
      var sam = samIsReferred();
      var invitation = world.postbox().received().getFirst();

      assertThat(invitation.letter().text())
          .contains(
              "Hello Sam Smit",
              "Emma Jansen",
              "Java engineer",
              "Example B.V.",
              "15 March 2026",
              "13 April 2026",
              "https://referrals.example.com/#/invitation/invitation-" + sam.value());
    }

    @Test
    void to_the_referrer_lead_to_the_referral_and_name_the_candidate() {
      var sam = samIsReferred();

      assertThat(last().letter().text())
          .contains(
              "Emma Jansen",
              "Sam Smit",
              "2 maart 2026 om 09:15",
              "1.000,00",
              "https://referrals.example.com/#/referrals/" + sam.value());
    }

    @Test
    void to_finance_name_the_payout_and_not_the_candidate() {
      var _ = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.goTo("2026-05-01T09:15");

      assertThat(last().letter().text())
          .contains(
              "RF-1-1",
              "Emma Jansen",
              "1.000,00",
              "1 mei 2026",
              "29 mei 2026",
              "https://referrals.example.com/#/payouts")
          .doesNotContain("Sam");
    }

    @Test
    void about_a_payment_name_its_day() {
      var sam = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.goTo("2026-05-28T09:15");
      world.confirms(FATIMA, sam, 1, "2026-05-27");

      assertThat(last().letter().text())
          .contains("27 mei 2026", "RF-1-1", "1.000,00", "1 juli 2026");
    }

    @Test
    void name_no_candidate_whose_data_is_gone() {
      var sam = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.withdraws(sam);
      world.hears(startMoved("HR-1", "2026-05-18"));

      assertThat(last().letter().text()).contains("18 mei 2026").doesNotContain("Sam");
    }

    @Test
    void name_no_candidate_who_withdrew_while_the_data_is_still_there() {
      var sam = samIsReferred();
      world.streamStops();
      world.accepts(sam);
      world.withdraws(sam);
      world.product().sendNotice.round(sam).send(3);

      assertThat(notice(sam, 3).notice().kind().wireName()).isEqualTo("accepted");
      assertThat(last().to().value()).isEqualTo("emma@example.com");
      assertThat(last().letter().text()).doesNotContain("Sam");
    }

    @Test
    void of_a_rejection_tell_the_candidate_why_and_how_long_the_data_stays() {
      var sam = samIsScreened();
      world.rejects(RUBEN, sam, RejectionReason.SKILLS);

      assertThat(last().letter().text()).contains("other skills", "30 March 2026");
    }

    @Test
    void of_a_goodbye_promise_the_data_goes_at_once() {
      var sam = samIsScreened();
      world.withdraws(sam);

      assertThat(last().letter().text())
          .contains("within 24 hours at the latest")
          .doesNotContain("2026");
    }

    @Test
    void of_an_end_tell_the_referrer_what_the_candidate_allowed() {
      assertThat(ended(Feedback.NOTHING)).doesNotContain("selectie", "vaardigheden");
      assertThat(ended(Feedback.STAGE)).contains("selectie").doesNotContain("vaardigheden");
      assertThat(ended(Feedback.REASON)).contains("selectie", "vaardigheden");
    }

    private String ended(Feedback allowed) {
      var company = World.on("2026-03-02T09:15");
      var sam = company.refers(EMMA, SAM, JAVA_ENGINEER);
      company.accepts(sam, allowed, Keep.PROCEDURE);
      company.rejects(RUBEN, sam, RejectionReason.SKILLS);
      company.goTo("2026-03-04T09:15");
      assertThat(Told.mails(company, sam)).last().isEqualTo("2026-03-04 ended to emma");
      return company.postbox().received().getLast().letter().text();
    }

    @Test
    void do_not_show_a_cancellation_before_its_time() {
      var sam = samIsReferred();
      world.hears(hired("HR-1", "2026-05-01").of(SAM));
      world.hears(left("HR-1", "2026-05-31"));
      world.hears(startMoved("HR-1", "2026-05-18"));

      assertThat(last().letter().text())
          .contains("18 mei 2026", "18 juli 2026")
          .doesNotContain("vervallen");
      world.goTo("2026-03-04T09:15");
      assertThat(last().letter().text()).contains("18 mei 2026", "vervallen");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-04 plan changed to emma");
    }
  }

  private Notice notice(LetterKind kind) {
    return new Notice(1, kind, OptionalInt.empty(), world.now());
  }

  @Test
  void finance_cannot_be_told_without_settings() {
    var sam = world.referral(samIsReferred());
    var unset =
        new Background(
            Optional.empty(),
            Optional.of(EMMA.employee()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThatThrownBy(() ->
            Addressee.of(notice(LetterKind.PAYOUT), sam, unset, (who, how) -> Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The programme has no settings");
    assertThat(
            Addressee.of(notice(LetterKind.RECEIVED), sam, unset, (who, how) -> Optional.empty()))
        .hasValue(new Addressee(EMMA.employee().email(), "Emma Jansen", Language.NL));
    assertThat(
            Addressee.of(notice(LetterKind.INVITATION), sam, unset, (who, how) -> Optional.empty()))
        .isEmpty();
  }

  @Test
  void a_notice_without_a_referral_is_a_defect() {
    var sam = samIsReferred();
    var ports = world.ports();
    world.streamStops();
    world.accepts(sam);
    var useCase =
        new SendNotice(
            ports.outbox(),
            ports.post(),
            new InMemoryWorld().backgrounds(),
            ports.mailer(),
            new Steps(ports.referrals(), ports.clock()),
            ports.seals(),
            ports.workingDays(),
            new Letters(),
            URI.create("https://referrals.example.com"),
            new PrepareThanks(ports.referrals(), ports.outbox(), ports.workingDays()),
            new FindWhoThanks(ports.directory()),
            ports.clock());

    assertThatThrownBy(() -> useCase.round(sam).send(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A notice without a referral");
  }
}
