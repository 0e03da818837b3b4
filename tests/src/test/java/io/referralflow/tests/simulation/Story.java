package io.referralflow.tests.simulation;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.hire.Background;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.PhaseId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happens in a history: who does what when, and what goes wrong, all of it known beforehand.
/// Nothing in it depends on what the product answers, so that parts of it can be left out.
///
/// @param calm whether faults stop at the end, so that everything must come to its due end
/// @param skew the greatest difference of a worker's clock, in seconds
/// @param faults which call fails how, by place, see [Faults]
record Story(
    long seed,
    boolean calm,
    Instant start,
    Company company,
    int skew,
    List<Said> reports,
    List<Event> events,
    List<Faults.Planned> faults) {

  /// The phases of every procedure, and one that none has.
  static final List<PhaseId> PHASES =
      Stream.of("screening", "interview", "offer", "assessment").map(PhaseId::new).toList();

  /// Three years.
  static final Duration LENGTH = Duration.ofDays(3 * 365 + 1);

  /// How long everything has to come to its end once faults have stopped.
  static final Duration CALM = Duration.ofDays(2);

  Story {
    reports = List.copyOf(reports);
    events = List.copyOf(events);
    faults = List.copyOf(faults);
  }

  /// What HR says of somebody.
  ///
  /// @param kind 0 hired, 1 start moved, 2 probation changed, 3 cancelled, 4 ended
  /// @param occurredAt seconds after the story's beginning
  /// @param end the probation end that is named, 0 when none is
  /// @param person whose address is named, -1 when none is
  /// @param label whose referral id is named, -1 when none is
  /// @param vacancy the named vacancy, -1 when none is
  /// @param applied the day on which the person applied before, 0 when none is named
  /// @param employed the last day of an employment before, 0 when none is named
  record Said(
      int number,
      int employee,
      int kind,
      long occurredAt,
      long day,
      long end,
      int person,
      int label,
      int vacancy,
      long applied,
      long employed) {

    String text() {
      return Stream.of(
              number,
              employee,
              kind,
              occurredAt,
              day,
              end,
              person,
              label,
              vacancy,
              applied,
              employed)
          .map(String::valueOf)
          .collect(Collectors.joining(","));
    }

    static Said parse(String text) {
      var parts = Stream.of(text.split(",", -1)).mapToLong(Long::parseLong).toArray();
      return new Said(
          (int) parts[0],
          (int) parts[1],
          (int) parts[2],
          parts[3],
          parts[4],
          parts[5],
          (int) parts[6],
          (int) parts[7],
          (int) parts[8],
          parts.length > 9 ? parts[9] : 0,
          parts.length > 9 ? parts[10] : 0);
    }

    private static Optional<LocalDate> named(long day) {
      return day == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    String id() {
      return "event-" + number;
    }

    HrNumber hrNumber() {
      return new HrNumber("HR-" + (1000 + employee));
    }

    Report report(Instant start, boolean otherBody) {
      var stamp = new Stamp(start.plusSeconds(occurredAt), id());
      var on = LocalDate.ofEpochDay(otherBody ? day + 7 : day);
      return switch (kind) {
        case 0 ->
            new Report.Hired(
                hrNumber(), stamp, on, named(end), new Background(named(applied), named(employed)));
        case 1 -> new Report.StartMoved(hrNumber(), stamp, on);
        case 2 -> new Report.ProbationChanged(hrNumber(), stamp, on);
        case 3 -> new Report.Cancelled(hrNumber(), stamp);
        default -> new Report.Ended(hrNumber(), stamp, on);
      };
    }
  }

  /// Whether nothing goes wrong but what people do.
  boolean isQuiet() {
    return faults.isEmpty()
        && events.stream()
            .allMatch(event -> event.deed().compareTo(Event.Deed.CHANGES_VACANCY) <= 0);
  }

  Instant end() {
    return start.plus(LENGTH);
  }

  Story with(List<Event> some, List<Faults.Planned> planned) {
    return new Story(seed, calm, start, company, skew, reports, some, planned);
  }

  /// The story as lines, to be kept when it once showed a defect.
  String text() {
    var lines = new ArrayList<String>();
    lines.add(
        String.join(
            " ",
            "story",
            String.valueOf(seed),
            String.valueOf(calm),
            start.toString(),
            String.valueOf(skew),
            company.zone().getId(),
            company.currency().getCurrencyCode(),
            String.valueOf(company.cut()),
            String.valueOf(company.months())));
    reports.forEach(said -> lines.add("said " + said.text()));
    events.forEach(event -> lines.add("event " + event));
    faults.forEach(fault -> lines.add("fault " + fault));
    return String.join("\n", lines) + "\n";
  }

  static Story parse(String text) {
    var of = text.lines().collect(Collectors.groupingBy(line -> line.split(" ", 2)[0]));
    var head = of.getOrDefault("story", List.of()).getFirst().split(" ", -1);
    return new Story(
        Long.parseLong(head[1]),
        Boolean.parseBoolean(head[2]),
        Instant.parse(head[3]),
        new Company(
            ZoneId.of(head[5]),
            Currency.getInstance(head[6]),
            Integer.parseInt(head[7]),
            Integer.parseInt(head[8])),
        Integer.parseInt(head[4]),
        rest(of.get("said"), Said::parse),
        rest(of.get("event"), Event::parse),
        rest(of.get("fault"), Faults.Planned::parse));
  }

  private static <T> List<T> rest(@Nullable List<String> lines, Function<String, T> parse) {
    return lines == null
        ? List.of()
        : lines.stream().map(line -> parse.apply(line.split(" ", 2)[1])).toList();
  }

  /// Text that occurs in nothing but one person's data.
  String canary(int person) {
    return "qz" + Long.toHexString(seed) + "z" + person + "q";
  }

  /// Where the candidate can be reached indeed, should the first address be mistyped.
  Email rightAddress(int person) {
    return new Email(canary(person) + "@example.net");
  }

  Candidate candidate(int person) {
    var canary = canary(person);
    return new Candidate(
        canary,
        new Email(canary + "@example.org"),
        Optional.of("+31 6 12345678"),
        Optional.empty(),
        Language.EN,
        Optional.empty(),
        Optional.of("We built a pipeline together, " + canary),
        OptionalInt.of(4));
  }
}
