package io.referralflow.function.kill;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Tells which calls a function makes, and where it is to be killed says so and stands still until
/// it is. The SDK finds it by its file of global interceptors; the product knows nothing of it.
public final class KillInterceptor implements ExecutionInterceptor {

  private static final ExecutionAttribute<Integer> ORDINAL = new ExecutionAttribute<>("ordinal");
  private static final Map<String, Integer> REACHED = new HashMap<>();
  private static String step = "";
  private static Optional<KillPoint> deadly = Optional.empty();

  static synchronized void begin(String at, Optional<KillPoint> point) {
    REACHED.clear();
    step = at;
    deadly = point;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    synchronized (KillInterceptor.class) {
      attributes.putAttribute(ORDINAL, REACHED.merge(operation(attributes), 1, Integer::sum));
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    pass(attributes, false);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    pass(attributes, true);
  }

  private static void pass(ExecutionAttributes attributes, boolean after) {
    var here = new KillPoint(step, operation(attributes), attributes.getAttribute(ORDINAL), after);
    if (deadly.filter(here::equals).isPresent()) {
      Worker.say("kill me");
      while (true) {
        LockSupport.park();
      }
    }
    Worker.say("at " + here);
  }

  private static String operation(ExecutionAttributes attributes) {
    return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
  }
}
