package io.tuco.camel.architecture.canary.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.twilio.type.PhoneNumber;
import io.tuco.camel.architecture.canary.standalone.Program;
import jakarta.mail.Session;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/** Knows the driver, Jackson, Twilio, Kafka, the mail library, the program and the wall clock. */
public final class KnowsTooMuch {

  private KnowsTooMuch() {}

  public static Instant when(
      MongoClient client,
      JsonNode node,
      PhoneNumber number,
      TopicPartition partition,
      Session mail,
      Program program) {
    return Instant.now();
  }
}
