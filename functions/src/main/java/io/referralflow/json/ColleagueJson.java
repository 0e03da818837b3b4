package io.referralflow.json;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.directory.Colleague;
import io.referralflow.directory.Contract;
import io.referralflow.directory.Detail;
import io.referralflow.directory.ImportColleagues.Line;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Page;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Colleagues of HR's directory on the wire.
public final class ColleagueJson {

  private static final String HR_NUMBER = "hrNumber";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEAM = 100;
  private static final int LONGEST_CODE = 50;

  /// A detail by its name on the wire, and how it is read into its canonical form.
  private record Column(Detail detail, String name, Field<String> field) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column(Detail.NAME, "name", Fields.line(LONGEST_NAME)),
          new Column(Detail.EMAIL, "email", text(Fields::email, Email::value)),
          new Column(
              Detail.LANGUAGE, "language", text(Fields.oneOf(Language.class), Language::tag)),
          new Column(Detail.TEAM, "team", Fields.line(LONGEST_TEAM)),
          new Column(Detail.DEPARTMENT, "department", Fields.line(LONGEST_TEAM)),
          new Column(Detail.CONTRACT, "contract", text(Fields.oneOf(Contract.class), Wire::name)),
          new Column(Detail.MANAGER, "manager", text(Fields::hrNumber, HrNumber::value)),
          new Column(
              Detail.IN_SERVICE_FROM, "inServiceFrom", text(Fields::date, LocalDate::toString)),
          new Column(Detail.IN_SERVICE_TO, "inServiceTo", text(Fields::date, LocalDate::toString)),
          new Column(Detail.ENTITY, "entity", Fields.line(LONGEST_TEAM)),
          new Column(Detail.COST_CENTRE, "costCentre", Fields.line(LONGEST_CODE)),
          new Column(Detail.PERSONNEL_NUMBER, "personnelNumber", Fields.line(LONGEST_CODE)),
          new Column(Detail.WAGE_CODE, "wageCode", Fields.line(LONGEST_CODE)));

  private ColleagueJson() {}

  private static <T> Field<String> text(Field<T> field, Function<T, String> text) {
    return node ->
        switch (field.read(node)) {
          case Field.Reading.Right<T>(var value) -> Field.right(text.apply(value));
          case Field.Reading.Wrong<T>(var code, var message) -> Field.wrong(code, message);
        };
  }

  /// All that is to be known of a colleague; what is not named is not known.
  public static Decoded<Map<Detail, Optional<String>>> content(HrNumber number, String body) {
    return Form.read(
        body,
        form -> {
          var said = new EnumMap<Detail, Optional<String>>(Detail.class);
          for (var column : COLUMNS) {
            said.put(column.detail(), read(form, column));
          }
          judge(form, number, said);
          return said;
        });
  }

  /// The names of the columns that a file may have.
  public static List<String> columns() {
    return Stream.concat(Stream.of(HR_NUMBER), COLUMNS.stream().map(Column::name)).toList();
  }

  /// A line of a file: it says what its columns say, a blank cell that something is not so.
  ///
  /// @param cells by the names of [#columns]
  public static Decoded<Line> line(long number, Map<String, String> cells) {
    var node = Json.object();
    cells.forEach((name, cell) -> {
      if (!cell.isEmpty()) {
        node.put(name, cell);
      }
    });
    return Form.read(
        node,
        form -> {
          var colleague = form.required(HR_NUMBER, Fields::hrNumber);
          var said = new EnumMap<Detail, Optional<String>>(Detail.class);
          for (var column : COLUMNS) {
            if (cells.containsKey(column.name())) {
              said.put(column.detail(), read(form, column));
            }
          }
          colleague.ifPresent(it -> judge(form, it, said));
          return colleague.map(it -> new Line(number, it, said)).orElse(null);
        });
  }

  private static Optional<String> read(Form form, Column column) {
    return isNeeded(column)
        ? form.required(column.name(), column.field())
        : form.optional(column.name(), column.field());
  }

  private static boolean isNeeded(Column column) {
    return column.detail() == Detail.NAME || column.detail() == Detail.CONTRACT;
  }

  /// What an event of HR's says of a colleague; empty where the form is wrong.
  ///
  /// @param data the event's data, open for fields that nobody knows
  static Optional<Map<Detail, Optional<String>>> said(Form data, String type) {
    return switch (type) {
      case "EmployeeJoined" -> Optional.of(joined(data));
      case "EmployeeChanged" -> Optional.of(changed(data));
      case "EmployeeLeft" ->
          data.required("lastDay", Fields::date)
              .map(day -> Map.of(Detail.IN_SERVICE_TO, Optional.of(day.toString())));
      default -> Optional.empty();
    };
  }

  /// Whoever joins has not left: a last day from before is taken back.
  private static Map<Detail, Optional<String>> joined(Form data) {
    var said = new EnumMap<Detail, Optional<String>>(Detail.class);
    for (var column : COLUMNS) {
      var value =
          column.detail() == Detail.IN_SERVICE_FROM
              ? data.required(column.name(), column.field())
              : read(data, column);
      if (value.isPresent() || column.detail() == Detail.IN_SERVICE_TO) {
        said.put(column.detail(), value);
      }
    }
    return said;
  }

  /// What is named changes; null says that it is not so any more.
  private static Map<Detail, Optional<String>> changed(Form data) {
    var said = new EnumMap<Detail, Optional<String>>(Detail.class);
    for (var column : COLUMNS) {
      if (data.has(column.name())) {
        said.put(
            column.detail(),
            data.node().get(column.name()).isNull() && !isNeeded(column)
                ? Optional.empty()
                : data.optional(column.name(), column.field()));
      }
    }
    if (said.isEmpty()) {
      data.error("", "required", "Name what changed.");
    }
    return said;
  }

  /// What two details say that cannot both be meant.
  private static void judge(Form form, HrNumber number, Map<Detail, Optional<String>> said) {
    var from = said(said, Detail.IN_SERVICE_FROM);
    if (said(said, Detail.IN_SERVICE_TO)
        .filter(to -> from.filter(day -> to.compareTo(day) < 0).isPresent())
        .isPresent()) {
      form.error("inServiceTo", "dates-contradict", "Not before inServiceFrom.");
    }
    if (said(said, Detail.MANAGER).filter(number.value()::equals).isPresent()) {
      form.error("manager", "own-manager", "Nobody is their own manager.");
    }
  }

  private static Optional<String> said(Map<Detail, Optional<String>> said, Detail detail) {
    return said.getOrDefault(detail, Optional.empty());
  }

  public static String colleague(Colleague colleague) {
    return node(colleague).toString();
  }

  public static String colleagues(Page<Colleague> page) {
    return Answers.page(page, ColleagueJson::node);
  }

  private static ObjectNode node(Colleague colleague) {
    var json = Json.object().put(HR_NUMBER, colleague.number().value());
    for (var column : COLUMNS) {
      json.put(column.name(), colleague.text(column.detail()).orElse(null));
    }
    return json;
  }
}
