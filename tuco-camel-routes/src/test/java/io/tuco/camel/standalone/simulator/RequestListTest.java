package io.tuco.camel.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of requests. */
final class RequestListTest {

  @Test
  void keepsTheLatest() {
    var requests = new RequestList();

    IntStream.rangeClosed(0, RequestList.KEPT)
        .forEach(i -> requests.add(request("/api/v1/" + i, Json.object())));

    assertThat(requests.all()).hasSize(RequestList.KEPT);
    assertThat(requests.all().get(0).path()).isEqualTo("/api/v1/1");
  }

  @Test
  void keepsNoSecrets() {
    var body = Json.literal("{\"url\":\"http://h/hook?secret=abc#x\",\"password\":\"p\"}");

    assertThat(request("/api/v1/webhook", body).json().path("body"))
        .isEqualTo(Json.literal("{\"url\":\"http://h/hook\"}"));
  }

  private static RequestRecord request(String path, JsonNode body) {
    return new RequestRecord(Instant.EPOCH, "default", "POST", path, body, false);
  }
}
