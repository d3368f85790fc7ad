package io.tuco.camel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.IdGenerator;
import io.tuco.core.SortableIds;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the listener bounds and answers by itself, seen from a bare socket. */
final class HttpServerTest {

  private final IdGenerator ids = new SortableIds(SettableClock.at(Fixtures.NOW), new Random(3));
  private CamelContext context;
  private HttpServer server;

  private static void breakDown(Exchange exchange) {
    throw new IllegalStateException("a route of an integrator");
  }

  @BeforeEach
  void open() throws Exception {
    context = new DefaultCamelContext();
    server = HttpServer.start(context, "127.0.0.1", 0, ids, Duration.ofMillis(400));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("platform-http:/hello").routeId("hello").setBody(constant("hello"));
            from("platform-http:/broken").routeId("broken").process(HttpServerTest::breakDown);
          }
        });
  }

  @AfterEach
  void close() {
    context.stop();
    server.close();
  }

  @Test
  void asksToComeAgainUntilItServes() {
    var early = exchange("GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    context.start();
    server.serve();
    var later = exchange("GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(early).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1");
    assertThat(later).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nhello");
  }

  @Test
  void answersJsonWhereNoRouteIs() {
    context.start();
    server.serve();

    var answer = exchange("GET /else HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 404 ")
        .contains("Content-Type: application/json", "X-Request-Id: req_")
        .endsWith("\r\n\r\n{\"error\":\"Not found\"}");
  }

  @Test
  void answersForARouteThatFails() {
    context.start();
    server.serve();

    var answer =
        exchange(
            "POST /broken HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx");

    assertThat(answer)
        .startsWith("HTTP/1.1 500 ")
        .endsWith("\r\n\r\n{\"error\":\"Internal server error\"}");
  }

  @Test
  void tellsNothingOfTheSoftware() {
    context.start();
    server.serve();

    var answer = exchange("GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).doesNotContainIgnoringCase("server:").doesNotContainIgnoringCase("vert");
  }

  @Test
  void cutsABodyThatIsTooLarge() {
    context.start();
    server.serve();

    var announced = exchange("POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\nx");
    var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    var unannounced =
        exchange(
            "POST /hello HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(17));

    assertThat(announced)
        .startsWith("HTTP/1.1 413 ")
        .endsWith("{\"error\":\"Request body too large\"}");
    assertThat(unannounced)
        .startsWith("HTTP/1.1 413 ")
        .endsWith("{\"error\":\"Request body too large\"}");
  }

  @Test
  void cutsABodyThatNeverEnds() {
    context.start();
    server.serve();

    var answer = exchange("POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nslow");

    assertThat(answer)
        .startsWith("HTTP/1.1 408 ")
        .endsWith("{\"error\":\"Request took too long\"}");
  }

  @Test
  void refusesHeadersAndLinesWithoutEnd() {
    context.start();
    server.serve();

    var endless = "x".repeat(17_000);
    var header = exchange("GET /hello HTTP/1.1\r\nHost: a\r\nX: " + endless + "\r\n\r\n");
    var line = exchange("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(header).startsWith("HTTP/1.1 431 ").endsWith("Request headers too large\"}");
    assertThat(line).startsWith("HTTP/1.0 414 ").endsWith("Request line too long\"}");
  }

  @Test
  void refusesWhatIsNoRequest() {
    context.start();
    server.serve();

    // In the least version: what cannot be read has none of its own.
    assertThat(exchange("\u0001\u0002 nonsense\r\n\r\n")).startsWith("HTTP/1.0 400 ");
    assertThat(exchange("GET /hello?a=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .endsWith("{\"error\":\"Bad request\"}");
    assertThat(exchange("GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
  }

  /** Everything the server says until it hangs up. */
  private String exchange(String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
