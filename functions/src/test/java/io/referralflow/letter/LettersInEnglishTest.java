package io.referralflow.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import io.referralflow.reward.InstalmentState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every letter in English, word for word: the page to read when a sentence is changed.
class LettersInEnglishTest {

  private final Letters letters = new Letters();

  @Test
  void invitation() {
    assertThat(written(LetterKind.INVITATION))
        .isEqualTo(
            """
            Emma Bakker has referred you for Test engineer at Example Engineering

            Hello Sam Sample,

            Emma Bakker thinks that the position Test engineer at Example Engineering could suit you, and has therefore referred you to us.

            Would you like that too? Nothing happens without your yes. Take your time to see what the vacancy is and what we keep about you, then say yes or no. You do not need an account.

            Take a look and answer:
            https://referrals.example.com/#/referrals/1042

            You can answer up to and including 7 December 2026. If we hear nothing, we send you one reminder, and then the invitation runs out by itself.

            If you do not answer, we delete your data by 4 January 2027.

            Your data
            ---------

            What we keep
              Your name, your e-mail address and whatever else Emma Bakker filled in about you. The link above shows you all of it.

            Who gave it to us
              Emma Bakker. We have not looked up anything else about you.

            What for
              To ask you this question and, if you say yes, to consider you for this vacancy. If you come to work for us, Emma Bakker receives a reward.

            Why we may
              We have a legitimate interest in asking you this once. After your answer we only go on with your consent.

            What Emma Bakker is told
              How far the procedure is. When it ends, you decide whether Emma Bakker also hears at which stage and why.

            How long
              Until four weeks after the end of the procedure, or a year if you choose so. A procedure that nobody ends, ends by itself; behind the link above you see until when we keep your data.

            Your rights
              With the same link, without an account, you can see your data, get a copy, correct it, have it deleted, and object. You can withdraw at any time; then we delete your data at once. You can complain to the data protection authority, in the Netherlands the Autoriteit Persoonsgegevens.

            Whom to ask
              Questions about your data? Write to Example Engineering: privacy@example.com

            Kind regards,
            Example Engineering

            --
            You receive this mail because Emma Bakker referred you to Example Engineering. Receipt number: 1042.
            """);
  }

  @Test
  void imported() {
    assertThat(written(LetterKind.IMPORTED))
        .isEqualTo(
            """
            Emma Bakker has referred you for Test engineer at Example Engineering

            Hello Sam Sample,

            Emma Bakker has referred you to Example Engineering for the position Test engineer. That began before we kept referrals in this system; from now on it goes on here, and so we tell you what we keep about you and which rights you have.

            Nothing changes in the procedure, and you need not do anything. If you do not want to be referred any more, you can say so behind this link.

            See your data:
            https://referrals.example.com/#/referrals/1042

            Your data
            ---------

            What we keep
              Your name, your e-mail address and whatever else Emma Bakker filled in about you. The link above shows you all of it.

            Who gave it to us
              Emma Bakker. We have not looked up anything else about you.

            What for
              To go on with your candidacy or your employment as it was agreed, and to give Emma Bakker the reward that was promised if you work for us.

            Why we may
              We have a legitimate interest in keeping the promise that was made to Emma Bakker. You can object to that at any time.

            What Emma Bakker is told
              How far the procedure is. When it ends, you decide whether Emma Bakker also hears at which stage and why.

            How long
              Until four weeks after the end of the procedure, or a year if you choose so. A procedure that nobody ends, ends by itself; behind the link above you see until when we keep your data.

            Your rights
              With the same link, without an account, you can see your data, get a copy, correct it, have it deleted, and object. You can withdraw at any time; then we delete your data at once. You can complain to the data protection authority, in the Netherlands the Autoriteit Persoonsgegevens.

            Whom to ask
              Questions about your data? Write to Example Engineering: privacy@example.com

            Kind regards,
            Example Engineering

            --
            You receive this mail because Emma Bakker referred you to Example Engineering. Receipt number: 1042.
            """);
  }

  @Test
  void invitation_reminder() {
    assertThat(written(LetterKind.INVITATION_REMINDER))
        .isEqualTo(
            """
            Once more about Test engineer at Example Engineering

            Hello Sam Sample,

            A few days ago we wrote to you that Emma Bakker has referred you for Test engineer at Example Engineering. Perhaps you missed that mail.

            Does it appeal to you? Then say yes. Rather not? No is just as welcome. Nothing happens without your yes, and you do not need an account.

            Take a look and answer:
            https://referrals.example.com/#/referrals/1042

            You can answer up to and including 7 December 2026. This is our only reminder; after that the invitation runs out by itself.

            If you do not answer, we delete your data by 4 January 2027.

            The link also shows you all that we keep about you and which rights you have. There you can have your data deleted at once.

            Kind regards,
            Example Engineering

            --
            You receive this mail because Emma Bakker referred you to Example Engineering. Receipt number: 1042.
            """);
  }

  @Test
  void rejected() {
    assertThat(written(LetterKind.REJECTED))
        .isEqualTo(
            """
            About your application for Test engineer at Example Engineering

            Hello Sam Sample,

            We have looked carefully at your application for Test engineer and will not go on with you this time. We understand that you hoped for other news.

            For this position we were looking for somebody with other or more experience.

            Thank you for your time and your trust. We wish you every success in what you do next.

            You are the first to hear this. Emma Bakker is only told later that the procedure has ended, and no more than you have allowed.

            We keep your data up to and including 4 January 2027. Then we delete it.

            Would you like it to go sooner? This link shows you what we keep and lets you have it deleted at once.

            See or delete your data:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because Emma Bakker referred you to Example Engineering. Receipt number: 1042.
            """);
  }

  @Test
  void expired() {
    assertThat(written(LetterKind.EXPIRED))
        .isEqualTo(
            """
            The invitation for Test engineer at Example Engineering has run out

            Hello Sam Sample,

            Emma Bakker had referred you for Test engineer at Example Engineering. We have had no answer from you, so the invitation has now run out.

            That is perfectly fine: nothing happens without your yes. You need not do anything, and we will not ask you anything more about this referral.

            We keep your data up to and including 4 January 2027. Then we delete it.

            Would you like it to go sooner? This link shows you what we keep and lets you have it deleted at once.

            See or delete your data:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because Emma Bakker referred you to Example Engineering. Receipt number: 1042.
            """);
  }

  @Test
  void lapsed() {
    assertThat(written(LetterKind.LAPSED))
        .isEqualTo(
            """
            The referral for Test engineer at Example Engineering has ended

            Hello Sam Sample,

            Emma Bakker had referred you for Test engineer at Example Engineering. A referral counts for a limited time. That time is over and we have not heard that you were hired, so the referral has now ended.

            It says nothing about you. If you are still in touch with Example Engineering, that simply goes on. You need not do anything.

            You are the first to hear this. Emma Bakker is only told later that the procedure has ended, and no more than you have allowed.

            We keep your data up to and including 4 January 2027. Then we delete it.

            Would you like it to go sooner? This link shows you what we keep and lets you have it deleted at once.

            See or delete your data:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because Emma Bakker referred you to Example Engineering. Receipt number: 1042.
            """);
  }

  @Test
  void goodbye() {
    assertThat(written(LetterKind.GOODBYE))
        .isEqualTo(
            """
            You have opted out of Test engineer at Example Engineering

            Hello Sam Sample,

            You have told us that you do not want to be considered, or no longer, for Test engineer at Example Engineering. That has been taken care of. Thank you for letting us know.

            Emma Bakker is told later that the procedure has ended, and no more than you have allowed.

            We keep your data up to and including 4 January 2027. Then we delete it.

            Would you like it to go sooner? This link shows you what we keep and lets you have it deleted at once.

            See or delete your data:
            https://referrals.example.com/#/referrals/1042

            This is our last mail about this referral.

            Kind regards,
            Example Engineering

            --
            You receive this mail because Emma Bakker referred you to Example Engineering. Receipt number: 1042.
            """);
  }

  @Test
  void goodbye_after_the_hire() {
    var letter =
        letters.write(
            LetterKind.GOODBYE,
            LetterFixtures.with(
                LetterKind.GOODBYE, Language.EN, Set.of(LetterFixtures.Need.STARTS_ON)));

    assertThat(letter.subject())
        .isEqualTo("We are deleting your data about Test engineer at Example Engineering");
    assertThat(letter.text())
        .contains(
            """

            You have asked us to stop using your data about your referral for Test engineer at Example Engineering. That has been taken care of. It changes nothing about your employment.

            Emma Bakker no longer sees your name. A reward for the referral follows the rules as before.
            """);
  }

  @Test
  void promise_near() {
    var letter =
        letters.write(
            LetterKind.PROMISE_NEAR, LetterFixtures.full(LetterKind.PROMISE_NEAR, Language.EN));

    assertThat(letter.subject())
        .isEqualTo("Payment still to be confirmed by 3 March 2027: €1,750.00, reference RF-1042-1");
    assertThat(letter.text())
        .contains("the payment is not confirmed yet. If it has been paid, please confirm it");
  }

  @Test
  void promise_near_of_what_is_not_released() {
    var letter =
        letters.write(
            LetterKind.PROMISE_NEAR,
            LetterFixtures.bare(LetterKind.PROMISE_NEAR, Language.EN)
                .link(LetterFixtures.PAGE)
                .instalments(List.of(LetterFixtures.first(InstalmentState.PLANNED)))
                .payout(1, "RF-1042-1")
                .build());

    assertThat(letter.subject())
        .isEqualTo(
            "Payment not released yet, promised by 3 March 2027: €1,750.00, reference RF-1042-1");
    assertThat(letter.text())
        .contains(
            "it has not been released yet: payouts are frozen, or the release failed. Please do not pay it from this mail");
  }

  @Test
  void promise_near_of_what_is_on_hold() {
    var letter =
        letters.write(
            LetterKind.PROMISE_NEAR,
            LetterFixtures.bare(LetterKind.PROMISE_NEAR, Language.EN)
                .link(LetterFixtures.PAGE)
                .instalments(List.of(LetterFixtures.first(InstalmentState.HELD)))
                .payout(1, "RF-1042-1")
                .build());

    assertThat(letter.subject())
        .isEqualTo("Payment on hold, promised by 3 March 2027: €1,750.00, reference RF-1042-1");
    assertThat(letter.text())
        .contains(
            "the programme manager has still to decide whether it is earned. Please do not pay it from this mail");
  }

  @Test
  void taken_back() {
    assertThat(written(LetterKind.TAKEN_BACK))
        .isEqualTo(
            """
            The referral for Test engineer at Example Engineering has been taken back

            Hello Sam Sample,

            Emma Bakker has taken back the referral of you for Test engineer at Example Engineering. The procedure stops with that.

            You need not do anything.

            We delete your data now that this mail has been sent, within 24 hours at the latest.

            Kind regards,
            Example Engineering

            --
            You receive this mail because Emma Bakker referred you to Example Engineering. Receipt number: 1042.
            """);
  }

  @Test
  void received() {
    assertThat(written(LetterKind.RECEIVED))
        .isEqualTo(
            """
            Received: Sam Sample for Test engineer

            Hello Emma Bakker,

            Thank you for thinking of Sam Sample. Your referral has arrived.

            Receipt number: 1042
            Received on:    23 November 2026 at 09:05
            Vacancy:        Test engineer

            The next step: we have asked Sam Sample to say yes or no. That can be done up to and including 7 December 2026. As soon as there is a yes, you will hear from us.

            Your reward if it works out
            ---------------------------

            Part 1, on the first working day:    €1,750.00
            Part 2, at the end of the probation: €1,750.00

            As soon as there is a start date, you will hear on which days you earn this and by when it is paid.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void accepted() {
    assertThat(written(LetterKind.ACCEPTED))
        .isEqualTo(
            """
            Sam Sample says yes to Test engineer

            Hello Emma Bakker,

            Good news: Sam Sample would like to be considered for Test engineer.

            The next step: a recruiter looks at the application. You will hear from us as soon as there is a decision.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void advanced() {
    assertThat(written(LetterKind.ADVANCED))
        .isEqualTo(
            """
            Sam Sample has passed the screening for Test engineer

            Hello Emma Bakker,

            Good news: Sam Sample has passed the screening for Test engineer.

            The next step: the company and the candidate agree on a job. You will hear from us when there is a start date, or when the procedure has ended.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void hired() {
    assertThat(written(LetterKind.HIRED))
        .isEqualTo(
            """
            Sam Sample is coming to work at Example Engineering

            Hello Emma Bakker,

            Congratulations, and thank you: Sam Sample has been hired for Test engineer.

            The first working day is 1 February 2027.

            Your reward
            -----------

            Part 1, on the first working day
              €1,750.00
              earned on 1 February 2027, paid by 3 March 2027

            Part 2, at the end of the probation
              €1,750.00
              earned on 1 April 2027, paid by 30 April 2027

            A part is earned if Sam Sample is in service on that day. What is earned stays yours.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void plan_changed() {
    assertThat(written(LetterKind.PLAN_CHANGED))
        .isEqualTo(
            """
            The dates of your reward have changed: Sam Sample

            Hello Emma Bakker,

            Something has changed in the plan of Sam Sample for Test engineer. This is how it stands now. This mail replaces what we wrote to you about the reward before.

            The first working day is 1 February 2027.

            Your reward
            -----------

            Part 1, on the first working day
              €1,750.00
              paid

            Part 2, at the end of the probation
              €1,750.00
              cancelled

            A part is earned if Sam Sample is in service on that day. What is earned stays yours.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void paid() {
    assertThat(written(LetterKind.PAID))
        .isEqualTo(
            """
            Paid: €1,750.00 for your referral of Sam Sample

            Hello Emma Bakker,

            Part 1 of your reward for Sam Sample has been paid.

            Amount:         €1,750.00
            Paid on:        26 February 2027
            Reference:      RF-1042-1
            Receipt number: 1042

            What is still to come
            ---------------------

            Part 2, at the end of the probation
              €1,750.00
              earned on 1 April 2027, paid by 30 April 2027

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void held() {
    assertThat(written(LetterKind.HELD))
        .isEqualTo(
            """
            On hold: Sam Sample for Test engineer

            Hello Emma Bakker,

            Your referral of Sam Sample for Test engineer has raised a question that a person has to answer. Until then the reward stands still. You need not do anything.

            The next step: the programme manager looks at it and decides. You will hear from us.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void ended() {
    assertThat(written(LetterKind.ENDED))
        .isEqualTo(
            """
            Ended: Sam Sample for Test engineer

            Hello Emma Bakker,

            The procedure of Sam Sample for Test engineer has ended.

            The last stage was: hiring.

            The reason: experience.

            We cannot say more about it: the candidate decides what we share.

            Your reward
            -----------

            Part 1, on the first working day
              €1,750.00
              cancelled

            Part 2, at the end of the probation
              €1,750.00
              cancelled

            Thank you for referring somebody.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void appeal_allowed() {
    assertThat(written(LetterKind.APPEAL_ALLOWED))
        .isEqualTo(
            """
            Your appeal has been allowed: Sam Sample for Test engineer

            Hello Emma Bakker,

            Your appeal has been allowed. Your referral of Sam Sample for Test engineer earns you what stands below.

            What was decided and why stands on the page of your referral.

            The first working day is 1 February 2027.

            Your reward
            -----------

            Part 1, on the first working day
              €1,750.00
              earned on 1 February 2027, paid by 3 March 2027

            Part 2, at the end of the probation
              €1,750.00
              earned on 1 April 2027, paid by 30 April 2027

            A part is earned if Sam Sample is in service on that day. What is earned stays yours.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void appeal_dismissed() {
    assertThat(written(LetterKind.APPEAL_DISMISSED))
        .isEqualTo(
            """
            Your appeal has been dismissed: Sam Sample for Test engineer

            Hello Emma Bakker,

            Your appeal has been looked at and dismissed. Your referral of Sam Sample for Test engineer earns you no reward.

            Why stands on the page of your referral. An appeal is decided once; this is the end of it.

            Follow your referral:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because it is about your own referral. Receipt number: 1042.
            """);
  }

  @Test
  void payout() {
    assertThat(written(LetterKind.PAYOUT))
        .isEqualTo(
            """
            To be paid: €1,750.00, reference RF-1042-1

            Hello,

            A part of a reward has been released. Please pay it by 3 March 2027.

            Reference:          RF-1042-1
            Receipt number:     1042
            Pay to:             Emma Bakker
            Amount:             €1,750.00
            Part of the reward: 1
            Due on:             1 February 2027
            Promised by:        3 March 2027

            What counts is the payouts page. Look there before you pay, and confirm the payment there with the same reference.

            Go to the payouts:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because Example Engineering gave this address for payouts.
            """);
  }

  @Test
  void payout_copy() {
    assertThat(written(LetterKind.PAYOUT_COPY))
        .isEqualTo(
            """
            COPY, do not pay twice: €1,750.00, reference RF-1042-1

            Hello,

            This is a copy. We are not certain that our first mail about this payout arrived. The reference is the same: if it has been paid, do not pay it again.

            Reference:          RF-1042-1
            Receipt number:     1042
            Pay to:             Emma Bakker
            Amount:             €1,750.00
            Part of the reward: 1
            Due on:             1 February 2027
            Promised by:        3 March 2027

            What counts is the payouts page. Look there before you pay, and confirm the payment there with the same reference.

            Go to the payouts:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because Example Engineering gave this address for payouts.
            """);
  }

  @Test
  void thanks() {
    assertThat(written(LetterKind.THANKS))
        .isEqualTo(
            """
            Please thank Emma Bakker: a referral for Test engineer became a colleague

            Hello Mark Manager,

            Somebody whom Emma Bakker referred for Test engineer has been hired. A personal word from you is worth more than money. Here is a text to send as it is, or in your own words.

            The thank-you
            -------------

            Dear Emma Bakker,

            The person you thought of for Test engineer is going to work with us. That is thanks to you: you saw who fits here and took the trouble to say so. Thank you very much, also on behalf of the team.

            For the next team meeting
            -------------------------

            “Thanks to Emma Bakker we have found somebody for Test engineer. A round of applause.”

            Please mark on the page below what you have done. If nothing is marked for some days, the programme manager hears of it.

            Mark it as done:
            https://referrals.example.com/#/referrals/1042

            Kind regards,
            Example Engineering

            --
            You receive this mail because you are named to thank Emma Bakker on behalf of Example Engineering. Receipt number: 1042.
            """);
  }

  /// The subject, an empty line and the text.
  private String written(LetterKind kind) {
    var letter = letters.write(kind, LetterFixtures.full(kind, Language.EN));
    return letter.subject() + "\n\n" + letter.text();
  }
}
