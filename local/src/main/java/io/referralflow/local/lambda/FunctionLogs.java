package io.referralflow.local.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Gives every function a log of its own, `<function>.log`, as it has a log group of its own on
/// AWS: what a thread prints while it serves a call goes there, everything else to the host's
/// output.
public final class FunctionLogs {

  private final Path folder;
  private final OutputStream rest;
  private static final ThreadLocal<@Nullable OutputStream> CURRENT = new ThreadLocal<>();
  private final ConcurrentMap<String, OutputStream> files = new ConcurrentHashMap<>();

  private FunctionLogs(Path folder, OutputStream rest) {
    this.folder = folder;
    this.rest = rest;
  }

  /// Takes over the process's standard output.
  public static FunctionLogs take(Path folder) {
    var logs = new FunctionLogs(folder, System.out);
    System.setOut(new PrintStream(logs.new Switch(), true, StandardCharsets.UTF_8));
    return logs;
  }

  void enter(String function) {
    CURRENT.set(files.computeIfAbsent(function, this::open));
  }

  void leave() {
    System.out.flush();
    CURRENT.remove();
  }

  private OutputStream open(String function) {
    try {
      return Files.newOutputStream(
          folder.resolve(function + ".log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Switch extends OutputStream {

    private OutputStream target() {
      OutputStream own = CURRENT.get();
      return own == null ? rest : own;
    }

    @Override
    public void write(int b) throws IOException {
      target().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      target().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      target().flush();
    }
  }
}
