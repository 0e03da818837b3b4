package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.directory.Detail;
import io.referralflow.directory.SaveColleague;
import io.referralflow.hire.HrNumber;
import io.referralflow.programme.ThankYou;
import io.referralflow.recognition.ReadThanks.Prepared;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.Recognition.Deed;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The thank-you and the mention that a hire prepares for a named manager (S8, S9), as the use
/// cases see them.
class ThankYouTest extends Story {

  private static final Caller MARK = People.caller("mark", "Mark Manager", "HR-0100");
  private static final Email PETRAS = new Email("petra@example.com");

  @BeforeEach
  void emma_reports_to_mark() {
    knows("HR-0100", Map.of(Detail.NAME, "Mark Manager", Detail.EMAIL, "mark@example.com"));
    knows("HR-0102", Map.of(Detail.NAME, "Dora Director", Detail.EMAIL, "dora@example.com"));
    knows(
        "HR-0001",
        Map.of(
            Detail.NAME, "Emma Jansen",
            Detail.MANAGER, "HR-0100",
            Detail.DEPARTMENT, "Engineering"));
  }

  private void knows(String number, Map<Detail, String> said) {
    var details = new EnumMap<Detail, Optional<String>>(Detail.class);
    for (var detail : Detail.values()) {
      details.put(detail, Optional.ofNullable(said.get(detail)));
    }
    details.put(Detail.CONTRACT, Optional.of("permanent"));
    var ports = world.ports();
    var _ =
        new SaveColleague(ports.directory(), ports.seals(), ports.clock())
            .execute(PETRA.id(), new HrNumber(number), details);
  }

  private void thanks(ThankYou how) {
    var plain = Programme.settings();
    world.ports().programmes().save(plain.with(how), PETRA.id(), world.now());
  }

  private ReferralId aHire() {
    var id = samIsReferred();
    world.accepts(id);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.settle();
    return id;
  }

  private Optional<Prepared> read(Caller who, ReferralId id) {
    return world.product().readThanks.execute(who, id);
  }

  private Prepared marked(Caller who, ReferralId id, Deed deed) {
    return world.product().markThanks.execute(who, id, deed).orElseThrow();
  }

  @Test
  void is_prepared_for_the_referrers_own_manager_who_alone_may_read_and_mark_it() {
    thanks(new ThankYou(3, PETRAS, Optional.empty(), Map.of()));
    var id = aHire();

    var prepared = read(MARK, id).orElseThrow();
    assertThat(prepared.manager()).contains("Mark Manager");
    assertThat(prepared.referrer()).isEqualTo("Emma Jansen");
    assertThat(prepared.vacancy()).isEqualTo("Java engineer");
    assertThat(prepared.receiptNumber())
        .isEqualTo(world.referral(id).particulars().receiptNumber());
    assertThat(prepared.recognition().escalateAfter()).isEqualTo(LocalDate.parse("2026-03-05"));
    assertThat(read(PETRA, id)).contains(prepared);
    assertThat(read(EMMA, id)).isEmpty();
    assertThat(read(JORIS, id)).isEmpty();
    assertThat(world.product().markThanks.execute(EMMA, id, Deed.THANKS)).isEmpty();

    var thanked = marked(MARK, id, Deed.THANKS);
    assertThat(thanked.recognition().thanked().map(Recognition.Mark::at)).contains(world.now());
    assertThat(thanked.recognition().mentioned()).isEmpty();
    world.goTo("2026-03-03T10:00");
    assertThat(marked(PETRA, id, Deed.THANKS)).isEqualTo(thanked);
    assertThat(marked(MARK, id, Deed.MENTION).recognition().isDone(Deed.MENTION)).isTrue();
    assertThat(read(MARK, id).orElseThrow().recognition().isDone(Deed.MENTION)).isTrue();
  }

  @Test
  void goes_to_whom_the_settings_name_for_the_department_before_all_others() {
    thanks(new ThankYou(3, PETRAS, Optional.of("HR-0100"), Map.of("Engineering", "HR-0102")));
    var id = aHire();

    assertThat(read(PETRA, id).orElseThrow().manager()).contains("Dora Director");
    assertThat(read(MARK, id)).isEmpty();
  }

  @Test
  void goes_to_whom_the_settings_name_for_everybody_before_the_own_manager() {
    thanks(new ThankYou(3, PETRAS, Optional.of("HR-0102"), Map.of("Sales", "HR-0100")));

    assertThat(read(PETRA, aHire()).orElseThrow().manager()).contains("Dora Director");
  }

  @Test
  void is_prepared_too_when_the_hire_is_earned_on_appeal() {
    thanks(new ThankYou(3, PETRAS, Optional.of("HR-0102"), Map.of()));
    var _ = samIsReferred();
    var joriss = world.refers(JORIS, SAM, JAVA_ENGINEER);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    world.goTo("2026-03-04T09:00");
    var _ = world.appeal(JORIS, joriss, AppealReason.REFERRED_FIRST);
    assertThat(read(PETRA, joriss)).isEmpty();

    world.allows(PETRA, joriss);
    world.settle();

    assertThat(read(PETRA, joriss).orElseThrow().manager()).contains("Dora Director");
  }

  @Test
  void is_escalated_once_when_it_is_not_done_in_time() {
    thanks(new ThankYou(3, PETRAS, Optional.empty(), Map.of()));
    var id = aHire();
    world.goTo("2026-03-05T23:00");
    assertThat(read(PETRA, id).orElseThrow().recognition().escalated()).isFalse();
    world.goTo("2026-03-10T09:00");

    assertThat(read(PETRA, id).orElseThrow().recognition().escalated()).isTrue();
    assertThat(world.postbox().received().stream().filter(mail -> mail.to().equals(PETRAS)).count())
        .isEqualTo(1);
  }

  @Test
  void is_not_prepared_where_the_settings_do_not_ask_for_it() {
    assertThat(read(PETRA, aHire())).isEmpty();
  }

  @Test
  void of_another_vacancy_names_that_one() {
    thanks(new ThankYou(3, PETRAS, Optional.empty(), Map.of()));
    var id = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.hears(hired("HR-77", "2026-05-01").of("kim@example.org"));
    world.settle();

    assertThat(read(MARK, id).orElseThrow().recognition().referral()).isEqualTo(id);
  }
}
