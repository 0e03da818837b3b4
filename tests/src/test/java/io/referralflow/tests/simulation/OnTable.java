package io.referralflow.tests.simulation;

import io.referralflow.aws.fault.Beside;
import io.referralflow.aws.fault.Beside.Call;
import io.referralflow.aws.fault.CallSite;
import io.referralflow.aws.fault.Fault;
import io.referralflow.aws.fault.FaultInterceptor;
import io.referralflow.aws.fault.FaultInterceptor.Cell;
import io.referralflow.aws.table.LocalTable;
import io.referralflow.fake.EachPort;
import io.referralflow.port.Page;
import io.referralflow.scenario.Ports;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Lets a history store in a table of its own, through the real SDK and under faults of its calls,
/// beside memory: both must answer alike all the way. What fails for good reaches the use case, and
/// whoever called it calls again, as in the rest of the simulation.
///
/// Faults are chosen by the seed and by how often a place was reached in this history; places and
/// faults that came together too seldom so far come first.
final class OnTable implements AutoCloseable {

  /// Methods that make several changes, each by a request of its own: a failure between them is
  /// tried again here, so that memory, which knows no half, stays comparable.
  private static final Set<String> OF_SEVERAL_CHANGES =
      Set.of(
          "settle",
          "forgetUnmatched",
          "forgetPending",
          "forgetExpired",
          "pull",
          "thaw",
          "save",
          "publish");

  /// Methods that change nothing.
  private static final Set<String> LOOKS =
      Set.of(
          "candidacies",
          "erasedBetween",
          "find",
          "findAll",
          "ground",
          "held",
          "of",
          "offer",
          "ofProgramme",
          "ownTerms",
          "overdue",
          "payouts",
          "portfolio",
          "promised",
          "promisedBy",
          "read",
          "reports",
          "standing",
          "toErase",
          "unfinished",
          "unrecognised",
          "wasHandedOver");

  /// How many of the looks that find something go to both stores, in percent. Every change does;
  /// looks only tell whether the stores still agree.
  private static final int LOOKED_AT = 30;

  /// How many of the looks, and of the rounds of forgetting, that have nothing to find do so, in
  /// percent: upkeep makes hundreds of them in a history.
  private static final int EMPTY_LOOKED_AT = 5;

  private static final int ENOUGH = 20;

  private final FaultInterceptor faults;
  private final LocalTable table;
  private final Dice dice;
  private final Map<CallSite, Integer> reached = new HashMap<>();
  private @Nullable Beside beside;

  OnTable(DynamoDbClient client, FaultInterceptor faults, long seed) {
    this.faults = faults;
    table = LocalTable.fresh(client);
    dice = new Dice(Dice.hash(seed, 77));
  }

  long compared() {
    return beside == null ? 0 : beside.compared();
  }

  long failures() {
    return beside == null ? 0 : beside.failures();
  }

  Ports instead(Ports memory, Company company) {
    company.setUp(table.programmes(), memory.clock());
    beside = new Beside(memory, table, faults);
    return memory.on(EachPort.instead(port -> both(port, port.invoke(memory))));
  }

  private Object both(Method port, Object memory) {
    var type = port.getReturnType();
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, method, arguments) -> asked(port, method, arguments, memory));
  }

  private @Nullable Object asked(
      Method port, Method method, Object @Nullable [] arguments, Object memory) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.invoke(memory, arguments);
    }
    if (LOOKS.contains(method.getName())) {
      var found = invoked(method, memory, arguments);
      if (!dice.chance(isNothing(found) ? EMPTY_LOOKED_AT : LOOKED_AT)) {
        return found;
      }
    }
    Function<Object, @Nullable Object> asks = of -> invokedUnchecked(method, of, arguments);
    if (method.getName().startsWith("forget")) {
      var forgotten = invoked(method, memory, arguments);
      if (isNothing(forgotten) && !dice.chance(EMPTY_LOOKED_AT)) {
        return forgotten;
      }
      asks = of -> of.equals(memory) ? forgotten : invokedUnchecked(method, of, arguments);
    }
    var asked = asks;
    var name = port.getReturnType().getSimpleName();
    var call =
        new Call(
            name + "." + method.getName(),
            name + "." + method.getName() + Arrays.toString(arguments),
            stores ->
                asked.apply(Objects.requireNonNull(invokedUnchecked(port, stores, new Object[0]))));
    return Objects.requireNonNull(beside).ask(call, this::fault, !isPatient(name, method));
  }

  /// What the programme manager changes is no part of a use case that anybody would repeat.
  private static boolean isPatient(String port, Method method) {
    return OF_SEVERAL_CHANGES.contains(method.getName())
        || port.equals("Programmes")
        || port.equals("Brake");
  }

  private static boolean isNothing(@Nullable Object answer) {
    return switch (answer) {
      case Collection<?> all -> all.isEmpty();
      case Page<?> page -> page.items().isEmpty();
      case Integer number -> number == 0;
      case null, default -> false;
    };
  }

  private Optional<Fault> fault(CallSite site, int ordinal) {
    var number = reached.merge(site, 1, Integer::sum);
    var done = faults.cells();
    var rare =
        Fault.of(site.operation()).stream()
            .min(
                java.util.Comparator.comparing(
                    fault -> done.getOrDefault(new Cell(site, fault), 0)))
            .orElseThrow();
    var seldom = done.getOrDefault(new Cell(site, rare), 0) < ENOUGH;
    var strikes = dice.chance(seldom ? 30 : 2) && number < 1_000;
    return strikes ? Optional.of(rare) : Optional.empty();
  }

  private static @Nullable Object invoked(Method method, Object port, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static @Nullable Object invokedUnchecked(
      Method method, Object port, Object @Nullable [] arguments) {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException failed) {
        throw failed;
      }
      throw new AssertionError(thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() {
    faults.begin(FaultInterceptor.Plan.none());
    table.drop();
  }
}
