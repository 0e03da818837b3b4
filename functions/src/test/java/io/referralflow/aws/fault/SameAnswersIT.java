package io.referralflow.aws.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.fault.FaultInterceptor.Plan;
import io.referralflow.aws.table.DynamoDbLocal;
import io.referralflow.aws.table.LocalTable;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.fake.Stores;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Memory and table answer alike to random calls, whatever they hold by then: what is shown in
/// memory, where it can be shown often, is true of the table (F36).
///
/// `-Ddifferential.operations=100000 -Ddifferential.seed=7` asks more and other questions.
class SameAnswersIT {

  private static final int OPERATIONS = Integer.getInteger("differential.operations", 20_000);
  private static final long SEED = Long.getLong("differential.seed", 1);

  /// A table that fills up is asked ever longer questions: a fresh one is taken after so many.
  private static final int PER_TABLE = 2_500;

  static List<Class<?>> portsOfStorage() {
    return Arrays.stream(Stores.class.getMethods()).<Class<?>>map(Method::getReturnType).toList();
  }

  @Test
  void to_random_operations_on_every_method_of_every_port() {
    var asked = new TreeMap<String, Integer>();
    var began = System.nanoTime();
    for (var done = 0; done < OPERATIONS; ) {
      var faults = new FaultInterceptor();
      var memory = new InMemoryWorld();
      var table = LocalTable.fresh(DynamoDbLocal.impatientClient(faults));
      var calls = new RandomCalls(memory, SEED * 1_000_003 + done);
      var beside = new Beside(memory, table, faults);
      for (var i = 0; i < PER_TABLE && done < OPERATIONS; i++, done++) {
        var call = calls.next();
        beside.ask(call, Plan.none());
        var _ = asked.merge(call.port(), 1, Integer::sum);
      }
      table.client().close();
    }
    System.out.printf(
        "differential: seed %d, %,d operations, all answers equal, %d s; %s%n",
        SEED, OPERATIONS, (System.nanoTime() - began) / 1_000_000_000, asked);
    System.out.printf("campaign {\"operations\": %d, \"violations\": 0}%n", OPERATIONS);

    assertThat(new TreeSet<>(asked.keySet())).isEqualTo(CallSite.methodsOf(portsOfStorage()));
    assertThat(asked.values()).allMatch(count -> count >= OPERATIONS / 400);
  }
}
