package io.tuco.camel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Who may know whom among the routes, and who may know which library. {@code root} is judged. */
final class CamelRules {

  /** Packages of routes; they meet only through seams and core types. */
  static final List<String> SIBLINGS =
      List.of(
          "http.api",
          "http.admin",
          "http.v1",
          "http.optout",
          "callback",
          "dispatch",
          "channel",
          "channel.mail",
          "channel.sms",
          "attachment",
          "event",
          "kafka",
          "lookup",
          "inbox",
          "crm",
          "mongo");

  /** What siblings share: requests and answers, JSON of our documents, calls out. */
  static final List<String> SHARED = List.of("http", "json", "outbound");

  private CamelRules() {}

  static ArchRule siblingsMeetOnlyThroughSeams(String root) {
    return CompositeArchRule.of(
        SIBLINGS.stream().map(sibling -> knowsNoOtherSibling(root, sibling)).toList());
  }

  private static ArchRule knowsNoOtherSibling(String root, String sibling) {
    var others =
        SIBLINGS.stream()
            .filter(other -> !other.equals(sibling))
            .map(other -> root + "." + other)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + sibling)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true);
  }

  /** What is shared knows no sibling. */
  static ArchRule theSharedKnowsNobody(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(SHARED.stream().map(name -> root + "." + name).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SIBLINGS.stream().map(name -> root + "." + name).toArray(String[]::new));
  }

  static ArchRule onlyTheMailChannelKnowsTheMailLibrary(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".channel.mail..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");
  }

  static ArchRule onlyMongoKnowsTheDriver(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".mongo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..");
  }

  /** Twilio's library resends by itself where it is not held; one package holds it. */
  static ArchRule onlySmsKnowsTwilio(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".channel.sms")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.twilio..", "org.apache.camel.component.twilio..", "org.apache.hc..");
  }

  /** Kafka is optional: whoever else knew its clients could not start without them. */
  static ArchRule onlyKafkaKnowsItsClients(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".kafka..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.apache.camel.component.kafka..");
  }

  /** Jackson stays behind the classes that translate; the simulator is a program of its own. */
  static ArchRule onlyTranslatorsKnowJackson(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + ".json..", root + ".standalone.simulator..")
        .and()
        .haveNameNotMatching(".*(Json|Codec)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..");
  }

  static ArchRule nobodyKnowsTheProgram(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".standalone..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".standalone..");
  }

  /** Clock, random and ids come from the builder or the program. */
  static ArchRule asksOnlyWhatItWasGiven(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".standalone..")
        .and()
        .doNotHaveSimpleName("TucoBuilder")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class);
  }
}
