package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever waits says what for, and until when. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WaitingStoryTest {

  private static final AtomicInteger TEXTS = new AtomicInteger();
  private static LoopbackProduct tuco;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    tuco = new LoopbackProduct(directory);
  }

  @AfterAll
  static void close() {
    tuco.close();
  }

  /** The answer to a send over this line; in words of its own, or it would be a double send. */
  private static JsonNode sends(JsonNode line, String phone, String more) throws IOException {
    return tuco.sends(
        "{\"message\":\"Hi %d\",\"fromLineId\":\"%s\",\"recipientPhone\":\"%s\"%s}"
            .formatted(TEXTS.incrementAndGet(), line.path("id").asText(), phone, more));
  }

  /** The message, which waits, and is held by this. */
  private static JsonNode isHeldBy(String rule, JsonNode answer) throws IOException {
    var message = tuco.message(LoopbackProduct.idOf(answer));
    assertThat(message.path("status").asText()).isIn("pending", "scheduled");
    assertThat(message.at("/explanation/heldBy").asText()).isEqualTo(rule);
    assertThat(message.at("/explanation/since").asText()).isNotEmpty();
    assertThat(message.at("/explanation/detail").asText()).endsWith(".");
    assertThat(message.path("reason").asText()).isNotEmpty();
    isListedLike(message);
    return message;
  }

  private static void isListedLike(JsonNode message) throws IOException {
    var listed = tuco.api().get("/api/messages?limit=100").body().path("messages");
    assertThat(listed)
        .filteredOn(row -> row.path("_id").equals(message.path("_id")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("reason")).isEqualTo(message.path("reason"));
              assertThat(row.path("nextAttemptAt")).isEqualTo(message.path("nextAttemptAt"));
            });
  }

  private static JsonNode usageOf(JsonNode line) throws IOException {
    for (var each : tuco.api().get("/api/lines/by-user").body().path("lines")) {
      if (each.path("_id").equals(line.path("id"))) {
        return each.path("usage");
      }
    }
    throw new AssertionError("no such line");
  }

  @Test
  void waitsForItsDateOrItsWindow() throws Exception {
    var line = tuco.macLine(tuco.device("/mac-1", 0), "+12025550171", "");
    var inThreeDays = LocalDate.now(ZoneId.of("Europe/Paris")).getDayOfWeek().plus(3).getValue();

    var dated = sends(line, "+12025550141", ",\"scheduledDate\":\"2099-01-01T00:00:00Z\"");
    var windowed =
        sends(
            line,
            "+12025550142",
            ",\"timezone\":\"Europe/Paris\",\"sendWindowStart\":\"09:00\",\"sendWindowEnd\":\"10:00\",\"allowedDaysOfWeek\":[%d]"
                .formatted(inThreeDays % 7));

    assertThat(isHeldBy("scheduled_date", dated).at("/explanation/until").asText())
        .isEqualTo("2099-01-01T00:00:00.000Z");
    assertThat(isHeldBy("send_window", windowed).at("/explanation/detail").asText())
        .contains("09:00", "Europe/Paris");
  }

  @Test
  void waitsWhileTheDeviceRests() throws Exception {
    var line = tuco.macLine(tuco.device("/mac-2", 600), "+12025550172", "");
    tuco.awaitStatus(LoopbackProduct.idOf(sends(line, "+12025550143", "")), "sent");

    var next = sends(line, "+12025550143", "");

    var until = isHeldBy("device_gap", next).at("/explanation/until").asText();
    assertThat(Instant.parse(until)).isAfter(Instant.now().plusSeconds(500));
  }

  @Test
  void waitsBetweenNewContacts() throws Exception {
    var line = tuco.macLine(tuco.device("/mac-3", 0), "+12025550173", ",\"contactGapSeconds\":600");
    tuco.awaitStatus(LoopbackProduct.idOf(sends(line, "+12025550144", "")), "sent");

    var next = sends(line, "+12025550145", "");

    isHeldBy("contact_gap", next);
  }

  @Test
  void isScheduledWhenTheDayIsUsedUpAndTheNumbersSaySo() throws Exception {
    var line =
        tuco.macLine(tuco.device("/mac-4", 0), "+12025550174", ",\"dailyTotalMessagesLimit\":2");
    tuco.awaitStatus(LoopbackProduct.idOf(sends(line, "+12025550146", "")), "sent");
    tuco.awaitStatus(LoopbackProduct.idOf(sends(line, "+12025550146", "")), "sent");

    var next = sends(line, "+12025550147", "");

    assertThat(next.path("status").asText()).isEqualTo("scheduled");
    assertThat(next.path("reason").asText())
        .isEqualTo("Daily limit reached; scheduled for next send window.");
    var date = Instant.parse(next.path("scheduledDate").asText());
    assertThat(date).isAfter(Instant.now());
    assertThat(date.atZone(ZoneId.of("Europe/Paris")).getHour()).isEqualTo(9);
    var message = isHeldBy("daily_total_limit", next);
    assertThat(message.path("status").asText()).isEqualTo("scheduled");
    assertThat(message.path("reason")).isEqualTo(next.path("reason"));
    assertThat(message.path("scheduledDate")).isEqualTo(next.path("scheduledDate"));
    assertThat(message.at("/explanation/detail").asText())
        .startsWith("The line has reached its limit of 2 messages a day until ");
    assertThat(message.at("/explanation/until").asText())
        .isEqualTo(next.path("scheduledDate").asText());
    var usage = usageOf(line);
    assertThat(usage.path("totalMessagesCount").asInt()).isEqualTo(2);
    assertThat(usage.path("newConversationsCount").asInt()).isEqualTo(1);
    assertThat(usage.path("date").asText()).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
  }

  @Test
  void waitsForALineThatWorks() throws Exception {
    var line =
        tuco.line(
            "sms",
            ",\"twilio\":{\"accountSid\":\"AC%s\",\"authToken\":\"wrong\",\"from\":\"+12025550199\"}"
                .formatted("0f".repeat(16)));

    var next = sends(line, "+12025550148", ",\"messageType\":\"sms\"");

    isHeldBy("no_healthy_line", next);
    assertThat(line.at("/health/state").asText()).isEqualTo("down");
  }
}
