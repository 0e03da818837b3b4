package io.referralflow.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.EachPort;
import io.referralflow.fake.Stores;
import io.referralflow.port.Page;
import io.referralflow.scenario.Ports;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks memory and table the same and wants the same answer. Only hashes and cursors may differ,
/// and the order of what is promised in no order.
public final class Twin {

  /// Methods that change nothing.
  private static final Pattern LOOKS =
      Pattern.compile(
          "find|findAll|of|read|list|ownedBy|worklist|payouts|promised.*|toErase|overdue|unfinished"
              + "|candidacies|standing|changes|pending|terms|settings|vacanc.*|offer|referred|at"
              + "|balance|entries|catalogue|item|order|placed|ordersOf|openOrders"
              + "|wasHandedOver");

  private final Stores table;
  private int questions;
  private boolean changesOnly;

  Twin(LocalTable table) {
    this.table = OwnChain.in(table);
  }

  /// From now on the table is asked for what changes something, and not for the rest.
  void changesOnly(boolean only) {
    changesOnly = only;
  }

  /// How often both were asked.
  int questions() {
    return questions;
  }

  Ports beside(Ports memory) {
    return memory.on(
        EachPort.instead(port ->
            Proxy.newProxyInstance(
                Twin.class.getClassLoader(),
                new Class<?>[] {port.getReturnType()},
                both(port.invoke(memory), port.invoke(table)))));
  }

  private InvocationHandler both(Object memory, Object tabled) {
    return (_, method, arguments) -> {
      var expected = answer(memory, method, arguments);
      if (!continuesPage(arguments) && !isPassedOver(method, expected)) {
        questions++;
        assertThat(told(answer(tabled, method, arguments)))
            .as(() -> method + " " + Arrays.toString(arguments))
            .isEqualTo(told(expected));
      }
      if (expected instanceof Failed(var thrown)) {
        throw thrown;
      }
      return expected;
    };
  }

  private boolean isPassedOver(Method method, @Nullable Object expected) {
    return changesOnly
        && (LOOKS.matcher(method.getName()).matches() || Objects.equals(expected, 0));
  }

  private record Failed(Throwable thrown) {}

  private static @Nullable Object answer(
      Object port, Method method, Object @Nullable [] arguments) {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException failed) {
      return new Failed(failed.getTargetException());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// A cursor is worth something to the one that gave it only.
  private static boolean continuesPage(Object @Nullable [] arguments) {
    return arguments != null
        && Arrays.stream(arguments)
            .anyMatch(each -> each instanceof Page.Request asked && asked.cursor().isPresent());
  }

  /// An answer in words that memory and table share.
  public static String told(@Nullable Object answer) {
    return switch (answer) {
      case null -> "nothing";
      case Failed(var thrown) -> thrown.getClass().getName();
      case Optional<?> some -> some.map(Twin::told).orElse("none");
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(each -> told(each.getKey()) + "=" + told(each.getValue()))
              .sorted()
              .toList()
              .toString();
      case Page<?>(var items, var next) ->
          items.stream().map(Twin::told).toList() + (next.isPresent() ? " and more" : "");
      case Collection<?> all -> all.stream().map(Twin::told).sorted().toList().toString();
      default -> answer.toString().replaceAll("lastHash=[^,]*", "");
    };
  }
}
