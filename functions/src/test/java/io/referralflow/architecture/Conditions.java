package io.referralflow.architecture;

import static java.util.function.Predicate.not;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import software.amazon.awssdk.core.SdkClient;

/// What the rules look for, where ArchUnit has no word for it. Calls and method references count
/// alike.
final class Conditions {

  private static final Set<String> CLOCK_READERS =
      Set.of("now", "currentTimeMillis", "nanoTime", "system", "systemDefaultZone", "systemUTC");

  private Conditions() {}

  static ArchCondition<JavaClass> call(Class<?> owner, String... names) {
    var wanted = Set.of(names);
    return access(
        "call " + owner.getSimpleName() + " " + List.of(names),
        access -> isOn(access, owner) && wanted.contains(access.getName()));
  }

  static ArchCondition<JavaClass> buildAClient() {
    return access(
        "build an SDK client",
        access ->
            access.getTargetOwner().isAssignableTo(SdkClient.class)
                && Set.of("builder", "create").contains(access.getName()));
  }

  static ArchCondition<JavaClass> readTheClock() {
    return access(
        "read the machine's clock",
        access ->
            isNewDateOfNow(access)
                || (CLOCK_READERS.contains(access.getName())
                    && (isOn(access, System.class)
                        || access.getTargetOwner().getPackageName().startsWith("java.time"))));
  }

  static ArchCondition<JavaClass> rollDice() {
    return access(
        "make random values",
        access -> {
          var owner = access.getTargetOwner();
          return owner.isAssignableTo(Random.class)
              || owner.isAssignableTo(RandomGenerator.class)
              || owner.isAssignableTo(SecureRandom.class)
              || (isOn(access, UUID.class) && access.getName().equals("randomUUID"))
              || (isOn(access, Math.class) && access.getName().equals("random"));
        });
  }

  static ArchCondition<JavaClass> print() {
    return access(
        "print",
        access ->
            access.getName().equals("printStackTrace")
                || (isOn(access, System.class) && Set.of("out", "err").contains(access.getName())));
  }

  static ArchCondition<JavaClass> knowAnotherHandler() {
    return condition(
        "know another class that is a handler",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isHandler(dependency.getTargetClass()))
                .filter(dependency -> !dependency.getTargetClass().equals(outermost(type)))
                .map(Object::toString));
  }

  static ArchCondition<JavaClass> resideOutsideOfNullMarkedPackages() {
    return condition(
        "reside in a package that is not null-marked",
        type ->
            Stream.of(type)
                .filter(it -> !it.getPackage().isAnnotatedWith(NullMarked.class))
                .map(it -> it.getPackageName() + " is not @NullMarked"));
  }

  /// Holds for a class that has a method `execute` and is open for inheritance or does more.
  static ArchCondition<JavaClass> beAUseCaseThatIsOpenOrDoesMore() {
    return condition(
        "be a use case that is open or does more than execute",
        type -> {
          var visible =
              type.getMethods().stream()
                  .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                  .map(method -> method.getName())
                  .toList();
          var closed = type.getModifiers().contains(JavaModifier.FINAL);
          return visible.contains("execute") && !(closed && visible.equals(List.of("execute")))
              ? Stream.of(type.getName() + " has the public methods " + visible)
              : Stream.empty();
        });
  }

  private static boolean isHandler(JavaClass type) {
    return type.isAssignableTo(RequestStreamHandler.class)
        && !type.isInterface()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Conditions::outermost).orElse(type);
  }

  private static boolean isOn(JavaAccess<?> access, Class<?> owner) {
    return access.getTargetOwner().isEquivalentTo(owner);
  }

  private static boolean isNewDateOfNow(JavaAccess<?> access) {
    return isOn(access, Date.class)
        && access instanceof JavaCodeUnitAccess<?> call
        && call.getTarget().getName().equals("<init>")
        && call.getTarget().getRawParameterTypes().isEmpty();
  }

  private static ArchCondition<JavaClass> access(
      String description, Predicate<JavaAccess<?>> wanted) {
    return condition(
        description,
        type ->
            type.getAccessesFromSelf().stream()
                .filter(not(access -> access.getTargetOwner().equals(type)))
                .filter(wanted)
                .map(JavaAccess::getDescription));
  }

  private static ArchCondition<JavaClass> condition(
      String description, Function<JavaClass, Stream<String>> findings) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        findings
            .apply(type)
            .forEach(finding -> events.add(SimpleConditionEvent.satisfied(type, finding)));
      }
    };
  }
}
