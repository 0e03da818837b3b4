package io.referralflow.directory;

import io.referralflow.file.Imported;
import io.referralflow.file.Imported.Refusal;
import io.referralflow.file.Mode;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.port.Directory.Change;
import io.referralflow.port.Seals;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes in a file of colleagues: whole, or refused whole; or line by line where that was asked
/// for. What a line says counts as said now. Idempotent: a line that says what is known writes
/// nothing, so that a file whose import broke off is sent again.
public final class ImportColleagues {

  private static final int TRIES = 10;

  private final Directory directory;
  private final Seals seals;
  private final InstantSource clock;

  public ImportColleagues(Directory directory, Seals seals, InstantSource clock) {
    this.directory = directory;
    this.seals = seals;
    this.clock = clock;
  }

  /// A line of the file.
  ///
  /// @param number its number in the file
  /// @param details what it says; the file is silent of the others
  public record Line(long number, HrNumber colleague, Map<Detail, Optional<String>> details) {
    public Line {
      details = Map.copyOf(details);
    }
  }

  /// Why a line cannot be taken.
  public enum Because {
    /// An earlier line is about the same person.
    DUPLICATE,
    /// The directory does not know the person, and the file says neither name nor contract.
    UNKNOWN
  }

  public Imported<Because> execute(EmployeeId by, List<Line> lines, Mode mode) {
    var known = known(lines);
    var refused = refusals(lines, known);
    if (mode.takesNothing(!refused.isEmpty())) {
      return Imported.none(refused);
    }
    var bad = refused.stream().map(Refusal::line).collect(Collectors.toSet());
    var taken = lines.stream().filter(line -> !bad.contains(line.number())).toList();
    var changed = taken.stream().filter(line -> saysNews(line, known)).toList();
    var made = (int) changed.stream().filter(line -> !known.containsKey(line.colleague())).count();
    store(by, changed, known);
    return new Imported<>(made, changed.size() - made, taken.size() - changed.size(), refused);
  }

  private Map<HrNumber, Colleague> known(List<Line> lines) {
    return directory.findAll(lines.stream().map(Line::colleague).toList());
  }

  private static List<Refusal<Because>> refusals(List<Line> lines, Map<HrNumber, Colleague> known) {
    var refused = new ArrayList<Refusal<Because>>();
    var seen = new HashSet<HrNumber>();
    for (var line : lines) {
      var says = line.details().keySet();
      if (!seen.add(line.colleague())) {
        refused.add(new Refusal<>(line.number(), Because.DUPLICATE));
      } else if (!known.containsKey(line.colleague())
          && !(says.contains(Detail.NAME) && says.contains(Detail.CONTRACT))) {
        refused.add(new Refusal<>(line.number(), Because.UNKNOWN));
      }
    }
    return refused;
  }

  private static boolean saysNews(Line line, Map<HrNumber, Colleague> known) {
    var before = known.get(line.colleague());
    return before == null
        || line.details().entrySet().stream()
            .anyMatch(said -> !before.text(said.getKey()).equals(said.getValue()));
  }

  private void store(EmployeeId by, List<Line> lines, Map<HrNumber, Colleague> known) {
    var byNumber = lines.stream().collect(Collectors.toMap(Line::colleague, Function.identity()));
    var left = lines;
    var found = known;
    for (var attempt = 0; attempt < TRIES && !left.isEmpty(); attempt++) {
      var now = clock.instant();
      var before = found;
      var stale =
          directory.saveAll(left.stream().map(line -> change(by, line, before, now)).toList());
      left =
          stale.stream()
              .flatMap(number -> Optional.ofNullable(byNumber.get(number)).stream())
              .toList();
      found = known(left);
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("Colleagues were changed by others again and again");
    }
  }

  private Change change(EmployeeId by, Line line, Map<HrNumber, Colleague> known, Instant now) {
    var before = known.getOrDefault(line.colleague(), Colleague.unheardOf(line.colleague()));
    var after = before.with(new Saying(SaveColleague.stamp(now, before, by), line.details()));
    return Change.of(before, after, seals);
  }
}
