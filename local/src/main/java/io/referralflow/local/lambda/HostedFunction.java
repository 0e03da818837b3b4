package io.referralflow.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One function with its pool of instances. A call takes an idle instance or makes a new one, has
/// it for itself, and gives it back; an instance that ran out of time is never given back, as
/// Lambda would not either. (Lambda stops such a call cold; here it is interrupted, and what
/// ignores that runs on unseen.)
public final class HostedFunction {

  private final FunctionSettings settings;
  private final Artifact artifact;
  private final Activity activity;
  private final FunctionLogs logs;
  private final BlockingDeque<RequestStreamHandler> idle = new LinkedBlockingDeque<>();

  public HostedFunction(
      FunctionSettings settings, Artifact artifact, Activity activity, FunctionLogs logs) {
    this.settings = settings;
    this.artifact = artifact;
    this.activity = activity;
    this.logs = logs;
  }

  FunctionSettings settings() {
    return settings;
  }

  /// Serves one call and answers within its time.
  public Answer serve(Call call) throws InterruptedException {
    activity.started(settings.name());
    try {
      return serveInTime(call);
    } finally {
      activity.ended(settings.name());
    }
  }

  private Answer serveInTime(Call call) throws InterruptedException {
    var answer = new CompletableFuture<Answer>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name(settings.name() + " " + call.requestId())
            .unstarted(() -> answer.complete(run(call)));
    thread.setContextClassLoader(artifact.classes());
    thread.start();
    Duration left = Duration.between(Instant.now(), call.deadline());
    try {
      return answer.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return new Answer.TimedOut(
          "Task timed out after %d.00 seconds".formatted(settings.timeout()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer run(Call call) {
    logs.enter(settings.name());
    try {
      return new Answer.Done(handle(call));
    } catch (Throwable fault) { // Lambda too reports faults of every kind to the caller.
      fault.printStackTrace(System.out);
      return new Answer.Failed(fault.getClass().getName(), String.valueOf(fault.getMessage()));
    } finally {
      logs.leave();
    }
  }

  private String handle(Call call) throws Exception {
    RequestStreamHandler instance = instance();
    var out = new ByteArrayOutputStream();
    try {
      var in = new ByteArrayInputStream(call.payload().getBytes(StandardCharsets.UTF_8));
      instance.handleRequest(in, out, new CallContext(settings, call));
    } finally {
      if (!Thread.currentThread().isInterrupted()) {
        idle.addFirst(instance);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private RequestStreamHandler instance() throws ReflectiveOperationException {
    @Nullable RequestStreamHandler ready = idle.pollFirst();
    if (ready != null) {
      return ready;
    }
    Class<?> type = Class.forName(settings.handlerClass(), true, artifact.classes());
    return type.asSubclass(RequestStreamHandler.class).getDeclaredConstructor().newInstance();
  }
}
