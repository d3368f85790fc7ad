package io.tuco.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of core (docs/explanation/architecture.md), held. */
final class CoreArchitectureTest {

  private static final String CORE = "io.tuco.core";
  private static final String CANARY = "io.tuco.core.architecture.canary";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CORE);

  static Stream<Function<String, ArchRule>> rules() {
    return Stream.of(
        CoreRules::knowsOnlyItsThreeLibraries,
        CoreRules::looksLeftOnly,
        CoreRules::asksOnlyWhatItWasGiven);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(Function<String, ArchRule> rule) {
    rule.apply(CORE).check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rejectsItsCanary(Function<String, ArchRule> rule) {
    var canaries = new ClassFileImporter().importPackages(CANARY);

    assertThat(rule.apply(CANARY).evaluate(canaries).hasViolation()).isTrue();
  }

  @Test
  void rejectsBothWaysOfLookingWrong() {
    var canaries = new ClassFileImporter().importPackages(CANARY);

    var report = CoreRules.looksLeftOnly(CANARY).evaluate(canaries).getFailureReport().toString();

    assertThat(report).contains("LooksRight").contains("LooksSideways");
  }

  @Test
  void speaksOfPackagesThatExist() {
    var packages =
        List.of(
            "secret",
            "address",
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

    assertThat(packages)
        .allSatisfy(name -> assertThat(PRODUCT.containPackage(CORE + "." + name)).isTrue());
  }

  @Test
  void saysOfEveryPackageWhatItOwns() {
    var described =
        PRODUCT.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .map(type -> type.getPackageName())
            .toList();

    assertThat(PRODUCT.stream().map(type -> type.getPackageName()).distinct())
        .allSatisfy(name -> assertThat(described).contains(name));
  }
}
