package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tuco.camel.event.WebhookSink;
import io.tuco.camel.kafka.KafkaBroker;
import io.tuco.camel.kafka.ReadRecord;
import io.tuco.camel.kafka.SharedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every event in a topic of a real broker (docs/reference/kafka.md). */
@Tag("long")
final class KafkaEventsStoryTest {

  @RegisterExtension static final SharedBroker SHARED = new SharedBroker();

  private static final String ALL_EVENTS =
      "[\"message.sent\",\"message.failed\",\"message.scheduled\",\"message.cancelled\"]";

  /** Or most of two hundred new people would wait for the next hour or day. */
  private static final String WITHOUT_LIMITS =
      ",\"dailyNewConversationsLimit\":1000,\"dailyTotalMessagesLimit\":1000,"
          + "\"hourlyFirstTouchLimit\":1000";

  @TempDir private Path directory;
  private final WebhookSink sink = WebhookSink.open();
  private final List<String> made = new ArrayList<>();
  private final String topic = SharedBroker.unused("tuco.events");
  private KafkaBroker broker;
  private LoopbackProduct product;
  private String hookId = "";

  @BeforeEach
  void start() throws Exception {
    broker = SHARED.broker();
    product =
        new LoopbackProduct(
            directory.resolve("tuco"),
            Map.of(
                "tuco.kafka.brokers",
                broker.address(),
                "tuco.kafka.events-topic",
                topic,
                "tuco.webhook.allow-http",
                "true",
                "tuco.webhook.ports",
                "*"));
    product.macLine(product.device(0), "+12025550199", WITHOUT_LIMITS);
    var hook =
        product
            .api()
            .post(
                "/api/webhooks",
                "{\"name\":\"all\",\"url\":\"" + sink.url() + "\",\"events\":" + ALL_EVENTS + "}");
    assertThat(hook.status()).as(hook.toString()).isBetween(200, 201);
    hookId = hook.body().path("id").asText();
  }

  @AfterEach
  void stop() {
    product.close();
    sink.close();
  }

  @Test
  void bringsEveryEventOnceInTheShapeThatIsDocumented() throws Exception {
    sends(5);
    schedulesAndCancels(3);

    var read = broker.read(topic, records -> records.size() >= 5 + 2 * 3);

    assertThat(read).hasSize(5 + 2 * 3);
    assertThat(ids(read)).doesNotHaveDuplicates();
    assertInOrder(read);
    awaitWebhooks(5 + 2 * 3);
    var bodies = new LinkedHashMap<String, String>();
    sink.received().forEach(hook -> bodies.put(hook.header("webhook-id"), hook.text()));
    assertThat(read).allSatisfy(record -> assertShape(record, bodies));
  }

  private void assertShape(ReadRecord record, Map<String, String> bodies) throws IOException {
    var value = JsonHttp.json(record.value());
    var body = bodies.get(record.header("webhook-id"));
    assertThat(record.headers())
        .containsOnlyKeys("webhook-id", "tuco-event", "tuco-workspace")
        .containsEntry("webhook-id", value.path("eventId").asText())
        .containsEntry("tuco-event", value.path("event").asText())
        .containsEntry("tuco-workspace", product.workspaceId());
    assertThat(record.key()).isEqualTo(value.path("messageId").asText()).isIn(made);
    assertThat(record.value())
        .isEqualTo(body.substring(0, body.length() - 1) + ",\"schemaVersion\":1}");
    assertThat(schemaFlaws(value)).isEmpty();
  }

  @Test
  void bringsWhatIsAboutNoMessageWhetherOrNotAnEndpointHearsIt() throws Exception {
    sink.answersAlways(410);
    sends(1);

    var read = broker.read(topic, records -> records.stream().anyMatch(this::isDisabling));

    var told = read.stream().filter(this::isDisabling).findFirst().orElseThrow();
    var value = JsonHttp.json(told.value());
    assertThat(value.at("/data/cause").asText()).isEqualTo("gone");
    assertThat(told.key()).isEqualTo(hookId).isEqualTo(value.at("/data/webhookId").asText());
    assertThat(told.headers())
        .containsEntry("webhook-id", value.path("eventId").asText())
        .containsEntry("tuco-workspace", product.workspaceId());
    assertThat(schemaFlaws(value)).isEmpty();
  }

  private boolean isDisabling(ReadRecord record) {
    return "webhook.disabled".equals(record.header("tuco-event"));
  }

  @Test
  void losesNothingWhileNoBrokerIsThere() throws Exception {
    survivesAnOutageOf(Duration.ofSeconds(5), 20);
  }

  @Tag("slow")
  @Test
  void losesNothingWhileNoBrokerIsThereForAMinute() throws Exception {
    survivesAnOutageOf(Duration.ofMinutes(1), 200);
  }

  private void survivesAnOutageOf(Duration outage, int messages) throws Exception {
    sends(2);
    broker.read(topic, records -> records.size() >= 2);

    broker.stop();
    var end = Instant.now().plus(outage);
    sends(messages);
    schedulesAndCancels(5);
    awaitWebhooks(2 + messages + 2 * 5);
    while (Instant.now().isBefore(end)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    sends(1);
    broker.startAgain();
    sends(1);

    var expected = 4 + messages + 2 * 5;
    var read = broker.read(topic, records -> ids(records).stream().distinct().count() >= expected);
    assertThat(ids(read).stream().distinct()).hasSize(expected);
    assertThat(read.stream().map(ReadRecord::key).distinct()).hasSameElementsAs(made);
    assertInOrder(read);
  }

  /** Texts over iMessage, each answered at once. */
  private void sends(int count) throws IOException {
    for (var number = 0; number < count; number++) {
      var begun = System.nanoTime();
      made.add(product.sends("text " + made.size(), "+1202555%04d".formatted(made.size() + 100)));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }
  }

  /** Two events each. */
  private void schedulesAndCancels(int count) throws IOException {
    for (var number = 0; number < count; number++) {
      var answer =
          product.sends(
              "{\"message\":\"later %d\",\"recipientPhone\":\"+1202555%04d\",\"scheduledDate\":\"%s\"}"
                  .formatted(
                      made.size(), made.size() + 100, Instant.now().plus(Duration.ofDays(1))));
      made.add(LoopbackProduct.idOf(answer));
      var cancelled =
          product
              .api()
              .post(
                  "/api/messages/cancel-for-lead",
                  "{\"leadId\":\"" + answer.path("leadId").asText() + "\"}");
      assertThat(cancelled.body().path("cancelledCount").asInt()).isEqualTo(1);
    }
  }

  private void awaitWebhooks(int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                sink.received().stream().map(hook -> hook.header("webhook-id")).distinct().count()
                    == count);
  }

  private static List<String> ids(List<ReadRecord> read) {
    return read.stream().map(record -> record.header("webhook-id")).toList();
  }

  /** The first copy of each event comes after the first copies of all before it. */
  static void assertInOrder(List<ReadRecord> read) throws IOException {
    var seen = new LinkedHashMap<String, List<Long>>();
    for (var record : read) {
      var seq = JsonHttp.json(record.value()).path("seq").asLong();
      var earlier = seen.computeIfAbsent(record.key(), key -> new ArrayList<>());
      if (!earlier.contains(seq)) {
        earlier.add(seq);
      }
    }
    assertThat(seen.values()).allSatisfy(seqs -> assertThat(seqs).isSorted().startsWith(1L));
  }

  /** What the schema on the reference page says against it. */
  private static List<String> schemaFlaws(JsonNode value) throws IOException {
    var page = Files.readString(Path.of("..", "docs", "reference", "kafka.md"));
    var begin = page.indexOf("```json\n{\n  \"$schema\"") + "```json\n".length();
    var schema = JsonHttp.json(page.substring(begin, page.indexOf("```", begin)));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(value)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
