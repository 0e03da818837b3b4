package io.referralflow.directory;

import static io.referralflow.directory.DirectoryFixtures.said;
import static io.referralflow.directory.DirectoryFixtures.unsaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.hire.HrNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColleagueTest {

  private static final Colleague NOBODY = Colleague.unheardOf(new HrNumber("E-7"));
  private static final LocalDate MAY_1 = LocalDate.parse("2026-05-01");

  private static Colleague with(Detail detail, String value) {
    return NOBODY.with(said(1, Map.of(detail, value)));
  }

  @Test
  void nothing_is_known_before_something_was_said() {
    assertThat(NOBODY.text(Detail.NAME)).isEmpty();
    assertThat(NOBODY.email()).isEmpty();
    assertThat(NOBODY.language()).isEmpty();
    assertThat(NOBODY.contract()).isEmpty();
    assertThat(NOBODY.manager()).isEmpty();
    assertThat(NOBODY.inServiceFrom()).isEmpty();
    assertThat(NOBODY.inServiceTo()).isEmpty();
    assertThat(NOBODY.version()).isZero();
  }

  @Test
  void what_was_said_is_known() {
    assertThat(with(Detail.EMAIL, "joris@example.com").email())
        .contains(new Email("joris@example.com"));
    assertThat(with(Detail.LANGUAGE, "en").language()).contains(Language.EN);
    assertThat(with(Detail.CONTRACT, "flex").contract()).contains(Contract.FLEX);
    assertThat(with(Detail.MANAGER, "E-1").manager()).contains(new HrNumber("E-1"));
    assertThat(with(Detail.IN_SERVICE_FROM, "2026-05-01").inServiceFrom()).contains(MAY_1);
    assertThat(with(Detail.IN_SERVICE_TO, "2026-05-01").inServiceTo()).contains(MAY_1);
  }

  @Test
  void the_newest_saying_wins_each_detail_by_itself() {
    var first = said(1, Map.of(Detail.NAME, "Joris", Detail.TEAM, "Search"));
    var second = said(2, Map.of(Detail.TEAM, "Payments"));

    assertThat(NOBODY.with(second).with(first)).isEqualTo(NOBODY.with(first).with(second));
    assertThat(NOBODY.with(second).with(first).text(Detail.TEAM)).contains("Payments");
    assertThat(NOBODY.with(second).with(first).text(Detail.NAME)).contains("Joris");
  }

  @Test
  void what_is_taken_back_is_not_known_any_more() {
    var joris = with(Detail.TEAM, "Search").with(unsaid(2, Detail.TEAM));

    assertThat(joris.text(Detail.TEAM)).isEmpty();
    assertThat(joris.with(said(1, Map.of(Detail.TEAM, "Late"))).text(Detail.TEAM)).isEmpty();
  }

  @Test
  void the_same_sayings_in_any_order_any_number_of_times_make_the_same_colleague() {
    var sayings =
        List.of(
            said(1, Map.of(Detail.NAME, "Joris", Detail.IN_SERVICE_FROM, "2020-01-01")),
            said(2, Map.of(Detail.TEAM, "Search", Detail.CONTRACT, "flex")),
            unsaid(3, Detail.TEAM),
            said(4, Map.of(Detail.CONTRACT, "permanent", Detail.MANAGER, "E-1")),
            said(5, Map.of(Detail.IN_SERVICE_TO, "2026-04-30")),
            said(6, Map.of(Detail.IN_SERVICE_FROM, "2026-06-01")));
    var inOrder = sayings.stream().reduce(NOBODY, Colleague::with, (_, last) -> last);
    var random = new Random(20261124);

    for (var i = 0; i < 500; i++) {
      var told = new ArrayList<>(sayings);
      told.addAll(sayings.subList(0, random.nextInt(sayings.size())));
      Collections.shuffle(told, random);

      assertThat(told.stream().reduce(NOBODY, Colleague::with, (_, last) -> last))
          .isEqualTo(inOrder);
    }
  }

  @Test
  void service_begins_on_its_first_day_and_ends_after_its_last() {
    var joris =
        NOBODY.with(
            said(
                1,
                Map.of(Detail.IN_SERVICE_FROM, "2026-05-01", Detail.IN_SERVICE_TO, "2026-06-30")));

    assertThat(joris.inServiceOn(LocalDate.parse("2026-04-30"))).isFalse();
    assertThat(joris.inServiceOn(MAY_1)).isTrue();
    assertThat(joris.inServiceOn(LocalDate.parse("2026-06-30"))).isTrue();
    assertThat(joris.inServiceOn(LocalDate.parse("2026-07-01"))).isFalse();
  }

  @Test
  void a_leave_from_before_a_later_service_counts_no_more() {
    var back =
        with(Detail.IN_SERVICE_TO, "2025-12-31")
            .with(said(2, Map.of(Detail.IN_SERVICE_FROM, "2026-05-01")));

    assertThat(back.inServiceTo()).isEmpty();
    assertThat(back.inServiceOn(LocalDate.parse("2026-05-02"))).isTrue();
  }

  @Test
  void an_earlier_service_goes_on_until_its_last_day_where_the_next_one_is_entered_before() {
    var twice =
        NOBODY.with(
            said(
                1,
                Map.of(Detail.IN_SERVICE_TO, "2026-03-31", Detail.IN_SERVICE_FROM, "2026-05-01")));

    assertThat(twice.inServiceOn(LocalDate.parse("2026-03-31"))).isTrue();
    assertThat(twice.inServiceOn(LocalDate.parse("2026-04-01"))).isFalse();
    assertThat(twice.inServiceOn(LocalDate.parse("2026-04-30"))).isFalse();
    assertThat(twice.inServiceOn(MAY_1)).isTrue();
  }

  @Test
  void a_service_of_one_day_is_one() {
    var brief =
        with(Detail.IN_SERVICE_TO, "2026-05-01")
            .with(said(2, Map.of(Detail.IN_SERVICE_FROM, "2026-05-01")));

    assertThat(brief.inServiceTo()).contains(MAY_1);
    assertThat(brief.inServiceOn(MAY_1)).isTrue();
  }

  @Test
  void the_contract_says_whether_there_is_a_service_at_all() {
    assertThat(with(Detail.CONTRACT, "permanent").inServiceOn(MAY_1)).isTrue();
    assertThat(with(Detail.CONTRACT, "flex").inServiceOn(MAY_1)).isTrue();
    assertThat(with(Detail.CONTRACT, "former").inServiceOn(MAY_1)).isFalse();
    assertThat(with(Detail.CONTRACT, "outside").inServiceOn(MAY_1)).isFalse();
    assertThat(NOBODY.inServiceOn(MAY_1)).isTrue();
  }

  @Test
  void payroll_knows_a_colleague_by_the_hr_number_unless_it_has_another() {
    assertThat(NOBODY.personnelNumber()).isEqualTo("E-7");
    assertThat(with(Detail.PERSONNEL_NUMBER, "90007").personnelNumber()).isEqualTo("90007");
  }

  @Test
  void being_stored_counts() {
    assertThat(with(Detail.NAME, "Joris").stored().stored().version()).isEqualTo(2);
    assertThat(with(Detail.NAME, "Joris").stored().text(Detail.NAME)).contains("Joris");
  }

  @Test
  void no_personal_data_shines_through() {
    assertThat(with(Detail.NAME, "Joris").toString()).isEqualTo("Colleague[E-7]");
  }
}
