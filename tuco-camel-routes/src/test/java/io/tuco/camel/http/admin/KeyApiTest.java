package io.tuco.camel.http.admin;

import static io.tuco.camel.http.admin.AdminCalls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.workspace.ApiKeySecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys: shown once, narrow when asked, dead when told (operator API, section 2). */
final class KeyApiTest {

  private static final String WORKSPACES = "/admin/workspaces";
  private static final String SAMPLE = WORKSPACES + "/org_sample";
  private static final String KEYS = WORKSPACES + "/{id}/keys";

  private AdminCalls admin;

  @BeforeEach
  void open() throws Exception {
    admin = new AdminCalls();
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void showsAKeyOnceAndThatOneWorks() {
    var reader = "{\"name\":\"CI\",\"scopes\":[\"messages:read\"]}";
    var created = admin.post(KEYS, SAMPLE + "/keys", reader);
    var text = created.body().replaceAll(".*?\"key\":\"([^\"]*)\".*", "$1");

    var list = admin.get("GET " + KEYS, SAMPLE + "/keys");

    assertThat(created.status()).isEqualTo(201);
    assertThat(ApiKeySecret.parse(text)).isPresent();
    assertThat(admin.api().call("GET /api/messages", "/api/messages", text, null).status())
        .isEqualTo(200);
    assertThat(list.body())
        .doesNotContain(text)
        .doesNotContain(ApiKeySecret.parse(text).orElseThrow().sha256())
        .contains("\"scopes\":[\"messages:read\"]", "\"last4\":");
  }

  @Test
  void disablesAndDeletesAKey() {
    var text = admin.world().key();
    var id = Fixtures.id(0x100);

    var disabled = admin.change("keys", id, "{\"enabled\":false,\"expiresAt\":\"2028-01-01\"}");
    var refused = admin.api().call("GET /api/messages", "/api/messages", text, null);
    var deleted = admin.delete("keys", id);

    assertThat(disabled.body())
        .contains("\"enabled\":false", "\"expiresAt\":\"2028-01-01T00:00:00.000Z\"");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(deleted.body()).isEqualTo("{\"success\":true}");
    assertThat(admin.delete("keys", id).body()).isEqualTo("{\"error\":\"Key not found\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | name is required",
        "{\"name\":\"a\",\"scopes\":[]} | Invalid scopes",
        "{\"name\":\"a\",\"scopes\":[\"all\"]} | Invalid scopes",
        "{\"name\":\"a\",\"scopes\":[5]} | Invalid scopes",
        "{\"name\":\"a\",\"scopes\":\"messages:read\"} | scopes must be a array",
        "{\"name\":\"a\",\"lineIds\":[]} | Invalid lineIds",
        "{\"name\":\"a\",\"lineIds\":[\"64b0c0ffee00000000000072\"]} | Invalid lineIds",
        "{\"name\":\"a\",\"expiresAt\":\"soon\"} | Invalid expiresAt",
        "{\"name\":\"a\",\"userId\":\"user_else\"} | Invalid userId",
        "{\"name\":\"a\",\"dialect\":\"v2\"} | Invalid dialect"
      })
  void refusesOneInTheDocumentedWords(String body, String error) {
    assertRefused(admin.post(KEYS, SAMPLE + "/keys", body), 400, error);
  }
}
