package io.tuco.camel.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A text and its files are one send of the device. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PartsStoryTest {

  private static final byte[] PNG = "\u0089PNG\r\n\u001a\n pixels".getBytes(ISO_8859_1);
  private static final Duration GAP = Duration.ofSeconds(3);

  @TempDir Path directory;

  private final FileSource files = new FileSource();
  private LoopbackProduct tuco;

  @BeforeEach
  void open() throws Exception {
    tuco = new LoopbackProduct(directory);
    tuco.macLine(tuco.device((int) GAP.toSeconds()), "+12025550171", "");
    files.has("a.png", PNG).has("b.png", PNG);
  }

  @AfterEach
  void close() {
    tuco.close();
    files.close();
  }

  @Test
  void leaveInTheirOrderAndWithOneGapAfterThemAll() throws Exception {
    var body =
        "{\"message\":\"Two pictures\",\"recipientPhone\":\"+12025550121\",\"attachmentUrls\":[\"%s\",\"%s\"]}"
            .formatted(files.url("a.png"), files.url("b.png"));
    var id = LoopbackProduct.idOf(tuco.sends(body));
    var whole = tuco.awaitStatus(id, "sent");
    var next = tuco.sends("And a word", "+12025550121");
    tuco.awaitStatus(next, "sent");

    var sent = tuco.mac().sentTo("+12025550121");
    assertThat(sent)
        .extracting(row -> row.path("text").asText() + row.at("/attachments/0/name").asText())
        .containsExactly("Two pictures", "a.png", "b.png", "And a word");
    assertThat(sent.get(0).path("guid").asText())
        .isEqualTo(whole.path("externalMessageId").asText());
    assertThat(Duration.between(at(sent.get(2)), at(sent.get(3)))).isGreaterThanOrEqualTo(GAP);
    assertThat(Duration.between(at(sent.get(0)), at(sent.get(2)))).isLessThan(GAP.multipliedBy(2));
  }

  private static Instant at(JsonNode row) {
    return Instant.parse(row.path("at").asText());
  }
}
