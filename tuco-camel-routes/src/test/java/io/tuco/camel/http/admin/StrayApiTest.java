package io.tuco.camel.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.store.StrayMessage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settled answer 15: what belongs to no line is kept for the operator, and for nobody else. */
final class StrayApiTest {

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
  void listsWhatBelongsToNobodyNewestFirst() {
    var stray = new StrayMessage("mac-1", "G-1", "22000", "Your code is 1", Fixtures.NOW);
    admin.world().stores().inbox().keep(stray);

    var answer = admin.get("GET /admin/strays", "/admin/strays");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"strays\":[{\"id\":\""
                + stray.id()
                + "\",\"heardBy\":\"mac-1\",\"externalMessageId\":\"G-1\",\"from\":\"22000\","
                + "\"message\":\"Your code is 1\",\"writtenAt\":\"2027-03-12T12:00:00.123Z\"}],"
                + "\"pagination\":{\"page\":1,\"limit\":50,\"totalCount\":1,\"totalPages\":1}}");
  }

  @Test
  void showsNothingWithoutTheToken() {
    var answer = admin.api().call("GET /admin/strays", "/admin/strays", Map.of(), null);

    assertThat(answer.status()).isEqualTo(401);
  }
}
