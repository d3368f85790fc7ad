package io.tuco.camel.channel.mail;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.core.account.MailAccount;
import io.tuco.core.account.MailSecurity;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part;
import io.tuco.core.message.Recipient;
import io.tuco.core.message.Send;
import io.tuco.core.message.UnsubscribeTokens;
import io.tuco.core.secret.SecretBox;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A context with the e-mail routes and nothing else, and mails to send through it. */
final class MailWorld implements AutoCloseable {

  static final EmailAddress ADA = new EmailAddress("ada@example.org");
  static final EmailAddress CLINIC = new EmailAddress("clinic@mail.example.com");
  static final MailLimits SHORT =
      new MailLimits(Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofMillis(700));
  static final SecretBox SECRETS = new SecretBox(new byte[32], new Random(7));
  static final UnsubscribeTokens TOKENS = UnsubscribeTokens.under(new byte[32]);

  final CamelContext context = new DefaultCamelContext();
  private final ProducerTemplate template = context.createProducerTemplate();

  MailWorld() throws Exception {
    this(AttachmentFiles.none(), (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  MailWorld(AttachmentFiles files, SSLSocketFactory tls) throws Exception {
    context.addRoutesConfigurations(FailurePolicies.standard());
    context.addRoutes(new MailRoutes(parts(files, tls, "https://tuco.example")));
    context.start();
  }

  static MailParts parts(AttachmentFiles files, SSLSocketFactory tls, String publicUrl) {
    return new MailParts(SECRETS, files, TOKENS, URI.create(publicUrl), tls, SHORT);
  }

  static Letters letters() {
    return new Letters(
        new LetterHead(TOKENS, URI.create("https://tuco.example")), AttachmentFiles.none());
  }

  static MailAccount account(int port, MailSecurity security, boolean loggingIn) {
    return new MailAccount(
        security == MailSecurity.NONE ? "127.0.0.1" : "localhost",
        port,
        security,
        loggingIn ? Optional.of("clinic") : Optional.empty(),
        loggingIn ? Optional.of(SECRETS.seal("s3cret")) : Optional.empty(),
        CLINIC,
        Optional.of("The Clinic"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static MailAccount plain(int port) {
    return account(port, MailSecurity.NONE, false);
  }

  static MailAccount named(MailAccount account, String fromName) {
    return new MailAccount(
        account.host(),
        account.port(),
        account.security(),
        account.username(),
        account.password(),
        account.fromAddress(),
        Optional.of(fromName),
        Optional.of(new EmailAddress("desk@example.com")),
        Optional.of(new EmailAddress("stop@example.com")),
        account.maxPerHour());
  }

  static Message mail(String text, Optional<String> subject, Optional<String> name) {
    return mail(new Content(text, subject, List.of()), name, List.of());
  }

  static Message mail(Content content, Optional<String> name, List<Part.PartFile> files) {
    List<Part> parts = new ArrayList<>(List.of(Part.text(0)));
    files.forEach(file -> parts.add(Part.file(parts.size(), file)));
    var pending = Fixtures.aMessage().ofType(MessageType.EMAIL).build();
    var addressed =
        new Message(
            pending.id(),
            pending.workspaceId(),
            pending.direction(),
            pending.type(),
            pending.status(),
            content,
            new Recipient(Optional.empty(), Optional.of(ADA), name, pending.recipient().order()),
            pending.window(),
            pending.origin(),
            pending.timeline(),
            pending.progress());
    return addressed.sending(
        new Send("send-1", content.text(), List.of(ADA), parts, Fixtures.NOW, Optional.empty()),
        Fixtures.NOW);
  }

  static Message mail(String text) {
    return mail(text, Optional.of("Your appointment"), Optional.of("Ada"));
  }

  static DispatchCommand.Send command(MailAccount account, Message message) {
    return new DispatchCommand.Send(
        new Sender.OverMail(account, SenderHealth.unknown()), message, ADA, Part.text(0));
  }

  DeliveryOutcome send(MailAccount account, Message message) {
    return send(account, message, Map.of());
  }

  DeliveryOutcome send(MailAccount account, Message message, Map<String, Object> headers) {
    return send(command(account, message), headers);
  }

  DeliveryOutcome send(DispatchCommand.Send command, Map<String, Object> headers) {
    return template.requestBodyAndHeaders(Seams.MAIL_SEND, command, headers, DeliveryOutcome.class);
  }

  DeviceProbe probe(MailAccount account) {
    return template.requestBody(Seams.MAIL_PROBE, account, DeviceProbe.class);
  }

  @Override
  public void close() {
    context.stop();
  }
}
