package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.outbound.RawSink;
import io.tuco.core.event.Delivery;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.store.DeliveryCounts;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receivers that answer late, too much, or never; with limits of a fraction of a second. */
class WebhookLimitsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW);
  private final CountDownLatch gone = new CountDownLatch(1);

  @AfterEach
  void stop() {
    tuco.close();
  }

  @Test
  void givesUpOnAReceiverThatNeverAnswers() {
    try (var sink = sink(this::untilTheClientLeaves)) {
      tuco.publishes(1);

      assertThat(awaitFailure().lastError()).contains("No answer in time");
      await().atMost(PATIENCE).until(() -> gone.getCount() == 0);
    }
  }

  @Test
  void givesUpOnAHeadThatDripsIn() {
    try (var sink = sink(connection -> drip(connection, "HTTP/1.1 200 OK\r\nX-Slow: "))) {
      tuco.publishes(1);

      assertThat(awaitFailure().lastError()).contains("No answer in time");
      await().atMost(PATIENCE).until(() -> gone.getCount() == 0);
    }
  }

  @Test
  void takesTheHeadForTheAnswerWhenTheBodyNeverEnds() {
    var head = "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n";
    try (var sink = sink(connection -> drip(connection, head))) {
      tuco.publishes(1);

      awaitDelivered();
      await().atMost(PATIENCE).until(() -> gone.getCount() == 0);
    }
  }

  @Test
  void stopsReadingABodyThatIsTooLong() {
    var written = new AtomicLong();
    try (var sink = sink(connection -> flood(connection, written))) {
      tuco.publishes(1);

      awaitDelivered();
      await().atMost(PATIENCE).until(() -> gone.getCount() == 0);
      // What the buffers of both machines take is written before anybody looks.
      assertThat(written.get()).isLessThan(32L * 1024 * 1024);
    }
  }

  private RawSink sink(RawSink.Talk talk) {
    var limit = Duration.ofMillis(400);
    tuco.settings = new EventSettings(EventHarness.SWEEP, limit, limit, 8, 100);
    tuco.starts();
    var sink = RawSink.on("127.0.0.1", talk);
    tuco.hears("ep-1", "http://127.0.0.1:" + sink.port() + "/");
    return sink;
  }

  private void untilTheClientLeaves(Socket connection) throws IOException {
    try {
      while (connection.getInputStream().read() >= 0) {
        // The request's body.
      }
    } finally {
      gone.countDown();
    }
  }

  private void drip(Socket connection, String start) throws IOException {
    connection.setSoTimeout(50);
    var out = connection.getOutputStream();
    out.write(start.getBytes(ISO_8859_1));
    try {
      while (!hasLeft(connection)) {
        out.write('x');
        out.flush();
      }
    } finally {
      gone.countDown();
    }
  }

  private static boolean hasLeft(Socket connection) throws IOException {
    try {
      return connection.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private void flood(Socket connection, AtomicLong written) throws IOException {
    var out = connection.getOutputStream();
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
    var piece = new byte[64 * 1024];
    try {
      while (true) {
        out.write(piece);
        written.addAndGet(piece.length);
      }
    } finally {
      gone.countDown();
    }
  }

  private Delivery awaitFailure() {
    await().atMost(PATIENCE).until(() -> tuco.stores.deliveries().counts().failing() == 1);
    return tuco.open(1, "ep-1").orElseThrow();
  }

  private void awaitDelivered() {
    await()
        .atMost(PATIENCE)
        .until(() -> tuco.stores.deliveries().counts().equals(new DeliveryCounts(0, 0)));
  }
}
