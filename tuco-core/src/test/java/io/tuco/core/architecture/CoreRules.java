package io.tuco.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** What core may know, and which way its packages may look. {@code root} is the package judged. */
final class CoreRules {

  private CoreRules() {}

  /** The JDK, JSpecify and libphonenumber; nothing else. */
  static ArchRule knowsOnlyItsThreeLibraries(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + "..",
            "io.tuco.core..",
            "java..",
            "javax.crypto..",
            "org.jspecify.annotations..",
            "com.google.i18n.phonenumbers..");
  }

  /** A package may look left, never right; packages side by side do not see each other. */
  static ArchRule looksLeftOnly(String root) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(root + "..")
        .withOptionalLayers(true)
        .layer("root")
        .definedBy(root)
        .layer("secret")
        .definedBy(root + ".secret")
        .layer("address")
        .definedBy(root + ".address")
        .layer("account")
        .definedBy(root + ".account")
        .layer("message")
        .definedBy(root + ".message")
        .layer("lead")
        .definedBy(root + ".lead")
        .layer("workspace")
        .definedBy(root + ".workspace")
        .layer("line")
        .definedBy(root + ".line")
        .layer("optout")
        .definedBy(root + ".optout")
        .layer("timing")
        .definedBy(root + ".timing")
        .layer("event")
        .definedBy(root + ".event")
        .layer("crm")
        .definedBy(root + ".crm")
        .layer("intake")
        .definedBy(root + ".intake")
        .layer("dispatch")
        .definedBy(root + ".dispatch")
        .layer("store")
        .definedBy(root + ".store..")
        .layer("engine")
        .definedBy(root + ".engine..")
        .whereLayer("engine")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("engine")
        .whereLayer("dispatch")
        .mayOnlyBeAccessedByLayers("store", "engine")
        .whereLayer("intake")
        .mayOnlyBeAccessedByLayers("store", "engine")
        .whereLayer("optout")
        .mayOnlyBeAccessedByLayers("engine")
        .whereLayer("crm")
        .mayOnlyBeAccessedByLayers("store", "engine")
        .whereLayer("event")
        .mayOnlyBeAccessedByLayers("intake", "dispatch", "store", "engine")
        .whereLayer("timing")
        .mayOnlyBeAccessedByLayers("intake", "dispatch", "store", "engine")
        .whereLayer("line")
        .mayOnlyBeAccessedByLayers(
            "timing", "event", "crm", "intake", "dispatch", "store", "engine")
        .whereLayer("workspace")
        .mayOnlyBeAccessedByLayers(
            "timing", "event", "crm", "intake", "dispatch", "store", "engine")
        .whereLayer("lead")
        .mayOnlyBeAccessedByLayers(
            "timing", "event", "crm", "intake", "dispatch", "store", "engine")
        .whereLayer("message")
        .mayOnlyBeAccessedByLayers(
            "lead",
            "workspace",
            "line",
            "optout",
            "timing",
            "event",
            "crm",
            "intake",
            "dispatch",
            "store",
            "engine")
        .whereLayer("account")
        .mayOnlyBeAccessedByLayers("workspace", "line", "intake", "dispatch", "store", "engine")
        .whereLayer("address")
        .mayOnlyBeAccessedByLayers(
            "account",
            "message",
            "lead",
            "workspace",
            "line",
            "timing",
            "event",
            "crm",
            "intake",
            "dispatch",
            "store",
            "engine");
  }

  /** No clock, random, id, default zone or default locale of the machine. */
  static ArchRule asksOnlyWhatItWasGiven(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class);
  }
}
