package io.referralflow.aws.fault;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.referralflow.aws.table.Storage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;

/// Where the product calls a service: by which method of a port, from which place in `aws`.
///
/// @param port such as `Outbox.claim`
/// @param operation the service's, such as `updateItem`
/// @param place class and method that hold the SDK's client
public record CallSite(String port, String operation, String place)
    implements Comparable<CallSite> {

  private static final Comparator<CallSite> ORDER =
      Comparator.comparing((CallSite site) -> site.port)
          .thenComparing(site -> site.place)
          .thenComparing(site -> site.operation);

  private static final String ADAPTERS = "io.referralflow.aws";

  /// Methods of a client that ask nothing of its service.
  private static final Set<String> NO_CALLS = Set.of("builder", "create", "close", "serviceName");

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
  private static final Pattern ADAPTER =
      Pattern.compile(
          "Dynamo[A-Z]\\w+|Storage|StepFunctionsExecutions|SesMailer|SecretSeals|CognitoAccounts");

  /// Answered by whoever asks on the thread that calls; empty when a test itself calls.
  static Optional<CallSite> here(SdkRequest request) {
    var frames =
        StackWalker.getInstance()
            .walk(all ->
                all.filter(frame -> frame.getClassName().startsWith(ADAPTERS))
                    .filter(frame -> !frame.getClassName().startsWith(ADAPTERS + ".fault"))
                    .toList());
    return frames.stream()
        .filter(frame -> ADAPTER.matcher(simple(frame.getClassName())).matches())
        .filter(frame -> !simple(frame.getClassName()).equals("DynamoDbLocal"))
        .reduce((_, outer) -> outer)
        .map(outer ->
            new CallSite(
                port(simple(outer.getClassName()), method(outer.getMethodName())),
                operation(request),
                simple(frames.getFirst().getClassName())
                    + "."
                    + method(frames.getFirst().getMethodName())));
  }

  private static String operation(SdkRequest request) {
    var name = request.getClass().getSimpleName().replace("Request", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String port(String adapter, String method) {
    return switch (adapter) {
      case "Storage" -> "Operations.find";
      case "StepFunctionsExecutions" -> "Executions." + method;
      case "SesMailer" -> "Mailer." + method;
      case "SecretSeals" -> "Seals." + method;
      case "CognitoAccounts" -> "Accounts." + method;
      default -> adapter.substring("Dynamo".length()) + "." + method;
    };
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
  }

  private static String method(String name) {
    var lambda = LAMBDA.matcher(name);
    return lambda.matches() ? lambda.group(1) : name;
  }

  /// Every place of the product's code that calls a method of an SDK client, as `place operation`.
  static Set<String> inTheCode() {
    return new ClassFileImporter()
        .importUrl(Storage.class.getProtectionDomain().getCodeSource().getLocation()).stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().isAssignableTo(SdkClient.class))
            .filter(call -> !NO_CALLS.contains(call.getName()))
            .map(CallSite::told)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String told(JavaAccess<?> call) {
    return simple(call.getOriginOwner().getFullName())
        + "."
        + method(call.getOrigin().getName())
        + " "
        + call.getName().replace("Paginator", "");
  }

  /// Every method of a port, as `Outbox.claim`.
  static Set<String> methodsOf(List<Class<?>> ports) {
    return ports.stream()
        .flatMap(port ->
            Arrays.stream(port.getMethods())
                .map(method -> port.getSimpleName() + "." + method.getName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String told() {
    return place + " " + operation;
  }

  @Override
  public int compareTo(CallSite other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return port + " by " + place + " " + operation;
  }
}
