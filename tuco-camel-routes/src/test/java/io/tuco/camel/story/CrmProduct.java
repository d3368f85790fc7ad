package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.crm.fixture.FakeCrmServer;
import io.tuco.connectors.ghl.fake.FakeGhl;
import io.tuco.connectors.hubspot.fake.FakeHooks;
import io.tuco.connectors.hubspot.fake.FakeHubspot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The product with a Mac, a portal of HubSpot and a location of GHL, both of them fakes. */
final class CrmProduct implements AutoCloseable {

  static final String PORTAL = "62515";
  static final String LOCATION = "loc1";
  static final Duration PATIENCE = Duration.ofSeconds(90);

  final FakeHubspot hubspot = new FakeHubspot(Clock.systemUTC()).withPortal(PORTAL, "pat-1");
  final FakeGhl ghl =
      new FakeGhl(Clock.systemUTC())
          .withLocation(LOCATION, "pit-token")
          .withProvider(LOCATION, "prov1");
  final LoopbackProduct tuco;
  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeCrmServer hubspotServer = FakeCrmServer.of(hubspot);
  private final FakeCrmServer ghlServer = FakeCrmServer.of(ghl);
  private final JsonNode hubspotConnection;
  private final JsonNode ghlConnection;

  CrmProduct(Path directory) throws Exception {
    tuco =
        new LoopbackProduct(
            directory,
            Map.of(
                "tuco.hubspot.base-url",
                hubspotServer.url(),
                "tuco.hubspot.client-secret",
                FakeHubspot.CLIENT_SECRET,
                "tuco.ghl.base-url",
                ghlServer.url(),
                "tuco.crm.claim",
                "20s"));
    hubspot.withProperty(PORTAL, "no_texts");
    tuco.macLine(
        tuco.device(0),
        "+12025550171",
        ",\"dailyNewConversationsLimit\":1000,\"dailyTotalMessagesLimit\":1000,"
            + "\"hourlyFirstTouchLimit\":1000");
    hubspotConnection =
        connects(
            "{\"crm\":\"hubspot\",\"auth\":{\"type\":\"private_token\",\"token\":\"pat-1\"},"
                + "\"mapping\":{\"options\":{\"optOutProperty\":\"no_texts\"}},"
                + "\"sync\":{\"enabled\":false}}");
    ghlConnection =
        connects(
            "{\"crm\":\"ghl\",\"locationId\":\""
                + LOCATION
                + "\",\"auth\":{\"type\":\"private_token\",\"token\":\"pit-token\"},"
                + "\"mapping\":{\"options\":{\"conversationProviderId\":\"prov1\"}},"
                + "\"sync\":{\"enabled\":false}}");
  }

  private JsonNode connects(String body) throws IOException {
    var path = "/admin/workspaces/" + tuco.workspaceId() + "/connections";
    var answer = tuco.admin().post(path, body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("connection");
  }

  /** A workflow of HubSpot comes to our action for a contact. */
  JsonNode hubspotWorkflow(String callback, String contactId, String phone, String text)
      throws Exception {
    return hubspotWorkflow(callback, contactId, phone, Map.of("message", text));
  }

  JsonNode hubspotWorkflow(
      String callback, String contactId, String phone, Map<String, String> inputs)
      throws Exception {
    var url = hubspotConnection.at("/hooks/workflowUrl").asText();
    var properties = Map.of("phone", phone, "firstname", "Ada");
    var body = FakeHooks.action(PORTAL, callback, contactId, properties, inputs);
    return calls(url, FakeHooks.v2(FakeHubspot.CLIENT_SECRET, "POST", url, body), body);
  }

  /** A workflow of GHL calls us with its standard body. */
  JsonNode ghlWorkflow(String contactId, String phone, String text) throws Exception {
    return calls(
        ghlConnection.at("/hooks/workflowUrl").asText(),
        Map.of(),
        """
        {"contact_id":"%s","full_name":"Ben Example","phone":"%s","location":{"id":"%s"},
         "workflow":{"id":"w1"},"customData":{"message":"%s"}}
        """
            .formatted(contactId, phone, LOCATION, text));
  }

  private JsonNode calls(String url, Map<String, String> headers, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    var answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonHttp.json(answer.body());
  }

  /** What HubSpot shows on the timeline of these contacts. */
  List<String> hubspotTimeline(String contactId) {
    return hubspot.communications(PORTAL).stream()
        .filter(entry -> entry.contactId().equals(contactId))
        .map(entry -> entry.properties().get("hs_communication_body"))
        .toList();
  }

  List<String> ghlConversation(String contactId) {
    return ghl.messages(LOCATION).stream()
        .filter(message -> message.path("contactId").asText().equals(contactId))
        .map(message -> message.path("message").asText(message.path("body").asText()))
        .toList();
  }

  List<String> hubspotContacts(String phone) {
    return hubspot.contacts(PORTAL).entrySet().stream()
        .filter(contact -> phone.equals(contact.getValue().get("phone")))
        .map(Map.Entry::getKey)
        .toList();
  }

  List<String> ghlContacts(String phone) {
    return ghl.contacts(LOCATION).stream()
        .filter(contact -> contact.path("phone").asText().equals(phone))
        .map(contact -> contact.path("id").asText())
        .toList();
  }

  /** Nothing is left to be told to any CRM, and nothing was refused. */
  void awaitToldAll() {
    awaitThat(
        () -> {
          var jobs = tuco.admin().get("/admin/status").body().path("crmJobs");
          return jobs.path("pending").asInt() + jobs.path("failing").asInt() == 0
              && jobs.path("refused").asInt() + jobs.path("givenUp").asInt() == 0;
        });
  }

  static void awaitThat(Callable<Boolean> condition) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(condition);
  }

  @Override
  public void close() {
    tuco.close();
    hubspotServer.close();
    ghlServer.close();
    assertThat(hubspot.violations()).isEmpty();
    assertThat(ghl.violations()).isEmpty();
    assertThat(ghl.sentByGhl()).isZero();
  }
}
