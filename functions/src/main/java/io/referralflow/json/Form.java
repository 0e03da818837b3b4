package io.referralflow.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON object being read field by field. Every wrong field is noted, none stops the reading; a
/// field that nobody asked for is refused at the end, unless the object is open.
final class Form {

  private final JsonNode node;
  private final String path;
  private final List<FieldError> errors;
  private final Set<String> known = new HashSet<>();
  private final List<Form> closed;

  private Form(JsonNode node, String path, List<FieldError> errors, List<Form> closed) {
    this.node = node;
    this.path = path;
    this.errors = errors;
    this.closed = closed;
  }

  /// Reads a text as an object: the reader asks for the fields it knows and gives the value, which
  /// counts only when no field was wrong.
  static <T> Decoded<T> read(String text, Function<Form, @Nullable T> reader) {
    var parsed = Json.parse(text);
    if (parsed.isEmpty()) {
      return new Decoded.Malformed<>();
    }
    return read(parsed.get(), reader);
  }

  static <T> Decoded<T> read(JsonNode node, Function<Form, @Nullable T> reader) {
    if (!node.isObject()) {
      return new Decoded.Wrong<>(List.of(new FieldError("", "type", "Send a JSON object.")));
    }
    var form = new Form(node, "", new ArrayList<>(), new ArrayList<>());
    form.closed.add(form);
    var value = reader.apply(form);
    form.closed.forEach(Form::refuseUnknown);
    return value == null || !form.errors.isEmpty()
        ? new Decoded.Wrong<>(form.errors)
        : new Decoded.Right<>(value);
  }

  <T> Optional<T> required(String name, Field<T> field) {
    if (!has(name)) {
      error(name, "required", "This field is required.");
      return Optional.empty();
    }
    return optional(name, field);
  }

  <T> Optional<T> optional(String name, Field<T> field) {
    known.add(name);
    if (!has(name)) {
      return Optional.empty();
    }
    return take(name, field.read(node.get(name)));
  }

  /// An object within this one.
  Optional<Form> object(String name) {
    known.add(name);
    if (!has(name)) {
      error(name, "required", "This field is required.");
      return Optional.empty();
    }
    var inner = node.get(name);
    if (!inner.isObject()) {
      error(name, "type", "This is to be an object.");
      return Optional.empty();
    }
    var form = new Form(inner, path + name + ".", errors, closed);
    closed.add(form);
    return Optional.of(form);
  }

  /// A list of objects within this one, from one to a number of them.
  List<Form> objects(String name, int most) {
    known.add(name);
    if (!has(name)) {
      error(name, "required", "This field is required.");
      return List.of();
    }
    var list = node.get(name);
    if (!list.isArray()) {
      error(name, "type", "This is to be a list.");
      return List.of();
    }
    if (list.isEmpty() || list.size() > most) {
      error(name, list.isEmpty() ? "too-short" : "too-long", "From 1 to " + most + " of them.");
      return List.of();
    }
    var forms = new ArrayList<Form>();
    for (var i = 0; i < list.size(); i++) {
      var item = list.get(i);
      if (item.isObject()) {
        var form = new Form(item, path + name + "[" + i + "].", errors, closed);
        closed.add(form);
        forms.add(form);
      } else {
        error(name + "[" + i + "]", "type", "This is to be an object.");
      }
    }
    return forms;
  }

  /// Lets fields that nobody asked for pass, as an event's data does.
  void leaveOpen() {
    closed.remove(this);
  }

  /// Refuses a field that has no place beside the others.
  void refuse(String name, String code, String message) {
    known.add(name);
    if (has(name)) {
      error(name, code, message);
    }
  }

  void error(String name, String code, String message) {
    errors.add(new FieldError(path + name, code, message));
  }

  boolean has(String name) {
    return node.has(name);
  }

  JsonNode node() {
    return node;
  }

  private <T> Optional<T> take(String name, Field.Reading<T> reading) {
    return switch (reading) {
      case Field.Reading.Right<T>(var value) -> Optional.of(value);
      case Field.Reading.Wrong<T>(var code, var message) -> {
        error(name, code, message);
        yield Optional.empty();
      }
    };
  }

  private void refuseUnknown() {
    for (var name : node.propertyNames()) {
      if (!known.contains(name)) {
        error(name, "unknown", "There is no such field.");
      }
    }
  }
}
