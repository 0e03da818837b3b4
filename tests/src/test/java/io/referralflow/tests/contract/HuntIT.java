package io.referralflow.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts the hunt of `tests/contract`, which looks for answers outside the contract with
/// schemathesis, in the environment that `make test` makes for it.
class HuntIT {

  private static final Path FOLDER = ProjectFiles.root().resolve("tests/contract");

  private record Run(int code, String words) {}

  @TempDir Path work;

  @Test
  void the_hunt_finds_every_planted_breach() throws Exception {
    var run = python(List.of("-m", "unittest", "discover", "--pattern", "*_test.py"), 600);

    assertThat(run.words()).contains("OK").contains("Ran 7 tests");
    assertThat(run.code()).isZero();
  }

  @Test
  void no_role_finds_an_answer_outside_the_contract() throws Exception {
    var run = python(List.of("run.py"), 900);

    assertThat(run.code()).as(run.words()).isZero();
    assertThat(run.words()).contains("clean");
  }

  private Run python(List<String> arguments, int seconds) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(interpreter().toString()));
    command.addAll(arguments);
    var output = work.resolve("output.txt");
    var builder =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(Map.of("PYTHONDONTWRITEBYTECODE", "1"));
    var process = builder.start();
    if (!process.waitFor(seconds, SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    return new Run(process.exitValue(), Files.readString(output, UTF_8));
  }

  private static Path interpreter() {
    var venv =
        Optional.ofNullable(System.getenv("TESTS_VENV"))
            .map(Path::of)
            .orElseGet(() -> ProjectFiles.root().resolve(".local/venv-tests"));
    return venv.resolve("bin/python");
  }
}
