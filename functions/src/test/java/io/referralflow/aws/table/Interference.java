package io.referralflow.aws.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Gets between the SDK and the service: loses answers, loses requests, or lets somebody else come
/// first, and keeps what was asked.
final class Interference implements ExecutionInterceptor {

  /// What happens to the next request of a kind.
  private record Planned(Predicate<SdkRequest> kind, When when, Runnable action) {}

  private enum When {
    BEFORE,
    AFTER
  }

  private final Deque<Planned> planned = new ArrayDeque<>();
  private final List<SdkRequest> requests = new ArrayList<>();
  private boolean interfering;

  /// The service acts on the next request, but its answer is lost.
  void loseAnswerOf(Class<? extends SdkRequest> kind) {
    planned.add(new Planned(kind::isInstance, When.AFTER, Interference::lose));
  }

  /// The service acts on the next request, but its answer is lost; the SDK asks again by itself.
  void loseAnswerForTheSdk(Class<? extends SdkRequest> kind) {
    planned.add(
        new Planned(
            kind::isInstance,
            When.AFTER,
            () -> {
              throw SdkClientException.create("Lost on purpose", new IOException("reset"));
            }));
  }

  /// The next request never arrives.
  void loseRequest(Class<? extends SdkRequest> kind) {
    planned.add(new Planned(kind::isInstance, When.BEFORE, Interference::lose));
  }

  /// Something happens just before the next request arrives.
  void before(Class<? extends SdkRequest> kind, Runnable action) {
    planned.add(new Planned(kind::isInstance, When.BEFORE, action));
  }

  List<SdkRequest> requests() {
    return List.copyOf(requests);
  }

  void forgetRequests() {
    requests.clear();
  }

  /// An I/O error would make the SDK try again by itself.
  private static void lose() {
    throw SdkClientException.create("Lost on purpose");
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    requests.add(context.request());
    interfere(context.request(), When.BEFORE);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    interfere(context.request(), When.AFTER);
  }

  private void interfere(SdkRequest request, When when) {
    var next = planned.peek();
    if (interfering || next == null || next.when() != when || !next.kind().test(request)) {
      return;
    }
    var _ = planned.remove();
    interfering = true;
    try {
      next.action().run();
    } finally {
      interfering = false;
    }
  }
}
