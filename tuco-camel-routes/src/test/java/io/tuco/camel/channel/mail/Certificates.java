package io.tuco.camel.channel.mail;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate made for a test: a server that shows it, and clients that trust it. */
record Certificates(SSLContext server, SSLSocketFactory trusting) {

  private static final String PASSWORD = "changeit";

  static Certificates selfSigned(Path folder, String host) throws Exception {
    var file = folder.resolve(host + ".p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var making =
        new ProcessBuilder(
                (keytool
                        + " -genkeypair -alias server -keyalg EC -storetype PKCS12 -dname CN="
                        + host
                        + " -ext san=dns:"
                        + host
                        + " -storepass "
                        + PASSWORD
                        + " -keystore "
                        + file)
                    .split(" "))
            .start();
    if (making.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = new FileInputStream(file.toFile())) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new Certificates(server(keys), trusting(keys));
  }

  private static SSLContext server(KeyStore keys) throws Exception {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static SSLSocketFactory trusting(KeyStore keys) throws Exception {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
