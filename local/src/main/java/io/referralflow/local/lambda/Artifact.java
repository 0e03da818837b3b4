package io.referralflow.local.lambda;

import io.referralflow.local.clock.SteppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/// What `sam build` made: a folder of classes with its libraries in `lib`. Its classes see the JDK,
/// themselves, and two things of this process: the runtime interface, as on Lambda, and the moved
/// clock. Nothing else leaks in, so what is missing in the artifact is missing here too.
public final class Artifact {

  private final ClassLoader classes;

  /// The artifact in a folder.
  ///
  /// @param extras jars put beside its classes
  public Artifact(Path folder, List<Path> extras) {
    this.classes = new URLClassLoader("artifact", urls(folder, extras), new Window());
  }

  ClassLoader classes() {
    return classes;
  }

  private static URL[] urls(Path folder, List<Path> extras) {
    try {
      var urls = new ArrayList<URL>();
      urls.add(folder.toUri().toURL());
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder.resolve("lib"), "*.jar")) {
        for (Path jar : jars) {
          urls.add(jar.toUri().toURL());
        }
      }
      for (Path jar : extras) {
        urls.add(jar.toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("The artifact cannot be read: " + folder, e);
    }
  }

  /// What the artifact sees of this process.
  private static final class Window extends ClassLoader {

    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
    private static final String CLOCK_SERVICE = "META-INF/services/java.time.InstantSource";
    private static final ClassLoader OURS = Window.class.getClassLoader();

    Window() {
      super("window", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(RUNTIME) || name.equals(SteppedClock.class.getName())) {
        return OURS.loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
      return name.equals(CLOCK_SERVICE) ? OURS.getResources(name) : Collections.emptyEnumeration();
    }
  }
}
