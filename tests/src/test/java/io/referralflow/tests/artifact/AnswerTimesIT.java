package io.referralflow.tests.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.fault.FakeServices;
import io.referralflow.aws.table.DynamoDbLocal;
import io.referralflow.aws.table.LocalTable;
import io.referralflow.bench.FirstAnswer;
import io.referralflow.bench.Nothing;
import io.referralflow.bench.WarmCalls;
import io.referralflow.fake.FakeClock;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.tests.contract.ProjectFiles;
import io.referralflow.tests.journey.door.LocalStack;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long people wait for `api` as `sam build` packed it, on a table in DynamoDB Local: for the
/// first answer of a process that was just started, and for all that comes after.
@Tag("stack")
class AnswerTimesIT {

  private static final Path BENCH = ProjectFiles.root().resolve("bench/target");
  private static final Path PACKAGE = ProjectFiles.root().resolve(".aws-sam/build/ApiFunction");
  private static final Path INPUTS = ProjectFiles.root().resolve("events/inputs/api");
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final Path FOLDER = Path.of("target", "answer-times");
  private static final int STARTS = 5;
  private static final int CALLS = 400;
  private static final int ROUNDS = 4;

  /// A start that does nothing is one ninth of ours on a quiet machine.
  private static final double MOST = 15;

  private static final FakeServices SERVICES = new FakeServices();
  private static final LocalTable TABLE = LocalTable.fresh();

  @BeforeAll
  static void setUp() throws IOException {
    assertThat(LocalStack.shared().door()).as("what builds the package").isNotNull();
    Programme.setUp(TABLE.programmes(), new FakeClock(World.moment("2026-03-02T09:15")));
    assertThat(TABLE.programmes().terms(Instant.now())).isPresent();
    var _ = Files.createDirectories(FOLDER);
  }

  @AfterAll
  static void close() {
    SERVICES.close();
  }

  /// In seconds it says little about AWS and less about a machine that is busy, so it is printed,
  /// and compared with a function that does nothing.
  @Test
  void the_first_answer_takes_its_usual_multiple_of_a_start_that_does_nothing() throws Exception {
    var first = new FirstAnswer(BENCH.resolve("runtime-client"), JAVA, FOLDER.resolve("first.txt"));
    var event = Files.readString(INPUTS.resolve("200-list-vacancies.json"));
    var ours = new ArrayList<Duration>();
    var nothings = new ArrayList<Duration>();
    for (var start = 0; start < STARTS; start++) {
      nothings.add(first.of(BENCH.resolve("classes"), Nothing.class.getName(), Map.of(), event));
      ours.add(first.of(PACKAGE, "io.referralflow.function.ApiFunction", environment(), event));
    }

    var ratio = (double) median(ours).toMillis() / median(nothings).toMillis();
    System.out.printf(
        Locale.ROOT,
        "The first answer of a cold JVM: %d ms (%s), of a function that does nothing %d ms, ratio"
            + " %.2f%n",
        median(ours).toMillis(),
        ours.stream().map(Duration::toMillis).toList(),
        median(nothings).toMillis(),
        ratio);
    assertThat(ratio).isLessThan(MOST);
  }

  /// In the quietest of a few rounds, since others may use the machine as well. A slow machine is
  /// slow at everything, so the limit is a multiple of work that is always the same.
  ///
  /// @param most twice what was seen while the machine did much else
  @ParameterizedTest
  @CsvSource({"200-list-vacancies.json, 6", "201-submit-referral-shortest.json, 13"})
  void a_warm_call_by_itself_takes_its_usual_multiple_of_work_that_stays_the_same(
      String input, double most) throws Exception {
    var event = FOLDER.resolve(input);
    var text = Files.readString(INPUTS.resolve(input));
    var _ = Files.writeString(event, text.replace("sam@example.com", "sam{n}@example.com"));

    var quietest =
        rounds(run(event)).stream().min(Comparator.comparingDouble(Round::ratio)).orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "A warm call by itself, %s: median %.3f ms, 90th percentile %.3f ms; with the SDK %.3f ms;"
            + " %.2f times the work that stays the same%n",
        input,
        quietest.own() / 1e6,
        quietest.ownOfNineTenths() / 1e6,
        quietest.all() / 1e6,
        quietest.ratio());
    assertThat(quietest.ratio()).isLessThan(most);
  }

  /// Nanoseconds of one round.
  private record Round(long own, long ownOfNineTenths, long all, long yardstick) {
    double ratio() {
      return (double) own / yardstick;
    }
  }

  private static List<Round> rounds(String printed) {
    var nanos = printed.lines().map(Long::valueOf).toList();
    assertThat(nanos).hasSize(4 * ROUNDS);
    return IntStream.range(0, ROUNDS)
        .map(round -> 4 * round)
        .mapToObj(
            at -> new Round(nanos.get(at), nanos.get(at + 1), nanos.get(at + 2), nanos.get(at + 3)))
        .toList();
  }

  private static String run(Path event) throws IOException, InterruptedException {
    var command =
        List.of(
            JAVA.resolve("bin/java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            String.join(
                File.pathSeparator,
                BENCH.resolve("classes").toString(),
                PACKAGE.toString(),
                PACKAGE.resolve("lib") + File.separator + "*"),
            WarmCalls.class.getName(),
            event.toAbsolutePath().toString(),
            Integer.toString(CALLS),
            Integer.toString(ROUNDS));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    var process =
        builder
            .redirectError(ProcessBuilder.Redirect.appendTo(FOLDER.resolve("warm.txt").toFile()))
            .start();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(() -> "see " + FOLDER.resolve("warm.txt")).isZero();
    return printed;
  }

  private static Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_ENDPOINT_URL", SERVICES.address().toString()),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", DynamoDbLocal.address().toString()),
        Map.entry("AWS_REGION", "eu-west-1"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("KEPT_TABLE_NAME", TABLE.keptName()),
        Map.entry("SECRET_ID", "the-secret"),
        Map.entry("SITE_URL", "https://referrals.example.com"),
        Map.entry("TABLE_NAME", TABLE.name()),
        Map.entry("USER_POOL_ID", "eu-west-1_pool"),
        Map.entry("USER_POOL_CLIENT_ID", "client-id"));
  }

  private static Duration median(List<Duration> all) {
    return all.stream().sorted().toList().get(all.size() / 2);
  }
}
