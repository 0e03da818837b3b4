package io.referralflow.programme;

import io.referralflow.file.Imported;
import io.referralflow.file.Imported.Refusal;
import io.referralflow.file.Mode;
import io.referralflow.port.Programmes;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes in a file of vacancies: whole, or refused whole; or line by line where that was asked for.
/// A vacancy's own reward and its hiring manager are no part of a file and stay. Idempotent: a line
/// that says what is known writes nothing, so that a file whose import broke off is sent again.
public final class ImportVacancies {

  private final Programmes programmes;
  private final InstantSource clock;

  public ImportVacancies(Programmes programmes, InstantSource clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  /// A line of the file.
  ///
  /// @param number its number in the file
  /// @param vacancy without a reward of its own
  public record Line(long number, Vacancy vacancy) {}

  /// Why a line cannot be taken.
  public enum Because {
    /// An earlier line is about the same vacancy.
    DUPLICATE,
    /// The terms in force do not know the function level.
    FUNCTION_LEVEL_UNKNOWN
  }

  public Imported<Because> execute(EmployeeId by, List<Line> lines, Mode mode) {
    var known = programmes.vacancies(lines.stream().map(line -> line.vacancy().id()).toList());
    var terms = programmes.terms(clock.instant());
    var refused = new ArrayList<Refusal<Because>>();
    var taken = new ArrayList<Vacancy>();
    var seen = new HashSet<VacancyId>();
    for (var line : lines) {
      var vacancy = withWhatStays(line.vacancy(), known);
      if (!seen.add(vacancy.id())) {
        refused.add(new Refusal<>(line.number(), Because.DUPLICATE));
      } else if (vacancy.inProgramme() && terms.flatMap(it -> it.reward(vacancy)).isEmpty()) {
        refused.add(new Refusal<>(line.number(), Because.FUNCTION_LEVEL_UNKNOWN));
      } else {
        taken.add(vacancy);
      }
    }
    return mode.takesNothing(!refused.isEmpty())
        ? Imported.none(refused)
        : store(by, taken, known, refused);
  }

  private static Vacancy withWhatStays(Vacancy said, Map<VacancyId, Vacancy> known) {
    var before = Optional.ofNullable(known.get(said.id()));
    return new Vacancy(
        said.id(),
        said.title(),
        said.functionLevel(),
        said.profile(),
        said.open(),
        said.inProgramme(),
        before.flatMap(Vacancy::plan),
        before.flatMap(Vacancy::hiringManager));
  }

  private Imported<Because> store(
      EmployeeId by,
      List<Vacancy> taken,
      Map<VacancyId, Vacancy> known,
      List<Refusal<Because>> refused) {
    var news = taken.stream().filter(vacancy -> !vacancy.equals(known.get(vacancy.id()))).toList();
    var made =
        news.stream()
            .collect(
                Collectors.partitioningBy(
                    vacancy -> programmes.save(vacancy, by, clock.instant()),
                    Collectors.counting()))
            .getOrDefault(true, 0L)
            .intValue();
    return new Imported<>(made, news.size() - made, taken.size() - news.size(), refused);
  }
}
