package io.referralflow.tests.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The list of places where a use case calls outside, with how often a history gets there.
final class Places {

  private Places() {}

  static List<Faults.Place> read() {
    try (var stream = Places.class.getResourceAsStream("places.txt")) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).map(Places::place).toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Faults.Place place(String line) {
    var parts = line.split(" ", -1);
    var method = parts[1].split("\\.", -1);
    return new Faults.Place(
        parts[0] + " " + parts[1],
        Double.parseDouble(parts[2]),
        Faults.kinds(method[0], method[1]));
  }
}
