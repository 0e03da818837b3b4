package io.referralflow.local.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The web app's files. An address without an extension is the app itself, which finds its way.
record WebFiles(Path folder) {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  Reply file(String path) throws IOException {
    String wanted = extension(path).isEmpty() ? "/index.html" : path;
    Path file = folder.resolve(wanted.substring(1)).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      return Reply.problem(404, "There is nothing here.");
    }
    String type = TYPES.getOrDefault(extension(wanted), "application/octet-stream");
    return new Reply(200, type, Files.readAllBytes(file));
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot + 1) : "";
  }
}
