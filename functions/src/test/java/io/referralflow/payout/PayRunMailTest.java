package io.referralflow.payout;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.letter.Letter;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.payout.HoldPayout.Holding;
import io.referralflow.payout.HoldPayout.Request;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.programme.PayoutMail;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.SaveSettings;
import io.referralflow.programme.SaveSettings.Saving;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.scenario.Postbox.Received;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Finance is told what to pay by one mail for each pay run. The run that pays on Friday 22 May
/// 2026 closes on the 15th, and takes in what is due on 1 May.
class PayRunMailTest {

  private static final Email FINANCE = new Email("finance@example.com");
  private static final ProgrammeNotice MAY =
      new ProgrammeNotice.PayRunClosed(
          LocalDate.parse("2026-05-22"), LocalDate.parse("2026-05-15"));

  private final World world = World.on("2026-03-02T09:15");

  private void payroll() {
    var terms = Programme.terms();
    var _ =
        new PublishTerms(world.ports().programmes(), Programme.workingDays(), world::now)
            .execute(
                new PublishTerms.Content(
                    terms.text(),
                    terms.levels(),
                    terms.instalments(),
                    terms.probationMonths(),
                    new Promise(60, Optional.of(new PayrollCalendar(25, 5, List.of()))),
                    terms.eligibilityMonths()),
                Optional.empty(),
                PETRA.id());
  }

  private Saving asksForMails(PayoutMail how) {
    return new SaveSettings(world.ports().programmes(), world::now)
        .execute(Programme.labelled().with(how), PETRA.id());
  }

  private void oneMailForEachRun() {
    payroll();
    assertThat(asksForMails(PayoutMail.PER_RUN)).isEqualTo(Saving.SAVED);
  }

  private ReferralId hiredFrom(String day, String address) {
    var id = world.refers(EMMA, address, JAVA_ENGINEER);
    world.accepts(id);
    world.advances(RUBEN, id);
    world.hears(hired("HR-" + address, day).of(address));
    return id;
  }

  private List<Received> toFinance() {
    return world.postbox().received().stream().filter(mail -> mail.to().equals(FINANCE)).toList();
  }

  private List<String> subjects() {
    return toFinance().stream().map(Received::letter).map(Letter::subject).toList();
  }

  private static String words(Received mail) {
    return mail.letter().text().replaceAll("\\s+", " ");
  }

  private Holding hold(ReferralId id, Optional<HoldReason> because) {
    return world.product().holdPayout.execute(new Request(FATIMA.employee(), id, 1, because));
  }

  @Test
  void a_run_is_told_once_after_its_cut_off_and_no_instalment_by_itself() {
    oneMailForEachRun();
    var _ = hiredFrom("2026-05-01", "sam@example.org");
    var _ = hiredFrom("2026-05-04", "noor@example.org");
    world.goTo("2026-05-16T00:59");
    assertThat(toFinance()).isEmpty();

    world.goTo("2026-05-22T12:00");
    assertThat(toFinance()).hasSize(1);
    var mail = toFinance().getFirst();
    assertThat(mail.at()).isEqualTo(World.moment("2026-05-16T06:00"));
    assertThat(mail.reference()).isEqualTo("pay-run-2026-05-22-closed-2026-05-15");
    assertThat(mail.letter().subject())
        .isEqualTo("Te betalen op 22 mei 2026: 2 uit de run die op 15 mei 2026 sloot");
    assertThat(words(mail))
        .contains(
            "RF-1-1, Emma Jansen € 1.000,00",
            "RF-2-1, Emma Jansen € 1.000,00 Bijzondere beloning",
            "Geld in totaal: € 2.000,00")
        .doesNotContain("Sam", "Noor", "Java");
    world.assertSound();
  }

  @Test
  void what_is_paid_before_the_run_closes_is_left_out() {
    oneMailForEachRun();
    var sam = hiredFrom("2026-05-01", "sam@example.org");
    var _ = hiredFrom("2026-05-04", "noor@example.org");
    world.goTo("2026-05-06T09:00");
    world.confirms(FATIMA, sam, 1, "2026-05-06");
    world.goTo("2026-05-22T12:00");

    assertThat(words(toFinance().getLast())).contains("RF-2-1").doesNotContain("RF-1-1");
  }

  @Test
  void a_run_of_which_all_is_paid_is_not_told() {
    oneMailForEachRun();
    var sam = hiredFrom("2026-05-01", "sam@example.org");
    world.goTo("2026-05-06T09:00");
    world.confirms(FATIMA, sam, 1, "2026-05-06");
    world.goTo("2026-05-22T12:00");

    assertThat(toFinance()).isEmpty();
    assertThat(world.store().posted().getLast().state()).isEqualTo(MailState.DROPPED);
  }

  @Test
  void what_finance_holds_is_told_as_held() {
    oneMailForEachRun();
    var sam = hiredFrom("2026-05-01", "sam@example.org");
    var _ = hiredFrom("2026-05-04", "noor@example.org");
    world.goTo("2026-05-06T09:00");
    assertThat(hold(sam, Optional.of(HoldReason.DISPUTED))).isEqualTo(Holding.ON_HOLD);
    world.goTo("2026-05-22T12:00");

    assertThat(subjects())
        .containsExactly(
            "Betaling aangehouden, beloofd vóór 22 mei 2026: € 1.000,00, kenmerk RF-1-1",
            "Te betalen op 22 mei 2026: 1 uit de run die op 15 mei 2026 sloot");
    assertThat(words(toFinance().getLast()))
        .contains("RF-2-1, Emma Jansen € 1.000,00")
        .containsSubsequence("RF-2-1", "In de wacht", "RF-1-1");
  }

  @Test
  void what_is_released_after_its_run_closed_has_a_mail_of_its_own() {
    oneMailForEachRun();
    var _ = hiredFrom("2026-05-01", "sam@example.org");
    var _ =
        world
            .ports()
            .brake()
            .pull(
                new Pull(
                    Cause.OPERATOR,
                    Optional.empty(),
                    Optional.of(FATIMA.id()),
                    "A look at it.",
                    world.now()));
    world.goTo("2026-05-18T09:00");
    assertThat(subjects()).noneMatch(subject -> subject.startsWith("Te betalen"));
    world.thaw();
    world.goTo("2026-05-20T09:00");

    assertThat(subjects()).contains("Te betalen: € 1.000,00, kenmerk RF-1-1");
  }

  @Test
  void terms_without_a_calendar_have_no_runs_and_the_setting_is_refused() {
    assertThat(asksForMails(PayoutMail.PER_RUN)).isEqualTo(Saving.NO_PAYROLL_CALENDAR);
    assertThat(world.ports().programmes().settings()).hasValue(Programme.settings());
    assertThat(asksForMails(PayoutMail.PER_INSTALMENT)).isEqualTo(Saving.SAVED);
  }

  @Test
  void a_referral_under_terms_without_a_calendar_keeps_its_mail_for_each_instalment() {
    var sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    oneMailForEachRun();
    world.accepts(sam);
    world.advances(RUBEN, sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.goTo("2026-05-02T09:00");

    assertThat(subjects()).containsExactly("Te betalen: € 1.000,00, kenmerk RF-1-1");
  }

  @Test
  void a_setting_that_is_changed_back_leaves_nothing_untold() {
    oneMailForEachRun();
    var _ = hiredFrom("2026-05-01", "sam@example.org");
    world.goTo("2026-05-02T09:00");
    assertThat(asksForMails(PayoutMail.PER_INSTALMENT)).isEqualTo(Saving.SAVED);
    var _ = hiredFrom("2026-05-05", "noor@example.org");
    world.goTo("2026-05-22T12:00");

    assertThat(subjects())
        .containsExactly(
            "Te betalen: € 1.000,00, kenmerk RF-2-1",
            "Betaling nog te bevestigen vóór 22 mei 2026: € 1.000,00, kenmerk RF-1-1",
            "Betaling nog te bevestigen vóór 22 mei 2026: € 1.000,00, kenmerk RF-2-1",
            "Te betalen op 22 mei 2026: 2 uit de run die op 15 mei 2026 sloot");
  }

  @Test
  void a_mail_that_may_have_been_sent_comes_again_as_a_copy_with_the_same_reference() {
    oneMailForEachRun();
    var _ = hiredFrom("2026-05-01", "sam@example.org");
    world.goTo("2026-05-16T00:45");
    world.postbox().answerNext(new Handover.Unknown("lost"));
    world.goTo("2026-05-17T12:00");

    assertThat(toFinance().getLast().letter().subject())
        .isEqualTo("KOPIE, niet twee keer betalen: 1 voor 22 mei 2026");
    assertThat(toFinance()).extracting(Received::reference).containsOnly(MAY.id());
    assertThat(world.store().posted().getLast().state()).isEqualTo(MailState.SENT);
  }

  @Test
  void a_stream_that_is_lost_is_made_good_by_upkeep() {
    oneMailForEachRun();
    var _ = hiredFrom("2026-05-01", "sam@example.org");
    world.goTo("2026-05-01T00:00");
    world.streamStops();
    world.goTo("2026-05-02T09:00");
    world.streamIsLost();
    world.goTo("2026-05-22T12:00");

    assertThat(toFinance()).hasSize(1);
    assertThat(subjects().getFirst()).startsWith("Te betalen op 22 mei 2026: 1 uit de run");
  }
}
