package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A device that answers but does not send is left alone until it works again. */
@Timeout(value = 150, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
final class SickSenderStoryTest {

  private LoopbackProduct tuco;
  private JsonNode device;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    tuco = new LoopbackProduct(directory);
    device = tuco.device(0);
    tuco.macLine(device, "+12025550171", "");
  }

  @AfterEach
  void close() {
    tuco.close();
  }

  private JsonNode deviceNow() throws IOException {
    return tuco.admin().get("/admin/devices/" + device.path("id").asText()).body().path("device");
  }

  @Test
  void isDownAfterSevenFailuresAndComesBackByItself() throws Exception {
    tuco.mac().arm("helper_disconnected", 7);
    var first = tuco.sends("One", "+12025550151");
    var second = tuco.sends("Two", "+12025550152");

    var down =
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(20))
            .until(this::deviceNow, found -> found.path("health").asText().equals("down"));

    assertThat(down.at("/failures/0").asText()).isEqualTo("7 failed sends in a row");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> deviceNow().path("health").asText().equals("healthy"));
    tuco.awaitStatus(first, "sent");
    tuco.awaitStatus(second, "sent");
    assertThat(tuco.mac().sent()).hasSize(2);
  }
}
