package io.tuco.camel.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.core.intake.RecordedSend;
import io.tuco.core.intake.RecordedVerdict;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a record is committed, and what comes after one that fails. */
@Tag("long")
final class SendInboxRoutesTest {

  @RegisterExtension static final SharedBroker SHARED = new SharedBroker();

  private final CamelContext context = new DefaultCamelContext();
  private final List<String> judged = new CopyOnWriteArrayList<>();
  private final KafkaSettings.Sends settings =
      new KafkaSettings.Sends(
          SharedBroker.unused("sends"),
          SharedBroker.unused("rejected"),
          SharedBroker.unused("group"),
          Set.of("org_1"));
  private volatile boolean storeAnswers = true;
  private volatile Function<String, RecordedVerdict> judge = key -> RecordedVerdict.taken();

  @BeforeEach
  void start() throws Exception {
    SHARED.broker().create(settings.topic(), Map.of());
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void waitsForTheStoreAndKeepsTheOrder() throws Exception {
    storeAnswers = false;
    judge =
        key -> {
          if (!storeAnswers) {
            throw new StoreException("away", new IllegalStateException());
          }
          return RecordedVerdict.taken();
        };
    writes("k-1");
    writes("k-2");
    consumes();

    await().atMost(Duration.ofSeconds(20)).until(() -> judged.size() >= 3);
    assertThat(SHARED.broker().committed(settings.group())).isZero();
    assertThat(judged).containsOnly("k-1");
    storeAnswers = true;

    await().atMost(Duration.ofSeconds(20)).until(() -> judged.contains("k-2"));
    awaitCommitted(2);
    assertThat(judged.stream().filter("k-2"::equals)).hasSize(1);
  }

  @Test
  void givesUpARecordThatFailsByItself() throws Exception {
    judge =
        key -> {
          if (key.equals("poison")) {
            throw new IllegalStateException("a mistake of ours");
          }
          return RecordedVerdict.taken();
        };
    writes("poison");
    writes("k-2");
    consumes();

    var rejected = SHARED.broker().read(settings.rejectedTopic(), read -> !read.isEmpty());

    assertThat(rejected).hasSize(1);
    assertThat(rejected.get(0).header("tuco-error-code")).isEqualTo("INTERNAL_ERROR");
    assertThat(rejected.get(0).value()).isEqualTo("{}");
    awaitCommitted(2);
    assertThat(judged).containsExactly("poison", "poison", "poison", "poison", "poison", "k-2");
  }

  @Test
  void asksAgainWhileAnotherRunsTheSameCall() throws Exception {
    judge = key -> judged.size() < 3 ? RecordedVerdict.later() : RecordedVerdict.taken();
    writes("k-1");
    writes("k-2");
    consumes();

    awaitCommitted(2);

    assertThat(judged).containsExactly("k-1", "k-1", "k-1", "k-2");
  }

  private void awaitCommitted(int records) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> SHARED.broker().committed(settings.group()) == records);
  }

  private void consumes() throws Exception {
    context.getShutdownStrategy().setTimeout(1);
    context.addRoutes(FailurePolicies.standard());
    KafkaClients.install(
        context,
        new KafkaSettings(SHARED.broker().address(), "unused", Optional.of(settings), Map.of()));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(Seams.SEND_TAKE)
                .errorHandler(noErrorHandler())
                .process(
                    exchange -> {
                      var send = exchange.getMessage().getBody(RecordedSend.class);
                      judged.add(send.key());
                      exchange.getMessage().setBody(judge.apply(send.key()));
                    });
          }
        });
    context.addRoutes(new SendInboxRoutes(settings, new SendInbox(stores(), settings)));
    context.start();
  }

  private Stores stores() {
    var whole = new InMemoryStores();
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (self, method, arguments) ->
                method.getName().equals("check") ? storeAnswers : method.invoke(whole, arguments));
  }

  private void writes(String key) {
    // One key: one partition, and so one order.
    var record =
        new ProducerRecord<>(settings.topic(), "person".getBytes(UTF_8), "{}".getBytes(UTF_8));
    record.headers().add("Tuco-Workspace", "org_1".getBytes(UTF_8));
    record.headers().add("Idempotency-Key", key.getBytes(UTF_8));
    SHARED.broker().write(record);
  }
}
