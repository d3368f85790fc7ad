package io.tuco.core.crm;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;

/**
 * A connector translates: it knows core, Jackson and the JDK, and no way to make a call. Each
 * connector's test says where its classes are, and has a canary beside them that breaks the rule.
 */
public abstract class ConnectorRule {

  private final String root;

  /**
   * @param root the connector's package
   */
  protected ConnectorRule(String root) {
    this.root = root;
  }

  private static ArchRule onlyTranslates(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    root + "..",
                    "io.tuco.core..",
                    "com.fasterxml.jackson..",
                    "org.jspecify.annotations..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.nio.charset..",
                    "java.security..",
                    "javax.crypto..")
                // Of all that java.net can do, writing a query alone.
                .or(equivalentTo(URLEncoder.class)));
  }

  @Test
  void holds() {
    var product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);

    assertThat(product).isNotEmpty();
    onlyTranslates(root).check(product);
  }

  @Test
  void rejectsItsCanary() {
    var canary = root + ".canary";

    var result = onlyTranslates(canary).evaluate(new ClassFileImporter().importPackages(canary));

    assertThat(result.hasViolation()).isTrue();
  }
}
