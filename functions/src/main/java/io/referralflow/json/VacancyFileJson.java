package io.referralflow.json;

import io.referralflow.programme.ImportVacancies.Line;
import io.referralflow.programme.VacancyId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Files of vacancies on the wire.
public final class VacancyFileJson {

  private static final String ID = "id";
  private static final String IN_PROGRAMME = "inProgramme";

  /// What a line is read as when its id is none, so that all else that is wrong is told as well.
  private static final VacancyId NONE = new VacancyId("none");

  private VacancyFileJson() {}

  /// The columns that every file has.
  public static List<String> needed() {
    return List.of(ID, "title", "functionLevel", "profile", "status");
  }

  /// The columns that a file may have.
  public static List<String> columns() {
    return Stream.concat(needed().stream(), Stream.of(IN_PROGRAMME)).toList();
  }

  /// A line of a file.
  ///
  /// @param cells by the names of [#columns]
  public static Decoded<Line> line(long number, Map<String, String> cells) {
    var node = Json.object();
    cells.forEach((name, cell) -> {
      if (name.equals(IN_PROGRAMME) && (cell.equals("true") || cell.equals("false"))) {
        node.put(name, cell.equals("true"));
      } else if (!name.equals(ID) && !cell.isEmpty()) {
        node.put(name, cell);
      }
    });
    var id = cells.getOrDefault(ID, "");
    var isId = VacancyId.isValid(id);
    var vacancy = Requests.vacancy(isId ? new VacancyId(id) : NONE, node.toString());
    return isId
        ? vacancy.map(it -> new Line(number, it))
        : new Decoded.Wrong<>(Stream.concat(Stream.of(noId()), errors(vacancy).stream()).toList());
  }

  private static FieldError noId() {
    return new FieldError(ID, "format", "1 to 64 letters, digits, dots, dashes, underscores.");
  }

  private static <T> List<FieldError> errors(Decoded<T> decoded) {
    return decoded instanceof Decoded.Wrong<T>(var errors) ? errors : List.of();
  }
}
