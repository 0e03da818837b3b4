package io.referralflow.function.api;

import io.referralflow.csv.Csv;
import io.referralflow.csv.Table;
import io.referralflow.file.Imported;
import io.referralflow.file.Mode;
import io.referralflow.json.Decoded;
import io.referralflow.json.FieldError;
import io.referralflow.json.FileJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads files of lines, each of which may be right or wrong.
final class Files {

  private Files() {}

  /// What a file must look like.
  ///
  /// @param columns the names that a column may have
  /// @param needed the columns that no file can do without
  /// @param mostLines a file of more is sent in parts: one call may take 25 seconds
  record Form(List<String> columns, List<String> needed, int mostLines) {
    Form {
      columns = List.copyOf(columns);
      needed = List.copyOf(needed);
    }
  }

  /// The lines of a file.
  ///
  /// @param wrong what is wrong with the others, by their numbers
  record Lines<T>(List<T> right, Map<Long, List<FieldError>> wrong) {}

  /// Takes in a file whole, or line by line where that is asked for, and says what became of it. A
  /// file that was to be taken whole is answered line by line where somebody else's step took the
  /// ground from a line while the others were written: they stay.
  ///
  /// @param importer takes the lines that are well formed
  /// @param error says why a line was not taken
  static <T, B> Answer take(
      Call call,
      Form form,
      Function<Table.Line, Decoded<T>> decoder,
      BiFunction<List<T>, Mode, Imported<B>> importer,
      Function<B, FieldError> error) {
    return switch (call.query("mode").orElse("whole")) {
      case "whole" -> take(call, form, decoder, importer, error, Mode.WHOLE);
      case "lines" -> take(call, form, decoder, importer, error, Mode.LINES);
      default -> Answer.wrong("mode", "not-in-list", "whole or lines.");
    };
  }

  private static <T, B> Answer take(
      Call call,
      Form form,
      Function<Table.Line, Decoded<T>> decoder,
      BiFunction<List<T>, Mode, Imported<B>> importer,
      Function<B, FieldError> error,
      Mode mode) {
    return then(
        call,
        form,
        decoder,
        lines -> {
          var whole = mode == Mode.WHOLE;
          var imported =
              importer.apply(lines.right(), whole && !lines.wrong().isEmpty() ? Mode.JUDGE : mode);
          var wrong = new TreeMap<>(lines.wrong());
          imported
              .refused()
              .forEach(
                  refusal -> wrong.put(refusal.line(), List.of(error.apply(refusal.because()))));
          var isTaken = imported.made() + imported.changed() > 0;
          return whole && !wrong.isEmpty() && !isTaken
              ? refused(wrong)
              : Answer.ok(FileJson.imported(imported, wrong));
        });
  }

  /// Passes on the lines of a file that is one, or says what it is not.
  static <T> Answer then(
      Call call,
      Form form,
      Function<Table.Line, Decoded<T>> decoder,
      Function<Lines<T>, Answer> handler) {
    return switch (Csv.read(call.request().body())) {
      case Csv.Reading.Malformed(var flaws) ->
          Answer.wrong(flaws.stream().map(Files::error).toList());
      case Csv.Reading.Right(var table) -> {
        var errors = errors(table, form);
        yield errors.isEmpty() ? handler.apply(lines(table, decoder)) : Answer.wrong(errors);
      }
    };
  }

  private static FieldError error(Csv.Flaw flaw) {
    return new FieldError(
        at(flaw.line(), ""),
        "csv",
        switch (flaw.kind()) {
          case NO_HEADER -> "The first line names the columns.";
          case COLUMN_NAMES -> "Every column has a name of its own.";
          case CELLS -> "The line has more or fewer cells than there are columns.";
          case QUOTATION -> "A quotation does not end, or something stands behind its end.";
        });
  }

  private static List<FieldError> errors(Table table, Form form) {
    var errors = new ArrayList<FieldError>();
    for (var i = 0; i < table.columns().size(); i++) {
      if (!form.columns().contains(table.columns().get(i))) {
        errors.add(
            new FieldError(at(1, "columns[" + i + "]"), "unknown", "There is no such column."));
      }
    }
    for (var column : form.needed()) {
      if (!table.columns().contains(column)) {
        errors.add(new FieldError(at(1, column), "required", "This column is required."));
      }
    }
    if (table.lines().size() > form.mostLines()) {
      errors.add(
          new FieldError(
              "",
              "too-long",
              "At most " + form.mostLines() + " lines in one call: send the others in another."));
    }
    return errors;
  }

  private static <T> Lines<T> lines(Table table, Function<Table.Line, Decoded<T>> decoder) {
    var right = new ArrayList<T>();
    var wrong = new TreeMap<Long, List<FieldError>>();
    for (var line : table.lines()) {
      switch (decoder.apply(line)) {
        case Decoded.Right<T>(var value) -> right.add(value);
        case Decoded.Wrong<T>(var errors) -> wrong.put(line.number(), errors);
        case Decoded.Malformed<T> _ -> throw new IllegalStateException("A line is no JSON");
      }
    }
    return new Lines<>(right, wrong);
  }

  /// All that is wrong, for a file that is refused whole.
  static Answer refused(Map<Long, List<FieldError>> wrong) {
    return Answer.wrong(
        wrong.entrySet().stream()
            .flatMap(line ->
                line.getValue().stream()
                    .map(error ->
                        new FieldError(
                            at(line.getKey(), error.field()), error.code(), error.message())))
            .toList());
  }

  private static String at(long line, String field) {
    return "lines[" + line + "]" + (field.isEmpty() ? "" : "." + field);
  }
}
