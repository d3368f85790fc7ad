package io.tuco.core.simulation.checker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The judge must not share the product's mistakes. */
final class CheckerArchitectureTest {

  private static final String LOG = "io.tuco.core.simulation.log";
  private static final String CHECKER = "io.tuco.core.simulation.checker";

  @Test
  void knowsTheLogAndTheJdkOnly() {
    var judge = new ClassFileImporter().importPackages(LOG, CHECKER);

    assertThat(judge).isNotEmpty();
    classes()
        .that()
        .resideInAnyPackage(LOG, CHECKER)
        .and()
        .haveSimpleNameNotEndingWith("Test")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(LOG, CHECKER, "java..", "org.jspecify.annotations..")
        .check(judge);
  }
}
