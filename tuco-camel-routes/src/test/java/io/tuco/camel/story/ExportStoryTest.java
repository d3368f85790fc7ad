package io.tuco.camel.story;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.message.MessageStatus;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An export over a real connection: whole, or visibly not. */
final class ExportStoryTest {

  private static final String PATH = "/api/messages/export?format=ndjson";
  private static final int MESSAGES = 5_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private LoopbackApi api;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new LoopbackApi();
    key = api.world().key();
    for (var number = 0; number < MESSAGES; number++) {
      var message =
          aMessage()
              .withId(id(0x10000 + number))
              .withStatus(MessageStatus.SENT)
              .createdAt(NOW.plusMillis(number))
              .build();
      api.world().stores().messages().insert(message, Optional.empty(), List.of());
    }
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void answersEveryMessageOnceUnderItsOwnName() {
    var answer = api.get(PATH, key);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"messages.ndjson\"");
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(answer.body().lines().distinct()).hasSize(MESSAGES + 1);
  }

  @Test
  void breaksOffVisiblyWhenTheStoreGoesAway() throws Exception {
    var request = api.request(PATH).header("Authorization", "Bearer " + key).build();

    var answer = client.send(request, BodyHandlers.ofInputStream());
    answer.body().readNBytes(1_000);
    api.world().watched().goAway();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
  }

  @Test
  void doesNotMindClientsThatHangUp() throws Exception {
    for (var client = 0; client < 6; client++) {
      hangsUp();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> api.get(PATH + "&status=failed", key).statusCode() == 200);
    }
  }

  private void hangsUp() throws IOException {
    try (var socket = new Socket("127.0.0.1", api.port())) {
      socket.setReceiveBufferSize(1_024);
      var request =
          "GET " + PATH + " HTTP/1.1\r\nHost: tuco\r\nAuthorization: Bearer " + key + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(500)).hasSize(500);
    }
  }
}
