package io.referralflow.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes artifacts as `sam build` does: a folder of classes, with a folder for libraries.
final class Handlers {

  private Handlers() {}

  static Path artifact(Path folder, Class<?>... handlers) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    for (Class<?> handler : handlers) {
      String path = handler.getName().replace('.', '/') + ".class";
      Path copy = folder.resolve(path);
      Files.createDirectories(copy.getParent());
      try (InputStream in = handler.getClassLoader().getResourceAsStream(path)) {
        Files.write(copy, in.readAllBytes());
      }
    }
    return folder;
  }
}
