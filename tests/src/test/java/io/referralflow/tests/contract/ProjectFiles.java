package io.referralflow.tests.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of the project, wherever the tests are started from.
public final class ProjectFiles {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final YAMLMapper YAML = YAMLMapper.shared();

  private ProjectFiles() {}

  /// The folder that holds `openapi.yaml`.
  public static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("openapi.yaml"))) {
      var parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException(
            "No openapi.yaml in or above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }

  static Path events() {
    return root().resolve("events");
  }

  static JsonNode openapi() {
    return YAML.readTree(text(root().resolve("openapi.yaml")));
  }

  static JsonNode template() {
    return YAML.readTree(text(root().resolve("template.yaml")));
  }

  static JsonNode json(Path file) {
    return JSON.readTree(text(file));
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All files below a folder with names that end so, in order; none if the folder is absent.
  static List<Path> below(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> folders(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
