package io.referralflow.programme;

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

  /// How a file is taken.
  public enum Mode {
    /// All lines or none.
    WHOLE,
    /// Those that can be taken.
    LINES,
    /// None: only said what is wrong.
    JUDGE
  }

  /// A line of the file.
  ///
  /// @param number its number in the file
  /// @param vacancy without a reward of its own
  public record Line(long number, Vacancy vacancy) {}

  /// A line that cannot be taken.
  public record Refusal(long line, Because because) {}

  /// Why a line cannot be taken.
  public enum Because {
    /// An earlier line is about the same vacancy.
    DUPLICATE,
    /// The terms in force do not know the function level.
    FUNCTION_LEVEL_UNKNOWN
  }

  /// What became of the file.
  ///
  /// @param made how many vacancies are new
  /// @param changed how many are otherwise than before
  /// @param unchanged how many lines said what was known
  /// @param refused the lines that were not taken; in whole mode nothing was taken if there are any
  public record Imported(int made, int changed, int unchanged, List<Refusal> refused) {
    public Imported {
      refused = List.copyOf(refused);
    }
  }

  public Imported execute(EmployeeId by, List<Line> lines, Mode mode) {
    var known = programmes.vacancies(lines.stream().map(line -> line.vacancy().id()).toList());
    var terms = programmes.terms(clock.instant());
    var refused = new ArrayList<Refusal>();
    var taken = new ArrayList<Vacancy>();
    var seen = new HashSet<VacancyId>();
    for (var line : lines) {
      var vacancy = withWhatStays(line.vacancy(), known);
      if (!seen.add(vacancy.id())) {
        refused.add(new Refusal(line.number(), Because.DUPLICATE));
      } else if (vacancy.inProgramme() && terms.flatMap(it -> it.reward(vacancy)).isEmpty()) {
        refused.add(new Refusal(line.number(), Because.FUNCTION_LEVEL_UNKNOWN));
      } else {
        taken.add(vacancy);
      }
    }
    return mode == Mode.JUDGE || (mode == Mode.WHOLE && !refused.isEmpty())
        ? new Imported(0, 0, 0, refused)
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

  private Imported store(
      EmployeeId by, List<Vacancy> taken, Map<VacancyId, Vacancy> known, List<Refusal> refused) {
    var news = taken.stream().filter(vacancy -> !vacancy.equals(known.get(vacancy.id()))).toList();
    var made =
        news.stream()
            .collect(
                Collectors.partitioningBy(
                    vacancy -> programmes.save(vacancy, by, clock.instant()),
                    Collectors.counting()))
            .getOrDefault(true, 0L)
            .intValue();
    return new Imported(made, news.size() - made, taken.size() - news.size(), refused);
  }
}
