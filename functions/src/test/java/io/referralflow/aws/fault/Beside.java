package io.referralflow.aws.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.fault.FaultInterceptor.Plan;
import io.referralflow.aws.table.LocalTable;
import io.referralflow.aws.table.OwnChain;
import io.referralflow.aws.table.Twin;
import io.referralflow.fake.Stores;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.Persons;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// Asks a table under faults and memory, in which nothing fails, the same, and wants the same
/// answer. A call whose failure reaches the caller is made again, as every caller of the product
/// does; memory makes it as often as the table's service acted on it.
public final class Beside {

  /// More than any fault lasts.
  private static final int TRIES = 6;

  /// A call on a port of storage.
  ///
  /// @param port the method, such as `Outbox.claim`
  /// @param told what is asked, for whoever reads a failure
  public record Call(String port, String told, Function<Stores, @Nullable Object> asked) {}

  private final Stores memory;
  private final Stores table;
  private final FaultInterceptor faults;
  private long failures;
  private long compared;

  public Beside(Stores memory, LocalTable table, FaultInterceptor faults) {
    this.memory = memory;
    this.table = OwnChain.in(table);
    this.faults = faults;
  }

  /// How often a failure reached the caller.
  public long failures() {
    return failures;
  }

  /// How many answers were held against each other.
  public long compared() {
    return compared;
  }

  /// A failure that reaches the caller, who is to try the whole of his work again.
  public static final class Surrendered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Surrendered(Throwable cause) {
      super(cause);
    }
  }

  /// Makes a call, under faults at its first try, until it is answered.
  void ask(Call call, Plan plan) {
    var _ = ask(call, plan, false);
  }

  /// Makes a call, under faults at its first try.
  ///
  /// @param surrenders whether a failure reaches the caller instead of being tried again here
  /// @return what memory answered
  /// @throws Surrendered when it failed; memory did what the table's service did
  public @Nullable Object ask(Call call, Plan plan, boolean surrenders) {
    var happened = 0;
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      faults.begin(attempt == 1 ? plan : Plan.none());
      var found = answer(call, table);
      happened += faults.happened();
      if (found instanceof Failed(var thrown) && thrown instanceof SdkException) {
        assertThat(happened)
            .as(() -> "Failed by itself: " + call.told() + " " + thrown)
            .isPositive();
        failures++;
        repeat(call, faults.acted());
        if (surrenders) {
          faults.begin(Plan.none());
          throw new Surrendered(thrown);
        }
        continue;
      }
      var isCounter = call.port().equals("Referrals.nextReceiptNumber");
      if (isCounter) {
        repeat(call, faults.acted() - 1);
      }
      var expected = answer(call, memory);
      if (happened == 0 || !call.port().contains(".forget")) {
        compared++;
        assertThat(told(found)).as(call::told).isEqualTo(told(expected));
      }
      faults.begin(Plan.none());
      if (expected instanceof Failed(var thrown)) {
        if (surrenders) {
          throw thrown;
        }
        return null;
      }
      return expected;
    }
    throw new AssertionError("Never answered: " + call.told());
  }

  /// Only a counter counts more than once what the service did more than once.
  private void repeat(Call call, int acted) {
    var times = call.port().equals("Referrals.nextReceiptNumber") ? acted : Math.min(acted, 1);
    for (var i = 0; i < times; i++) {
      var _ = answer(call, memory);
    }
  }

  private record Failed(RuntimeException thrown) {}

  private static @Nullable Object answer(Call call, Stores stores) {
    try {
      return call.asked().apply(stores);
    } catch (RuntimeException thrown) {
      return new Failed(thrown);
    }
  }

  /// A clash names one of the companions that stand in the way, the idempotency key first; which
  /// other one is not promised, nor an order among a person's rows.
  private static String told(@Nullable Object answer) {
    return switch (answer) {
      case Failed(var thrown) -> "failed with " + thrown.getClass().getName();
      case Committed.Clash(Companion.OperationAnswered _) -> "clash of the key";
      case Committed.Clash _ -> "clash";
      case Backgrounds.Candidacies(var snapshots, var referrers) ->
          Twin.told(snapshots) + Twin.told(referrers);
      case Persons.Person(var referrals, var hires, var applications) ->
          Twin.told(referrals) + Twin.told(hires) + Twin.told(applications);
      case null, default -> Twin.told(answer);
    };
  }
}
