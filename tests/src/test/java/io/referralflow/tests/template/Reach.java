package io.referralflow.tests.template;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which operations of AWS a function may come to call, found by following the calls in the byte
/// code from its entry points. A call of an interface leads to all of the product's classes that
/// implement it, so this is what can happen, not what does. Inside the table's one class nothing is
/// followed: each of its methods, each kind of write and each index stands for what it needs.
final class Reach {

  private static final String PRODUCT = "io.referralflow.";
  private static final String TABLE = PRODUCT + "aws.table.Table";

  /// What a method of the table needs.
  private static final Map<String, String> READS =
      Map.of(
          "get", "dynamodb:GetItem",
          "getAll", "dynamodb:BatchGetItem",
          "getKept", "dynamodb:GetItem kept",
          "query", "dynamodb:Query",
          "queryKept", "dynamodb:Query kept",
          "last", "dynamodb:Query",
          "list", "dynamodb:Query",
          "listUntil", "dynamodb:Query list-index",
          "listBetween", "dynamodb:Query list-index");

  /// What a write needs, alone or in a transaction.
  private static final Map<String, String> WRITES =
      Map.of(
          "Put", "dynamodb:PutItem",
          "Keep", "dynamodb:PutItem kept",
          "Update", "dynamodb:UpdateItem",
          "Check", "dynamodb:ConditionCheckItem",
          "Delete", "dynamodb:DeleteItem");

  private static final Set<String> WRITING = Set.of("write", "transact");

  private static final Map<String, String> CLIENTS =
      Map.of(
          "software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient",
              "cognito-idp:",
          "software.amazon.awssdk.services.sfn.SfnClient", "states:",
          "software.amazon.awssdk.services.sesv2.SesV2Client", "ses:",
          "software.amazon.awssdk.services.secretsmanager.SecretsManagerClient", "secretsmanager:");

  private static final Set<String> ASK_NOTHING = Set.of("builder", "close");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("test-classes"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.referralflow");

  private final Set<JavaCodeUnit> reached = new HashSet<>();
  private final ArrayDeque<JavaCodeUnit> open = new ArrayDeque<>();
  private final Set<String> operations = new TreeSet<>();

  private Reach() {}

  /// What a function may call, such as `dynamodb:GetItem`; a query of an index names it, as in
  /// `dynamodb:Query list-index`, and so does what goes to the table beside the one, as in
  /// `dynamodb:PutItem kept`.
  static Set<String> of(String function) {
    var reach = new Reach();
    var handler = CLASSES.get(PRODUCT + "function." + function);
    handler.getMethods().stream()
        .filter(method -> method.getName().equals("handleRequest"))
        .forEach(reach::reach);
    reach.reach(handler.getConstructor());
    while (!reach.open.isEmpty()) {
      reach.follow(reach.open.pop());
    }
    return reach.operations;
  }

  /// Methods of the table of which this class does not know what they need.
  static Set<String> unknownMethodsOfTheTable() {
    var unknown = new TreeSet<String>();
    CLASSES.get(TABLE).getMethods().stream()
        .filter(method -> !method.getModifiers().toString().contains("PRIVATE"))
        .map(method -> method.getName())
        .filter(name -> !READS.containsKey(name) && !WRITING.contains(name))
        .filter(name -> !name.contains("$"))
        .forEach(unknown::add);
    return unknown;
  }

  private void reach(JavaCodeUnit unit) {
    if (reached.add(unit)) {
      open.push(unit);
    }
  }

  private void follow(JavaCodeUnit unit) {
    unit.getAccessesFromSelf().forEach(this::note);
    Stream.of(
            unit.getMethodCallsFromSelf().stream(),
            unit.getConstructorCallsFromSelf().stream(),
            unit.getMethodReferencesFromSelf().stream(),
            unit.getConstructorReferencesFromSelf().stream())
        .flatMap(calls -> calls.map(JavaAccess.class::cast))
        .forEach(this::go);
  }

  private void note(JavaAccess<?> access) {
    var owner = access.getTargetOwner().getName();
    var name = access.getTarget().getName();
    if (owner.equals(TABLE) && READS.containsKey(name)) {
      operations.add(READS.get(name));
    }
    if (owner.startsWith(PRODUCT + "aws.table.Write$") && name.equals("<init>")) {
      operations.add(WRITES.get(owner.substring(owner.indexOf('$') + 1)));
    }
    if (owner.equals(TABLE + "$Index") && (name.equals("LIST") || name.equals("OWNER"))) {
      operations.add("dynamodb:Query " + name.toLowerCase(Locale.ROOT) + "-index");
    }
    if (CLIENTS.containsKey(owner) && !ASK_NOTHING.contains(name)) {
      operations.add(
          CLIENTS.get(owner) + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
  }

  private void go(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    if (!owner.getName().startsWith(PRODUCT) || owner.getName().equals(TABLE)) {
      return;
    }
    var target = access.getTarget();
    Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
        .flatMap(each -> units(each, target.getName()))
        .filter(each ->
            target.getFullName().endsWith(parameters(each)) || !each.getOwner().equals(owner))
        .forEach(this::reach);
  }

  private static Stream<? extends JavaCodeUnit> units(JavaClass owner, String name) {
    return owner.getCodeUnits().stream().filter(unit -> unit.getName().equals(name));
  }

  private static String parameters(JavaCodeUnit unit) {
    return unit.getFullName().substring(unit.getFullName().indexOf('('));
  }
}
