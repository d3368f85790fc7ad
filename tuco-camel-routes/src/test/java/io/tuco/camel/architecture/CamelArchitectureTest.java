package io.tuco.camel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the Camel module (docs/explanation/architecture.md), held. */
final class CamelArchitectureTest {

  private static final String CAMEL = "io.tuco.camel";
  private static final String CANARY = "io.tuco.camel.architecture.canary";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(CAMEL);

  static Stream<Function<String, ArchRule>> rules() {
    return Stream.of(
        CamelRules::siblingsMeetOnlyThroughSeams,
        CamelRules::theSharedKnowsNobody,
        CamelRules::onlyTheMailChannelKnowsTheMailLibrary,
        CamelRules::onlyMongoKnowsTheDriver,
        CamelRules::onlySmsKnowsTwilio,
        CamelRules::onlyKafkaKnowsItsClients,
        CamelRules::onlyTranslatorsKnowJackson,
        CamelRules::nobodyKnowsTheProgram,
        CamelRules::asksOnlyWhatItWasGiven);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(Function<String, ArchRule> rule) {
    rule.apply(CAMEL).check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rejectsItsCanary(Function<String, ArchRule> rule) {
    var canaries = new ClassFileImporter().importPackages(CANARY);

    assertThat(rule.apply(CANARY).evaluate(canaries).hasViolation()).isTrue();
  }

  @Test
  void speaksOfPackagesThatExist() {
    assertThat(Stream.concat(CamelRules.SIBLINGS.stream(), CamelRules.SHARED.stream()))
        .allSatisfy(name -> assertThat(PRODUCT.containPackage(CAMEL + "." + name)).isTrue());
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
