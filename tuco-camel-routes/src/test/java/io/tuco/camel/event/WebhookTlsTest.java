package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.tuco.core.fixture.Fixtures;
import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW);
  private final List<String> names = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    tuco.close();
  }

  @Test
  void asksForTheHostByNameAndTrustsNoCertificateOfItsOwnMaking() throws Exception {
    var loopback = List.of(InetAddress.getByName("127.0.0.1"));
    tuco.lookup = host -> loopback;
    tuco.starts();
    var server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(configurator(selfSigned("hooks.example")));
    server.start();
    tuco.hears("ep-1", "https://hooks.example:" + server.getAddress().getPort() + "/");

    tuco.publishes(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> tuco.stores.deliveries().counts().failing() == 1);
    server.stop(0);

    assertThat(tuco.open(1, "ep-1").orElseThrow().lastError()).contains("TLS failed");
    assertThat(names).containsExactly("hooks.example");
  }

  private HttpsConfigurator configurator(SSLContext context) {
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters https) {
        var parameters = context.getDefaultSSLParameters();
        parameters.setSNIMatchers(List.of(new Listener()));
        https.setSSLParameters(parameters);
      }
    };
  }

  private SSLContext selfSigned(String host) throws Exception {
    var file = folder.resolve("server.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var making =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .start();
    assertThat(making.waitFor()).isZero();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = new FileInputStream(file.toFile())) {
      keys.load(in, PASSWORD);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** Hears which host a client asks for. */
  private final class Listener extends SNIMatcher {

    Listener() {
      super(0);
    }

    @Override
    public boolean matches(SNIServerName name) {
      names.add(new SNIHostName(name.getEncoded()).getAsciiName());
      return true;
    }
  }
}
