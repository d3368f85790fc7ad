package io.tuco.camel.channel.mail;

import io.tuco.core.account.MailAccount;
import io.tuco.core.account.MailSecurity;
import io.tuco.core.secret.SecretBox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/**
 * Opens connections to SMTP servers, each protected as its account says: where TLS is asked for,
 * there is TLS with a server of that name, or no mail.
 */
final class SmtpDoor {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[?::1]?");

  private final SecretBox secrets;
  private final SSLSocketFactory tls;
  private final MailLimits limits;

  SmtpDoor(SecretBox secrets, SSLSocketFactory tls, MailLimits limits) {
    this.secrets = secrets;
    this.tls = tls;
    this.limits = limits;
  }

  /** What an account must not ask for. */
  static Optional<String> refusal(MailAccount account) {
    return account.security() == MailSecurity.NONE && !LOOPBACK.matcher(account.host()).matches()
        ? Optional.of("Without TLS mail is sent to this machine only")
        : Optional.empty();
  }

  /** A socket with its limits, without TLS. */
  Socket connect(MailAccount account) throws IOException {
    var found = InetAddress.getByName(account.host());
    // With the name kept, or the library would ask for one backwards.
    var address = InetAddress.getByAddress(account.host(), found.getAddress());
    var socket = new WriteTimeoutSocket(millis(limits.command()));
    try {
      socket.setSoTimeout(millis(limits.command()));
      socket.connect(new InetSocketAddress(address, account.port()), millis(limits.connect()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  PhasedTransport transport(MailAccount account, Socket socket) {
    var password = account.password().map(secrets::open).orElse(null);
    var user = account.username().orElse(null);
    var server = new URLName("smtp", account.host(), account.port(), null, user, password);
    return new PhasedTransport(
        Session.getInstance(properties(account)), server, socket, limits.afterDot());
  }

  /** Greeting, TLS and login over the socket. */
  void enter(MailAccount account, PhasedTransport transport, Socket socket)
      throws IOException, MessagingException {
    transport.connect(account.security() == MailSecurity.TLS ? secured(account, socket) : socket);
    // The library goes on without a login where a server offers none.
    if (account.username().isPresent() && !transport.supportsExtension("AUTH")) {
      transport.enter(SmtpPhase.AUTH);
      throw new MessagingException("no login");
    }
  }

  private Socket secured(MailAccount account, Socket socket) throws IOException {
    var secured = (SSLSocket) tls.createSocket(socket, account.host(), account.port(), true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private Properties properties(MailAccount account) {
    var from = account.fromAddress().value();
    var properties = new Properties();
    properties.put("mail.smtp.from", from);
    // Ours, not the name of a machine, which would be asked for and shown.
    properties.put("mail.smtp.localhost", from.substring(from.indexOf('@') + 1));
    properties.put("mail.smtp.auth", Boolean.toString(account.username().isPresent()));
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.smtp.quitwait", "false");
    if (account.security() == MailSecurity.STARTTLS) {
      properties.put("mail.smtp.starttls.enable", "true");
      properties.put("mail.smtp.starttls.required", "true");
      properties.put("mail.smtp.ssl.checkserveridentity", "true");
      properties.put("mail.smtp.ssl.socketFactory", tls);
    }
    return properties;
  }

  private static int millis(Duration limit) {
    return Math.toIntExact(limit.toMillis());
  }
}
