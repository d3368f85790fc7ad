package io.tuco.camel.story;

import static io.tuco.camel.story.CrmProduct.PORTAL;
import static io.tuco.camel.story.CrmProduct.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.connectors.ghl.fake.FakeFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is said is seen in the CRM, once, on one contact; what the CRM asks for is sent, once. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CrmStoryTest {

  private static final io.tuco.connectors.hubspot.fake.FakeFault HUBSPOT_DOWN =
      io.tuco.connectors.hubspot.fake.FakeFault.DOWN;

  private static CrmProduct crm;

  @BeforeAll
  static void opens(@TempDir Path directory) throws Exception {
    crm = new CrmProduct(directory);
  }

  @AfterAll
  static void closes() {
    crm.close();
  }

  @Order(1)
  @Test
  void aWorkflowOfHubspotSendsAndSeesWhatWasSaidAndTheStopThatFollows() throws Exception {
    var phone = "+12025550161";
    var contact = crm.hubspot.addContact(PORTAL, Map.of("phone", phone, "firstname", "Ada"));

    var answer = crm.hubspotWorkflow("call-1", contact, phone, "Hello {{firstName|you}}");
    var again = crm.hubspotWorkflow("call-1", contact, phone, "Hello {{firstName|you}}");

    var id = answer.at("/outputFields/tuco_message_id").asText();
    assertThat(answer.at("/outputFields/hs_execution_state").asText()).isEqualTo("SUCCESS");
    assertThat(again.at("/outputFields/tuco_message_id").asText()).isEqualTo(id);
    var sent = crm.tuco.awaitStatus(id, "sent");
    assertThat(sent.path("hsPortalId").asText()).isEqualTo(PORTAL);
    assertThat(sent.path("hsContactId").asText()).isEqualTo(contact);
    assertThat(crm.tuco.mac().sentTo(phone)).hasSize(1);
    awaitThat(() -> crm.hubspotTimeline(contact).equals(List.of("[iMessage] Hello Ada")));

    crm.tuco.mac().receives(phone, "STOP");
    awaitThat(() -> "true".equals(crm.hubspot.contact(PORTAL, contact).get().get("no_texts")));
    crm.awaitToldAll();
    assertThat(crm.hubspotTimeline(contact)).contains("[iMessage] Reply: STOP");
    assertThat(dnc(phone)).isEqualTo("opt_out");
    assertThat(crm.hubspotContacts(phone)).containsExactly(contact);
    assertThat(crm.ghlContacts(phone)).hasSize(1);
  }

  @Order(1)
  @Test
  void aWorkflowOfHubspotThatWaitsIsToldWhatBecameOfIt() throws Exception {
    var phone = "+12025550162";
    var contact = crm.hubspot.addContact(PORTAL, Map.of("phone", phone));
    crm.hubspot.withCallback(PORTAL, "call-2");

    var answer =
        crm.hubspotWorkflow(
            "call-2", contact, phone, Map.of("message", "Hi", "waitForResult", "true"));

    assertThat(answer.at("/outputFields/hs_execution_state").asText()).isEqualTo("ASYNC");
    awaitThat(() -> crm.hubspot.completed(PORTAL).containsKey("call-2"));
    assertThat(crm.hubspot.completed(PORTAL).get("call-2").toString()).contains("SUCCESS", "sent");
  }

  @Order(1)
  @Test
  void aWorkflowOfGhlSendsAndSeesWhatWasSaidAndTheStopThatFollows() throws Exception {
    var phone = "+12025550163";
    var contact =
        crm.ghl.addContact(
            CrmProduct.LOCATION, "{\"phone\":\"" + phone + "\",\"firstName\":\"Ben\"}");

    var answer = crm.ghlWorkflow(contact, phone, "Hello from the clinic");
    crm.ghlWorkflow(contact, phone, "Hello from the clinic");

    awaitThat(() -> crm.ghlConversation(contact).equals(List.of("Hello from the clinic")));
    assertThat(crm.tuco.mac().sentTo(phone)).hasSize(1);
    assertThat(answer.toString()).contains("\"skipped\":false");

    crm.tuco.mac().receives(phone, "STOP");
    awaitThat(() -> ghlContact(contact).at("/dndSettings/SMS/status").asText().equals("active"));
    crm.awaitToldAll();
    assertThat(dnc(phone)).isEqualTo("opt_out");
    assertThat(crm.ghlContacts(phone)).containsExactly(contact);
    assertThat(crm.hubspotContacts(phone)).hasSize(1);
  }

  @Order(1)
  @Test
  void nothingIsLostOrDoubledWhileTheCrmsAreDown() throws Exception {
    var phones = IntStream.range(0, 6).mapToObj(number -> "+1202555018" + number).toList();
    crm.ghl.fault(FakeFault.DOWN, "", 1_000_000);
    crm.hubspot.fault(HUBSPOT_DOWN, "", 1_000_000);
    for (var phone : phones) {
      crm.tuco.awaitStatus(crm.tuco.sends("While it is down", phone), "sent");
    }
    crm.ghl.clearFaults();
    crm.hubspot.clearFaults();

    crm.awaitToldAll();
    for (var phone : phones) {
      assertThat(crm.hubspotContacts(phone)).as("HubSpot's contacts of %s", phone).hasSize(1);
      assertThat(crm.ghlContacts(phone)).as("GHL's contacts of %s", phone).hasSize(1);
      assertThat(crm.hubspotTimeline(crm.hubspotContacts(phone).get(0)))
          .containsExactly("[iMessage] While it is down");
      assertThat(crm.ghlConversation(crm.ghlContacts(phone).get(0)))
          .containsExactly("While it is down");
    }
  }

  /** Last: what it has to tell keeps the CRMs busy for a while. */
  @Order(2)
  @Test
  void aHundredSendsToANewPersonMakeOneContact() throws Exception {
    var phone = "+12025550199";
    var threads = Executors.newFixedThreadPool(16);
    try {
      var sends =
          IntStream.range(0, 100)
              .<Callable<String>>mapToObj(number -> () -> crm.tuco.sends("No. " + number, phone))
              .toList();
      for (var sent : threads.invokeAll(sends, 60, TimeUnit.SECONDS)) {
        assertThat(sent.get()).isNotEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
    awaitThat(() -> crm.hubspotContacts(phone).size() == 1 && crm.ghlContacts(phone).size() == 1);
    var contact = crm.hubspotContacts(phone).get(0);
    awaitThat(() -> crm.hubspotTimeline(contact).size() >= 20);

    assertThat(crm.hubspotContacts(phone)).hasSize(1);
    assertThat(crm.ghlContacts(phone)).hasSize(1);
    assertThat(crm.hubspotTimeline(contact)).doesNotHaveDuplicates();
  }

  private static JsonNode ghlContact(String id) {
    return crm.ghl.contacts(CrmProduct.LOCATION).stream()
        .filter(contact -> contact.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String dnc(String phone) throws Exception {
    return crm.tuco
        .api()
        .get("/api/dnc?search=" + phone.substring(2))
        .body()
        .findPath("source")
        .asText();
  }
}
