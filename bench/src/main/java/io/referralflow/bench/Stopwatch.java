package io.referralflow.bench;

import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Adds up the time that passes inside calls of the SDK, of all threads. The SDK finds it by its
/// file of global interceptors.
public final class Stopwatch implements ExecutionInterceptor {

  private static final ExecutionAttribute<Long> BEGAN =
      new ExecutionAttribute<>("io.referralflow.bench.began");
  private static final AtomicLong NANOS = new AtomicLong();

  /// Nanoseconds since the process began.
  static long nanos() {
    return NANOS.get();
  }

  @Override
  public void beforeExecution(
      Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
    var _ = executionAttributes.putAttribute(BEGAN, System.nanoTime());
  }

  @Override
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    stop(executionAttributes);
  }

  @Override
  public void onExecutionFailure(
      Context.FailedExecution context, ExecutionAttributes executionAttributes) {
    stop(executionAttributes);
  }

  private static void stop(ExecutionAttributes attributes) {
    var _ = NANOS.addAndGet(System.nanoTime() - attributes.getAttribute(BEGAN));
  }
}
