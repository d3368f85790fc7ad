package io.tuco.camel.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what the status page tells (operator API, sections 1 and 2). */
final class StatusApiTest {

  private static final String WORKSPACES = "/admin/workspaces";

  private AdminCalls admin;

  @BeforeEach
  void open() throws Exception {
    admin = new AdminCalls();
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer admin-token-of-the-test", "Basic x"})
  void letsNobodyInWithoutTheToken(String authorization) {
    var headers = Map.<String, Object>of("Authorization", authorization);

    var status = admin.api().call("GET /admin/status", "/admin/status", headers, null);
    var create = admin.api().call("POST " + WORKSPACES, WORKSPACES, headers, "{\"name\":\"a\"}");

    assertThat(List.of(status.status(), create.status())).containsExactly(401, 401);
    assertThat(create.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
    assertThat(admin.world().watched().writes()).isEmpty();
  }

  @Test
  void tellsHowThingsAre() {
    var status = admin.get("GET /admin/status", "/admin/status");

    assertThat(status.body().replaceAll("\"tzdb\":\"20[^\"]*\"", "\"tzdb\":\"<version>\""))
        .isEqualTo(
            "{\"version\":\"0.1.0\",\"uptimeSeconds\":0,\"store\":{\"kind\":\"memory\","
                + "\"ok\":true},\"lanes\":{\"total\":0,\"waiting\":0,\"inFlight\":0,"
                + "\"unknown\":0},\"messages\":{\"waiting\":2,\"sending\":0,\"unknown\":0},"
                + "\"webhooks\":{\"pending\":0,\"failing\":0},"
                + "\"crmJobs\":{\"pending\":0,\"failing\":0,\"refused\":0,\"givenUp\":0},"
                + "\"tzdb\":\"<version>\"}");
  }

  @Test
  void tellsThatTheStoreIsAway() {
    admin.world().watched().goAway();

    var status = admin.get("GET /admin/status", "/admin/status");

    assertThat(status.status()).isEqualTo(200);
    assertThat(status.body()).contains("\"ok\":false").doesNotContain("lanes");
  }
}
