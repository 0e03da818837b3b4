package io.referralflow.json;

import io.referralflow.file.Imported;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/// What became of files of lines, on the wire.
public final class FileJson {

  private FileJson() {}

  /// What became of a file.
  ///
  /// @param lines what is wrong with the lines that were not taken, by their numbers
  public static String imported(Imported<?> imported, Map<Long, List<FieldError>> lines) {
    var json = Json.object();
    json.put("made", imported.made());
    json.put("changed", imported.changed());
    json.put("unchanged", imported.unchanged());
    put(json.putArray("refused"), lines);
    return json.toString();
  }

  /// What is wrong with lines of a file, by their numbers.
  static void put(ArrayNode refused, Map<Long, List<FieldError>> lines) {
    lines.forEach((line, errors) ->
        errors.forEach(error ->
            refused
                .addObject()
                .put("line", line)
                .put("field", error.field())
                .put("code", error.code())
                .put("message", error.message())));
  }
}
