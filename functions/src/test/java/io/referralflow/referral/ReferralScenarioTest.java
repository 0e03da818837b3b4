package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.AMSTERDAM;
import static io.referralflow.referral.FactFixtures.euros;
import static io.referralflow.reward.Milestone.END_OF_PROBATION;
import static io.referralflow.reward.Milestone.FIRST_WORKING_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.View.NextStep;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Promise;
import io.referralflow.reward.Reward;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One life of a referral, from the first click to the last instalment, told by what happened and
/// what the referrer saw. The first test to read.
class ReferralScenarioTest {

  private final EmployeeId emma = new EmployeeId("emma");
  private final EmployeeId ruben = new EmployeeId("ruben");
  private final EmployeeId fatima = new EmployeeId("fatima");
  private final HrNumber sam = new HrNumber("HR-2041");

  private final List<Fact> facts = new ArrayList<>();

  @Test
  void from_the_first_click_to_the_last_instalment() {
    // On Monday 2 March Emma refers Sam for a senior position. It is worth EUR 3,500: half on the
    // first working day, half at the end of probation.
    emmaRefersSam("2026-03-02T09:15:00Z");
    assertThat(emmaSees("2026-03-02T09:16:00Z"))
        .isEqualTo("invited; 1750.00 planned, 1750.00 planned; candidate answer by 2026-03-15");

    // Sam does not answer, is reminded once after five days, and says yes on Sunday.
    happens(new Fact.Reminded(at("2026-03-07T09:15:00Z")));
    happens(new Fact.Accepted(at("2026-03-08T19:30:00Z"), Feedback.REASON, Keep.PROCEDURE));
    assertThat(emmaSees("2026-03-08T19:31:00Z"))
        .isEqualTo("screening; 1750.00 planned, 1750.00 planned; screening decision");

    // Ruben, the recruiter, talks to Sam and advances the referral.
    happens(new Fact.Advanced(at("2026-03-12T14:00:00Z"), ruben));
    assertThat(emmaSees("2026-03-12T14:01:00Z"))
        .isEqualTo("hiring; 1750.00 planned, 1750.00 planned; hire");

    // HR hires Sam from 1 May on. Probation lasts two months, so the second half is due on 1 July.
    hrReports(
        "2026-04-03T10:00:00Z",
        new Report.Hired(
            sam, stamp("2026-04-03T09:58:00Z"), LocalDate.of(2026, 5, 1), Optional.empty()));
    assertThat(emmaSees("2026-04-03T10:01:00Z"))
        .isEqualTo(
            "hired; 1750.00 planned for 2026-05-01, 1750.00 planned for 2026-07-01;"
                + " first working day by 2026-05-01");

    // Sam's old employer asks for two more weeks: both halves move.
    hrReports(
        "2026-04-10T10:00:00Z",
        new Report.StartMoved(sam, stamp("2026-04-10T09:59:00Z"), LocalDate.of(2026, 5, 18)));
    assertThat(emmaSees("2026-04-10T10:01:00Z"))
        .isEqualTo(
            "hired; 1750.00 planned for 2026-05-18, 1750.00 planned for 2026-07-18;"
                + " first working day by 2026-05-18");

    // Four weeks after the hire Sam's personal data is deleted. The reward lives on.
    happens(new Fact.Erased(at("2026-05-01T04:00:00Z")));

    // At midnight of Sam's first working day the first half is handed to finance, which pays it.
    happens(
        new Fact.Released(
            at("2026-05-17T22:00:00Z"), 1, LocalDate.of(2026, 5, 18), LocalDate.of(2026, 6, 17)));
    assertThat(emmaSees("2026-05-18T07:00:00Z"))
        .isEqualTo(
            "probation; 1750.00 released for 2026-05-18, 1750.00 planned for 2026-07-18;"
                + " payment by 2026-06-17");
    happens(new Fact.Paid(at("2026-06-15T13:00:00Z"), 1, LocalDate.of(2026, 6, 15), fatima));

    // Probation is made a month longer.
    hrReports(
        "2026-06-20T10:00:00Z",
        new Report.ProbationChanged(sam, stamp("2026-06-20T09:59:00Z"), LocalDate.of(2026, 8, 17)));
    assertThat(emmaSees("2026-06-20T10:01:00Z"))
        .isEqualTo(
            "probation; 1750.00 paid for 2026-05-18, 1750.00 planned for 2026-08-18;"
                + " end of probation by 2026-08-18");

    // Sam stays. The day after probation the second half is handed over, and paid as promised.
    happens(
        new Fact.Released(
            at("2026-08-17T22:00:00Z"), 2, LocalDate.of(2026, 8, 18), LocalDate.of(2026, 9, 17)));
    happens(new Fact.Paid(at("2026-09-10T13:00:00Z"), 2, LocalDate.of(2026, 9, 10), fatima));
    assertThat(emmaSees("2026-09-10T13:01:00Z"))
        .isEqualTo("completed; 1750.00 paid for 2026-05-18, 1750.00 paid for 2026-08-18; none");

    // When Sam leaves two years later, nothing is taken back.
    hrReports(
        "2028-09-01T10:00:00Z",
        new Report.Ended(sam, stamp("2028-09-01T09:59:00Z"), LocalDate.of(2028, 9, 30)));
    assertThat(emmaSees("2028-09-01T10:01:00Z"))
        .isEqualTo("completed; 1750.00 paid for 2026-05-18, 1750.00 paid for 2026-08-18; none");

    assertThat(emmasTimeline("2028-10-01T00:00:00Z"))
        .containsExactly(
            "2026-03-02 submitted",
            "2026-03-02 invited",
            "2026-03-07 reminded",
            "2026-03-08 accepted",
            "2026-03-12 advanced",
            "2026-04-03 hired",
            "2026-04-10 start moved",
            "2026-05-18 released 1",
            "2026-06-15 paid 1",
            "2026-06-20 probation changed",
            "2026-08-18 released 2",
            "2026-09-10 paid 2");
  }

  private void emmaRefersSam(String at) {
    var terms =
        new Particulars.Pinned(
            1,
            Reward.of(
                euros("3500.00"),
                List.of(
                    InstalmentTerm.share(FIRST_WORKING_DAY, 50),
                    InstalmentTerm.share(END_OF_PROBATION, 50))),
            2,
            Promise.within(30),
            12,
            AMSTERDAM,
            Duration.ofDays(5),
            Duration.ofDays(14),
            Duration.ofHours(24));
    happens(
        new Fact.Submitted(
            at(at),
            new Particulars(
                new ReferralId("r0000000000000000000001042"),
                emma,
                new PersonKey("1:sam"),
                new VacancyId("senior-engineer"),
                1042,
                at(at),
                terms)));
  }

  private void hrReports(String at, Report report) {
    happens(new Fact.Reported(at(at), report));
  }

  private void happens(Fact fact) {
    facts.add(fact);
    assertThat(Life.of(facts)).isNotNull();
  }

  private View view(String at) {
    return View.forReferrer(Life.of(facts), facts, at(at), _ -> true);
  }

  private String emmaSees(String at) {
    var view = view(at);
    return "%s; %s; %s"
        .formatted(
            words(view.state()),
            String.join(", ", view.instalments().stream().map(line -> money(line)).toList()),
            next(view.nextStep()));
  }

  private List<String> emmasTimeline(String at) {
    return view(at).timeline().stream()
        .map(entry ->
            LocalDate.ofInstant(entry.at(), AMSTERDAM)
                + " "
                + words(entry.kind())
                + (entry.instalment().isPresent() ? " " + entry.instalment().getAsInt() : ""))
        .toList();
  }

  private static String money(View.ShownInstalment line) {
    return line.instalment().amount().amount()
        + " "
        + words(line.state())
        + line.dueOn().map(day -> " for " + day).orElse("");
  }

  private static String next(NextStep next) {
    return words(next.kind()) + next.by().map(day -> " by " + day).orElse("");
  }

  private static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static Stamp stamp(String text) {
    return new Stamp(at(text), "event of " + text);
  }
}
