package io.referralflow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What bytecode shows. Each rule has a package of its own name below `planted` that breaks it.
enum ArchitectureRule {
  THE_BUSINESS_KNOWS_ONLY_ITSELF {
    @Override
    ArchRule in(Packages here) {
      return classes()
          .that()
          .resideOutsideOfPackages(here.adapters())
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(here.all(), "java..", "org.jspecify..")
                  .and(resideOutsideOfPackages(here.adapters())))
          .because("the business must read, and be tested, without AWS and without JSON");
    }
  },

  NO_CYCLES {
    @Override
    ArchRule in(Packages here) {
      return slices()
          .matching(here.root() + ".(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(alwaysTrue(), resideInAPackage(here.the("port")))
          .because(
              "packages that need each other are one package; ports are left out, since use cases"
                  + " call them and they speak of concepts");
    }
  },

  ONLY_AWS_KNOWS_THE_SDK {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(here.the("aws"))
          .and()
          .doNotHaveSimpleName("Wiring")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..")
          .because("nothing from the SDK leaves its package; Wiring only builds the clients");
    }
  },

  ONLY_JSON_KNOWS_JACKSON {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(here.the("json"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
          .because("the wire has one place, so that a rename in the business changes no message");
    }
  },

  ONLY_FUNCTION_KNOWS_LAMBDA {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(here.the("function"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws..")
          .because("who calls us is the entry points' concern");
    }
  },

  ONLY_HOLIDAY_KNOWS_JOLLYDAY {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(here.the("holiday"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("de.focus_shift..", "org.threeten.extra..")
          .because("public holidays come from a library that we may want to replace");
    }
  },

  ONLY_CSV_KNOWS_FASTCSV {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(here.the("csv"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("de.siegmar.fastcsv..")
          .because("files have one place, where no cell becomes a formula");
    }
  },

  NOBODY_KNOWS_THE_FUNCTIONS {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(here.the("function"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(here.the("function"))
          .because("entry points are the outside; nothing inside may lean on them");
    }
  },

  ADAPTERS_DO_NOT_KNOW_EACH_OTHER {
    @Override
    ArchRule in(Packages here) {
      return slices()
          .matching(here.root() + ".(aws|csv|holiday|json)..")
          .should()
          .notDependOnEachOther()
          .because("storage, calendar and wire must change one without the other");
    }
  },

  NOBODY_CALLS_A_HANDLER {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .should(Conditions.knowAnotherHandler())
          .because("Lambda calls handlers; what two of them share belongs beside them");
    }
  },

  ONLY_SETTINGS_READS_THE_ENVIRONMENT {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .doNotHaveSimpleName("Settings")
          .or()
          .resideOutsideOfPackage(here.the("function"))
          .should(Conditions.call(System.class, "getenv", "getProperty", "getProperties"))
          .because("one record says what a function can be told, and refuses to start without it");
    }
  },

  ONLY_WIRING_BUILDS_CLIENTS {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .doNotHaveSimpleName("Wiring")
          .should(Conditions.buildAClient())
          .because("clients are made once, before the snapshot, with one HTTP client");
    }
  },

  TIME_COMES_FROM_OUTSIDE {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .doNotHaveSimpleName("Wiring")
          .should(Conditions.readTheClock())
          .because("time is an InstantSource, so that tests and the stepped clock can move it");
    }
  },

  CHANCE_COMES_FROM_OUTSIDE {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .doNotHaveSimpleName("RandomIds")
          .should(Conditions.rollDice())
          .because("ids are a port; a value made at start would be shared by every snapshot");
    }
  },

  NOBODY_PRINTS {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .doNotHaveSimpleName("Log")
          .should(Conditions.print())
          .because("the log has one place, which lets no personal data through");
    }
  },

  NOBODY_SLEEPS {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .doNotHaveSimpleName("Pause")
          .should(Conditions.call(Thread.class, "sleep", "wait", "join"))
          .because("a function that waits costs money; what waits is an execution or a retry");
    }
  },

  NOBODY_SCANS_THE_TABLE {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("software.amazon..").and(simpleNameStartingWith("Scan")))
          .orShould(Conditions.call(DynamoDbClient.class, "scan", "scanPaginator"))
          .because("a scan costs more with each referral that there ever was");
    }
  },

  EVERY_PACKAGE_IS_NULL_MARKED {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .should(Conditions.resideOutsideOfNullMarkedPackages())
          .because("NullAway looks only at null-marked code");
    }
  },

  WHAT_IS_WORKED_OUT_AFRESH_DOES_NOT_KNOW_THE_FOLD {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .haveNameMatching(".*\\.Afresh(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.(Life|Owed|Employment|Register|ProbationEnd|Promise)")
          .because("a mistake in the one must show as a difference to the other");
    }
  },

  NAMES_SAY_SOMETHING {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .should()
          .resideInAnyPackage(
              Stream.of("util", "common", "helper", "impl", "model", "service", "dto", "manager")
                  .flatMap(name -> Stream.of(".." + name + "..", ".." + name + "s.."))
                  .toArray(String[]::new))
          .orShould()
          .haveNameMatching(".*(Impl|Service|Manager|Helper|Utils?|Data|Info|Dto)")
          .because("a name that fits everything tells the reader nothing");
    }
  },

  USE_CASES_ARE_FINAL {
    @Override
    ArchRule in(Packages here) {
      return noClasses()
          .that()
          .resideOutsideOfPackages(here.adapters())
          .should(Conditions.beAUseCaseThatIsOpenOrDoesMore())
          .because("a use case is one thing that the business does, and has no second version");
    }
  };

  /// The rule for what lies below a root.
  abstract ArchRule in(Packages here);

  /// The name of the package that is planted to break this rule.
  String planted() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
