package io.referralflow.tests.journey.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Kills the process that it is in by `kill -9`, at a call of any function to the cloud. The SDK
/// finds it by its file of global interceptors; the product knows nothing of it.
///
/// What to do stands in the file that the variable `KILL_SWITCH` names: `3 before` for just before
/// the third call from now on is sent, `3 after` for just after it was answered. The file goes when
/// it is obeyed, and a line of the file beside it, `.killed`, says where.
public final class KillSwitch implements ExecutionInterceptor {

  private static final ExecutionAttribute<Integer> NUMBER = new ExecutionAttribute<>("number");
  private static final Path ORDER = Path.of(System.getenv("KILL_SWITCH"));
  private static String obeyed = "";
  private static int calls;

  /// For the SDK.
  public KillSwitch() {}

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    synchronized (KillSwitch.class) {
      var order = order();
      if (!order.equals(obeyed)) {
        obeyed = order;
        calls = 0;
      }
      attributes.putAttribute(NUMBER, ++calls);
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    pass(attributes, "before");
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    pass(attributes, "after");
  }

  private static void pass(ExecutionAttributes attributes, String moment) {
    if (order().startsWith(attributes.getAttribute(NUMBER) + " " + moment + " ")) {
      die(moment + " " + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
  }

  private static void die(String where) {
    try {
      Files.delete(ORDER);
      var _ =
          Files.writeString(
              ORDER.resolveSibling(ORDER.getFileName() + ".killed"),
              function() + " " + where + "\n",
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
      var _ =
          new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    while (true) {
      LockSupport.park();
    }
  }

  private static String function() {
    var name = Thread.currentThread().getName();
    return name.substring(0, Math.max(0, name.indexOf(' ')));
  }

  /// Each order ends with a word of its own, so that the same one can be given twice.
  private static String order() {
    try {
      return Files.readString(ORDER);
    } catch (IOException e) {
      return "";
    }
  }
}
