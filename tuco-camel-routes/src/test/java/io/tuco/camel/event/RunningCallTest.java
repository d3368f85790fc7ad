package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.event.DeliveryAttempt.ToPost;
import io.tuco.camel.outbound.GuardedTarget.Reachable;
import io.tuco.core.event.GuardedUrl;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The peer of a connection is asked for before a byte is written (webhook contract, section 7). */
final class RunningCallTest {

  private final AtomicBoolean reset = new AtomicBoolean();

  @ParameterizedTest
  @CsvSource({
    "93.184.216.34, 93.184.216.34, false",
    "93.184.216.34, 127.0.0.1, true",
    "93.184.216.34, 10.0.0.1, true",
    "93.184.216.34, 0:0:0:0:0:0:0:1, true",
    "2606:2800:220:1:248:1893:25c8:1946, 2606:2800:220:1:248:1893:25c8:1946, false",
    "2606:2800:220:1:248:1893:25c8:1946, 0:0:0:0:0:0:0:1, true",
  })
  void isCutWhenThePeerIsNotTheOneThatWasJudged(String judged, String peer, boolean cut)
      throws Exception {
    var call =
        new RunningCall(attempt(judged), new AnswerCodec(SettableClock.at(Fixtures.NOW)), () -> 0);

    call.begins(connectedTo(peer));

    assertThat(reset.get()).isEqualTo(cut);
    var told = call.end(Future.failedFuture("closed")).answer().error();
    assertThat(told.filter("URL is not allowed"::equals).isPresent()).isEqualTo(cut);
  }

  private static ToPost attempt(String address) throws Exception {
    var url = new GuardedUrl("https", "hooks.example", 443, "/", "https://hooks.example/");
    var target = new Reachable(url, InetAddress.getByName(address));
    return new ToPost(
        Fixtures.aDelivery().build(),
        new WebhookCall(target, Map.of(), new byte[0], Duration.ofSeconds(15)));
  }

  private HttpClientRequest connectedTo(String peer) {
    var connection =
        only(
            HttpConnection.class,
            "remoteAddress",
            () -> SocketAddress.inetSocketAddress(443, peer));
    return (HttpClientRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpClientRequest.class},
            (self, method, arguments) -> {
              reset.compareAndSet(false, method.getName().equals("reset"));
              return method.getName().equals("connection") ? connection : reset.get();
            });
  }

  private interface Value {
    Object get();
  }

  private static <T> T only(Class<T> port, String name, Value value) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> method.getName().equals(name) ? value.get() : null));
  }
}
