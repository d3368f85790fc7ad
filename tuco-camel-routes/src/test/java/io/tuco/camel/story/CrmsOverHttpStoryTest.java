package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.crm.fixture.FakeCrmServer;
import io.tuco.connectors.ghl.fake.FakeGhl;
import io.tuco.connectors.hubspot.fake.FakeHubspot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator connects accounts of the real CRMs, and their contacts become leads. */
@Tag("long")
final class CrmsOverHttpStoryTest {

  private static final String LOCATION = "loc-1";
  private static final String PORTAL = "62515";
  private static final FakeGhl GHL = new FakeGhl(Clock.systemUTC()).withLocation(LOCATION, "pit-1");
  private static final FakeHubspot HUBSPOT =
      new FakeHubspot(Clock.systemUTC()).withPortal(PORTAL, "pat-1").withCode("code-1", PORTAL);

  private static FakeCrmServer ghl;
  private static FakeCrmServer hubspot;
  private static LoopbackProduct product;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    ghl = FakeCrmServer.of(GHL);
    hubspot = FakeCrmServer.of(HUBSPOT);
    product =
        new LoopbackProduct(
            directory,
            Map.of(
                "tuco.ghl.base-url",
                ghl.url(),
                "tuco.hubspot.base-url",
                hubspot.url(),
                "tuco.hubspot.client-id",
                FakeHubspot.CLIENT_ID,
                "tuco.hubspot.client-secret",
                FakeHubspot.CLIENT_SECRET));
  }

  @AfterAll
  static void close() throws Exception {
    product.close();
    ghl.close();
    hubspot.close();
  }

  @Test
  void readsTheContactsOfALocation() throws IOException {
    for (var i = 0; i < 230; i++) {
      GHL.addContact(LOCATION, "{\"firstName\":\"Pat\",\"phone\":\"+1202555%04d\"}".formatted(i));
    }

    var refused = connect("\"ghl\",\"locationId\":\"loc-1\"", "private_token\",\"token\":\"no");
    var made = connect("\"ghl\",\"locationId\":\"loc-1\"", "private_token\",\"token\":\"pit-1");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asText()).isEqualTo("Credentials were refused");
    assertThat(made.status()).isEqualTo(201);
    var connection = made.body().path("connection");
    assertThat(connection.path("locationId").asText()).isEqualTo(LOCATION);
    assertThat(connection.at("/hooks/workflowUrl").asText())
        .startsWith(product.url() + "/hooks/ghl/workflow/");
    assertThat(connection.at("/hooks/eventsUrl").asText())
        .isEqualTo(product.url() + "/hooks/ghl/" + connection.path("id").asText());
    var read = awaitRead(connection);
    assertThat(read.at("/sync/counted").asInt()).isEqualTo(230);
    assertThat(GHL.limitsExceeded()).isZero();
    assertThat(GHL.violations()).isEmpty();
  }

  @Test
  void connectsAPortalByConsentAndRenewsItsTokens() throws IOException {
    for (var i = 0; i < 120; i++) {
      HUBSPOT.addContact(PORTAL, Map.of("firstname", "Kim", "email", "kim" + i + "@example.com"));
    }

    var made = connect("\"hubspot\"", "oauth\",\"code\":\"code-1");

    assertThat(made.body().toString()).contains("\"portalId\":\"62515\"");
    assertThat(made.status()).isEqualTo(201);
    var connection = made.body().path("connection");
    assertThat(awaitRead(connection).at("/sync/counted").asInt()).isEqualTo(120);
    HUBSPOT.revokeTokens();
    var before = shown(connection).at("/sync/lastRunAt").asText();
    product
        .admin()
        .post("/admin/connections/" + connection.path("id").asText() + "/sync", "{\"full\":true}");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !shown(connection).at("/sync/lastRunAt").asText().equals(before));
    assertThat(shown(connection).path("status").asText()).isEqualTo("ok");
    assertThat(shown(connection).at("/sync/counted").asInt()).isEqualTo(120);
  }

  /**
   * @param auth the rest of it after the quote that opens its type
   */
  private static JsonHttp.Answer connect(String crm, String auth) throws IOException {
    return product
        .admin()
        .post(
            "/admin/workspaces/" + product.workspaceId() + "/connections",
            "{\"crm\":" + crm + ",\"auth\":{\"type\":\"" + auth + "\"}}");
  }

  private static JsonNode awaitRead(JsonNode connection) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                shown(connection).at("/sync/state").asText().equals("idle")
                    && shown(connection).at("/sync").has("lastRunAt"));
    return shown(connection);
  }

  private static JsonNode shown(JsonNode connection) {
    try {
      return product
          .admin()
          .get("/admin/connections/" + connection.path("id").asText())
          .body()
          .path("connection");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
