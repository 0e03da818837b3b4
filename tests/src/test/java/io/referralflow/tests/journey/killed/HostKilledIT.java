package io.referralflow.tests.journey.killed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Candidate;
import io.referralflow.tests.journey.door.Clock;
import io.referralflow.tests.journey.door.Door;
import io.referralflow.tests.journey.door.LocalStack;
import io.referralflow.tests.journey.door.Mail;
import io.referralflow.tests.journey.door.Person;
import io.referralflow.tests.journey.door.Referral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The process with all functions is killed by `kill -9` in the middle of what each act of a
/// referral's life set going, while the local cloud goes on, and is started again by `make run`.
/// Whoever was calling calls again, as people, the bus, the stream and the machine do. In the end
/// every referral is paid twice, each instalment once (F06, F33).
///
/// `-Dhost.kills=40 -Dhost.seed=7` goes on longer and in another order. `KilledIT` kills at more
/// places, with the cloud played.
class HostKilledIT {

  private static final int KILLS = Integer.getInteger("host.kills", 6);
  private static final long SEED = Long.getLong("host.seed", 1);

  /// About as many calls to the cloud as an act sets going.
  private static final int CALLS = 22;

  /// A start of the process, and what waited for it.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// So short that the machine's own tries come while it is watched.
  private static final double RETRIES = 0.01;

  /// How often HR's event is put on the bus, each time with a kill to come.
  private static final int TRIES = 20;

  private final Path folder = Path.of("target", "killed").toAbsolutePath();
  private final Path order = folder.resolve("order");
  private final Random random = new Random(SEED);
  private final LocalStack stack;
  private final Door door;
  private int orders;

  HostKilledIT() throws IOException {
    var _ = Files.createDirectories(folder);
    var _ = Files.deleteIfExists(order);
    var _ = Files.deleteIfExists(killed());
    stack =
        LocalStack.own(
            "killed", Map.of("FUNCTION_EXTRAS", jar().toString(), "KILL_SWITCH", order.toString()));
    door = stack.door();
    stack.scaleWaits(RETRIES);
  }

  @AfterEach
  void end() {
    stack.close();
  }

  @Test
  void whatever_dies_each_instalment_is_paid_once() throws IOException {
    var lives = new ArrayList<Referral>();
    while (kills().size() < KILLS) {
      assertThat(lives.size()).as("lives, of which each dies some times").isLessThan(KILLS);
      lives.add(life());
    }
    var places = new TreeSet<>(kills());
    System.out.printf(
        "killed: seed %d, %d kills at %d places in %d lives, nothing lost, nothing twice%n  %s%n",
        SEED, kills().size(), places.size(), lives.size(), String.join("\n  ", places));
    System.out.printf(
        "campaign {\"kills\": %d, \"places\": %d, \"violations\": 0}%n",
        kills().size(), places.size());
    assertThat(places.size()).isGreaterThanOrEqualTo(KILLS / 2);
  }

  private Referral life() {
    var today = answer(() -> stack.clock().morning());
    var sam = door.somebody("Sam Sample");
    arm();
    var referral = answer(() -> refers(sam));
    calm();
    isInvited(sam);
    act(sam::accepts);
    act(() -> door.ruben().advances(referral));
    var start = today.plusDays(today.getDayOfMonth() > 18 ? 21 : 10);
    var second = start.plusMonths(2);
    var hired = stack.hr().hired("E-" + referral.receipt(), referral, start);
    for (var tries = 0; tries < TRIES && !isHired(referral); tries++) {
      // The local bus drops what a dying function did not take; AWS's tries again.
      act(() -> stack.hr().reports(hired));
    }
    assertThat(isHired(referral)).isTrue();
    act(() -> goTo(start));
    isHandedOver(referral, 1);
    act(() -> confirms(referral, 1, start));
    act(() -> goTo(second));
    isHandedOver(referral, 2);
    act(() -> confirms(referral, 2, second));

    // Nothing dies any more: what waits for upkeep comes within a day.
    survives(() -> stack.clock().advance("P1DT3H"));
    var shown = answer(() -> door.emma().sees(referral));
    assertThat(shown.state()).isEqualTo("completed");
    assertThat(shown.money())
        .containsExactly("1000.00 paid for " + start, "1000.00 paid for " + second);
    assertThat(shown.timeline())
        .containsExactly(
            "submitted",
            "invited",
            "accepted",
            "advanced",
            "hired",
            "released 1",
            "paid 1",
            "released 2",
            "paid 2");
    assertThat(payoutMails(referral)).containsExactlyInAnyOrder(1, 2);
    return referral;
  }

  /// To which instalments finance was asked to pay, copies marked as such left out.
  private List<Integer> payoutMails(Referral referral) {
    return stack.inbox().about(referral).stream()
        .map(Mail::line)
        .filter(line -> line.startsWith("finance: Te betalen"))
        .map(line -> Integer.parseInt(line.substring(line.lastIndexOf('-') + 1)))
        .toList();
  }

  /// Something somebody does, again when the process died meanwhile, and all that it sets going.
  private void act(Runnable deed) {
    arm();
    survives(deed);
    calm();
  }

  private void arm() {
    try {
      var _ =
          Files.writeString(
              order,
              "%d %s %d"
                  .formatted(
                      1 + random.nextInt(CALLS),
                      random.nextBoolean() ? "before" : "after",
                      ++orders));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void calm() {
    survives(() -> stack.clock().rest());
    try {
      var _ = Files.deleteIfExists(order);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    survives(() -> stack.clock().rest());
  }

  private static void survives(Runnable deed) {
    var _ =
        answer(() -> {
          deed.run();
          return true;
        });
  }

  private static <T> T answer(Supplier<T> deed) {
    var end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return deed.get();
      } catch (UncheckedIOException | AssertionError died) {
        if (Instant.now().isAfter(end)) {
          throw died;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(300));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// With a key, so that trying again is the same submission.
  private Referral refers(Candidate sam) {
    var headers = new HashMap<>(door.emma().headers());
    headers.put("Idempotency-Key", sam.email());
    var receipt =
        door.call(
                "POST",
                "/referrals",
                headers,
                Optional.of(
                    JsonMapper.shared().writeValueAsString(Person.form(sam, "java-engineer"))))
            .expect(201);
    return new Referral(
        receipt.get("id").asString(),
        receipt.at("/receipt/number").asLong(),
        Instant.parse(receipt.at("/receipt/receivedAt").asString()),
        sam);
  }

  private void goTo(LocalDate day) {
    if (stack.clock().now().isBefore(day.atTime(9, 0).atZone(Clock.ZONE).toInstant())) {
      stack.clock().goTo(day);
    }
  }

  private boolean isHired(Referral referral) {
    return answer(() -> door.emma().sees(referral)).timeline().contains("hired");
  }

  private void isInvited(Candidate sam) {
    withinADay(() -> !answer(() -> stack.inbox().to(sam.email())).isEmpty());
  }

  private void isHandedOver(Referral referral, int instalment) {
    withinADay(() -> isReleased(referral, instalment));
  }

  /// Whatever died, also between the claim of a mail and its sending, upkeep makes up for it within
  /// a day.
  private void withinADay(BooleanSupplier isMadeUpFor) {
    for (var hours = 0; hours < 24 && !isMadeUpFor.getAsBoolean(); hours += 3) {
      survives(() -> stack.clock().advance("PT3H"));
    }
    assertThat(isMadeUpFor.getAsBoolean()).isTrue();
  }

  private boolean isReleased(Referral referral, int instalment) {
    return answer(() -> door.emma().sees(referral))
        .money()
        .get(instalment - 1)
        .contains(" released ");
  }

  /// Asks for the payout anew each time; once it is confirmed it is not asked for any more.
  private void confirms(Referral referral, int instalment, LocalDate day) {
    var paid = door.emma().sees(referral).money().get(instalment - 1).contains(" paid ");
    if (!paid) {
      door.fatima().confirms(referral, instalment, day);
    }
  }

  private Path killed() {
    return order.resolveSibling("order.killed");
  }

  private List<String> kills() throws IOException {
    return Files.exists(killed()) ? Files.readAllLines(killed()) : List.of();
  }

  /// What is put beside the functions' classes.
  private Path jar() throws IOException {
    var name = KillSwitch.class.getName();
    var path = name.replace('.', '/') + ".class";
    var jar = folder.resolve("kill-switch.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var code =
            Objects.requireNonNull(KillSwitch.class.getClassLoader().getResourceAsStream(path))) {
      out.putNextEntry(new JarEntry(path));
      var _ = code.transferTo(out);
      out.putNextEntry(
          new JarEntry("software/amazon/awssdk/global/handlers/execution.interceptors"));
      out.write(name.getBytes(UTF_8));
    }
    return jar;
  }
}
