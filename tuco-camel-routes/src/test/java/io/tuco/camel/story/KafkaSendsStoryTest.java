package io.tuco.camel.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.kafka.KafkaBroker;
import io.tuco.camel.kafka.ReadRecord;
import io.tuco.camel.kafka.SharedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sends that come as records of a real broker (docs/reference/kafka.md). */
@Tag("long")
final class KafkaSendsStoryTest {

  @RegisterExtension static final SharedBroker SHARED = new SharedBroker();

  @TempDir private Path directory;
  private final Map<String, String> settings = new HashMap<>();
  private final String sends = SharedBroker.unused("tuco.sends");
  private final String rejectedTopic = SharedBroker.unused("tuco.sends.rejected");
  private final String group = SharedBroker.unused("tuco-sends");
  private KafkaBroker broker;
  private LoopbackProduct product;
  private int written;

  @BeforeEach
  void start() throws Exception {
    broker = SHARED.broker();
    broker.create(sends, Map.of("max.message.bytes", "4000000"));
    settings.put("tuco.kafka.brokers", broker.address());
    settings.put("tuco.kafka.events-topic", SharedBroker.unused("tuco.events"));
    settings.put("tuco.kafka.sends-topic", sends);
    settings.put("tuco.kafka.rejected-topic", rejectedTopic);
    product = new LoopbackProduct(directory.resolve("tuco"), Map.of());
  }

  @AfterEach
  void stop() {
    product.close();
  }

  /** A node that takes sends of this workspace, and of one that does not exist. */
  private void speaks(String as) throws Exception {
    settings.put("tuco.kafka.sends-workspaces", product.workspaceId() + ",org_gone");
    settings.put("tuco.kafka.sends-group", as);
    product.startsNode(settings);
  }

  @Test
  void takesSendsAndRefusesWhatHttpRefuses() throws Exception {
    product.macLine(product.device(0), "+12025550199", "");
    speaks(group);
    writes("k-1", text("first"));
    writes("k-1", text("first"));
    writes("k-1", text("another under its key"));
    writes("k-2", "{\"message\":\"no recipient\"}");
    writes("k-3", "not JSON");
    writes("k-4", "[1]");
    writes("k-5", "\u0000\u0001\uFFFD");
    writes("k-6", "{\"message\":\"" + "x".repeat(300_000) + "\"}");
    writes("k-7", "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550107\",\"dryRun\":true}");
    writes("with space", text("bad key"));
    write(headers("", "k-8"), text("no workspace"));
    write(headers("org_other", "k-9"), text("another's workspace"));
    write(headers("org_gone", "k-10"), text("a workspace that is gone"));
    var unkeyed = headers(product.workspaceId(), "");
    unkeyed.remove("idempotency-key");
    write(unkeyed, text("no key"));
    var injected = headers(product.workspaceId(), "k-2b");
    injected.put("kafka.OVERRIDE_TOPIC", "elsewhere");
    injected.put("KAFKA.KEY", "elsewhere");
    injected.put("CamelKafkaManualCommit", "none");
    injected.put("trace", "t-1");
    write(injected, "{}");
    writes("k-11", text("last"));

    var rejected = broker.read(rejectedTopic, records -> records.size() >= 13);

    assertThat(codes(rejected))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("k-1", "IDEMPOTENCY_KEY_REUSED"),
                Map.entry("k-2", "INVALID_REQUEST"),
                Map.entry("k-3", "INVALID_REQUEST"),
                Map.entry("k-4", "INVALID_REQUEST"),
                Map.entry("k-5", "INVALID_REQUEST"),
                Map.entry("k-6", "INVALID_REQUEST"),
                Map.entry("k-7", "DRY_RUN_UNANSWERED"),
                Map.entry("with space", "IDEMPOTENCY_KEY_INVALID"),
                Map.entry("k-8", "WORKSPACE_REQUIRED"),
                Map.entry("k-9", "WORKSPACE_NOT_ALLOWED"),
                Map.entry("k-10", "WORKSPACE_UNKNOWN"),
                Map.entry("", "IDEMPOTENCY_KEY_REQUIRED"),
                Map.entry("k-2b", "INVALID_REQUEST")));
    assertThat(rejected).hasSize(13);
    assertOriginal(rejected);
    awaitTexts("first", "last");
    await().atMost(Duration.ofSeconds(20)).until(() -> broker.committed(group) == written);
    assertThat(texts()).containsExactlyInAnyOrder("first", "last");
  }

  private static void assertOriginal(List<ReadRecord> rejected) {
    var notJson = one(rejected, "k-3");
    assertThat(notJson.value()).isEqualTo("not JSON");
    assertThat(notJson.key()).isEqualTo("person");
    assertThat(notJson.header("tuco-error")).isEqualTo("Invalid request body (JSON required)");
    assertThat(one(rejected, "k-6").value()).hasSizeGreaterThan(300_000);
    assertThat(one(rejected, "k-6").header("tuco-error")).isEqualTo("Request body too large");
    assertThat(one(rejected, "k-2b").headers()).containsEntry("trace", "t-1");
    assertThat(one(rejected, "k-2b").headers()).doesNotContainKeys("kafka.OVERRIDE_TOPIC");
  }

  @Test
  void rejectsWhatIsTooLargeForTheTopicOfTheRejectedWithoutItsValue() throws Exception {
    speaks(group);
    writes("huge", "{\"message\":\"" + randomText(3_000_000) + "\"}");
    writes("small", "{}");

    var rejected = broker.read(rejectedTopic, records -> records.size() >= 2);

    assertThat(
            rejected.stream().filter(record -> record.header("tuco-value-omitted").equals("true")))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.value()).isEmpty();
              assertThat(record.key()).isEqualTo("person");
              assertThat(record.header("tuco-error")).isEqualTo("Request body too large");
            });
  }

  @Test
  void createsNothingTwiceWhenEveryRecordComesAgain() throws Exception {
    product.macLine(product.device(0), "+12025550199", "");
    speaks(group);
    for (var number = 0; number < 5; number++) {
      writes("k-" + number, text("text " + number));
    }
    awaitTexts("text 0", "text 1", "text 2", "text 3", "text 4");
    await().atMost(Duration.ofSeconds(20)).until(() -> broker.committed(group) == written);

    // As after a crash before every commit: a group that has come nowhere yet.
    var again = SharedBroker.unused("tuco-sends");
    speaks(again);
    writes("k-5", text("text 5"));

    awaitTexts("text 5");
    await().atMost(Duration.ofSeconds(20)).until(() -> broker.committed(again) == written);
    assertThat(texts())
        .containsExactlyInAnyOrder("text 0", "text 1", "text 2", "text 3", "text 4", "text 5");
  }

  private static Map<String, String> codes(List<ReadRecord> rejected) {
    return rejected.stream()
        .collect(
            Collectors.toMap(
                record -> record.header("idempotency-key"),
                record -> record.header("tuco-error-code")));
  }

  private static ReadRecord one(List<ReadRecord> rejected, String key) {
    return rejected.stream()
        .filter(record -> record.header("idempotency-key").equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static String text(String text) {
    return "{\"message\":\"" + text + "\",\"recipientPhone\":\"+12025550107\"}";
  }

  private static String randomText(int length) {
    return new Random(7)
        .ints(length, 'a', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void writes(String key, String value) {
    write(headers(product.workspaceId(), key), value);
  }

  private void write(Map<String, String> headers, String value) {
    var record = new ProducerRecord<>(sends, null, "person".getBytes(UTF_8), value.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    broker.write(record);
    written++;
  }

  private static Map<String, String> headers(String workspaceId, String key) {
    return new HashMap<>(Map.of("tuco-workspace", workspaceId, "idempotency-key", key));
  }

  private void awaitTexts(String... texts) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(texts()).contains(texts));
  }

  private List<String> texts() throws IOException {
    return product
        .api()
        .get("/api/messages?limit=100")
        .body()
        .path("messages")
        .findValuesAsText("message");
  }
}
