package io.referralflow.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each function starts with what the template tells it, and misses whatever is taken away: it is
/// told all that it needs and nothing else. A process per try, since a program cannot change its
/// own environment, and two at a time.
@Execution(ExecutionMode.CONCURRENT)
class FunctionSettingsIT {

  private static final Template TEMPLATE = Template.ofProject();

  @ParameterizedTest
  @MethodSource("functions")
  void a_function_starts_with_its_settings(String function) throws Exception {
    assertThat(start(function, settings(function))).isEqualTo("started");
  }

  @ParameterizedTest
  @MethodSource("functionsAndSettings")
  void a_function_does_not_start_without(String function, String setting) throws Exception {
    Set<String> others = new TreeSet<>(settings(function));
    others.remove(setting);

    assertThat(start(function, others)).contains(setting + " is not set");
  }

  static List<String> functions() {
    return TEMPLATE.namesOf("AWS::Serverless::Function");
  }

  static Stream<Object[]> functionsAndSettings() {
    return functions().stream()
        .flatMap(function ->
            settings(function).stream().map(setting -> new Object[] {function, setting}));
  }

  private static Set<String> settings(String function) {
    return new TreeSet<>(
        Template.map(Template.at(TEMPLATE.function(function), "Environment", "Variables"))
            .keySet());
  }

  private static String start(String function, Set<String> settings)
      throws IOException, InterruptedException {
    String handler = Template.text(TEMPLATE.function(function).get("Handler"));
    Path said = Files.createTempFile("start", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                handler.substring(0, handler.indexOf("::")))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    Map<String, String> environment = new HashMap<>(Map.of("AWS_REGION", "eu-west-1"));
    settings.forEach(name -> environment.put(name, "https://some.example"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(said).strip();
    Files.delete(said);
    return text;
  }

  /// The program of the other process.
  static final class Starter {

    private Starter() {}

    public static void main(String[] arguments) {
      try {
        Object _ = Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        System.out.println("started");
      } catch (ReflectiveOperationException e) {
        System.out.println(e.getCause());
      }
    }
  }
}
