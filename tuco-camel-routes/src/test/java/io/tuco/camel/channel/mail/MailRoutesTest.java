package io.tuco.camel.channel.mail;

import static io.tuco.camel.channel.mail.MailWorld.account;
import static io.tuco.camel.channel.mail.MailWorld.mail;
import static io.tuco.camel.channel.mail.MailWorld.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tuco.camel.Seams;
import io.tuco.camel.channel.mail.FakeSmtp.Stage;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.core.account.MailSecurity;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.message.Content;
import io.tuco.core.message.Part.PartFile;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** E-mail through servers: a foreign one that reads it, and one of ours that does as it is told. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MailRoutesTest {

  private static final String TEXT = "Hi Ada ☀,\n.\n..dots\n" + "Straße ".repeat(60);

  @TempDir Path folder;

  private static GreenMail greenMail() {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  @Test
  void isReadAsItWasWritten() throws Exception {
    var server = greenMail();
    try (var tuco = new MailWorld()) {
      var port = server.getSmtp().getPort();

      var outcome =
          tuco.send(plain(port), mail(TEXT, Optional.of("Terminbestätigung"), Optional.of("Ådä")));

      assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
      var received = server.getReceivedMessages()[0];
      assertThat(received.getSubject()).isEqualTo("Terminbestätigung");
      assertThat(received.getContent().toString().replace("\r\n", "\n").strip())
          .isEqualTo(TEXT.strip());
      assertThat(((InternetAddress) received.getAllRecipients()[0]).getPersonal()).isEqualTo("Ådä");
    } finally {
      server.stop();
    }
  }

  @Test
  void carriesFilesWholeAndByTheirNames() throws Exception {
    var bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);
    var file = Files.write(folder.resolve("any"), bytes);
    var parts =
        List.of(
            new PartFile(0, "../Röntgen.jpg", bytes.length, "image/jpeg"),
            new PartFile(1, "plan.eml", bytes.length, "message/rfc822"));
    var server = greenMail();
    try (var tuco =
        new MailWorld(
            (message, part) -> Optional.of(file),
            (SSLSocketFactory) SSLSocketFactory.getDefault())) {

      tuco.send(
          plain(server.getSmtp().getPort()), mail(Content.text(TEXT), Optional.empty(), parts));

      var received = (MimeMultipart) server.getReceivedMessages()[0].getContent();
      assertThat(received.getCount()).isEqualTo(3);
      assertThat(received.getBodyPart(0).getContent().toString()).startsWith("Hi Ada ☀");
      assertThat(received.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(bytes);
      assertThat(received.getBodyPart(1).getContentType()).startsWith("image/jpeg");
      assertThat(received.getBodyPart(1).getHeader("Content-Disposition")[0])
          .contains("filename=\"R_ntgen.jpg\"", "filename*=UTF-8''R%C3%B6ntgen.jpg");
      assertThat(received.getBodyPart(2).getContentType()).startsWith("application/octet-stream");
      assertThat(received.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(bytes);
    } finally {
      server.stop();
    }
  }

  @Test
  void logsInToAServerThatChecks() throws Exception {
    var server = greenMail();
    try (var tuco = new MailWorld()) {
      var port = server.getSmtp().getPort();
      server.setUser("clinic@mail.example.com", "clinic", "s3cret");

      assertThat(tuco.probe(account(port, MailSecurity.NONE, true)))
          .isEqualTo(new DeviceProbe.Answered(false, 0));

      server.setUser("clinic@mail.example.com", "clinic", "another");

      assertThat(tuco.probe(account(port, MailSecurity.NONE, true)))
          .isEqualTo(new DeviceProbe.CredentialsRefused());
    } finally {
      server.stop();
    }
  }

  @Test
  void takesNoOrdersFromHeaders() throws Exception {
    try (var server = new FakeSmtp();
        var elsewhere = new FakeSmtp();
        var tuco = new MailWorld()) {
      tuco.send(plain(server.port()), mail("Hi"));
      var usual = server.endedDialogue();
      server.dialogues().clear();
      Map<String, Object> orders =
          Map.ofEntries(
              Map.entry("To", "eve@example.com"),
              Map.entry("Cc", "eve@example.com"),
              Map.entry("bcc", "eve@example.com"),
              Map.entry("Subject", "Other"),
              Map.entry("From", "eve@example.com"),
              Map.entry("contentType", "text/html"),
              Map.entry("CamelMailMessageId", "<x@y>"),
              Map.entry("mail.smtp.host", "localhost"),
              Map.entry("mail.smtp.port", String.valueOf(elsewhere.port())),
              Map.entry("mail.smtp.from", "eve@example.com"),
              Map.entry("MAIL.smtp.starttls.enable", "false"));

      tuco.send(plain(server.port()), mail("Hi"), orders);

      assertThat(server.endedDialogue()).isEqualTo(usual);
      assertThat(elsewhere.dialogues()).isEmpty();
    }
  }

  @Test
  void saysNoMoreThanItMust() throws Exception {
    try (var server = new FakeSmtp();
        var tuco = new MailWorld()) {
      tuco.send(plain(server.port()), mail("Hi"));

      assertThat(server.endedDialogue().commands())
          .containsExactly(
              "EHLO mail.example.com",
              "MAIL FROM:<clinic@mail.example.com>",
              "RCPT TO:<ada@example.org>",
              "DATA",
              "QUIT");
    }
  }

  @Test
  void sendsSeveralAtOnce() throws Exception {
    try (var slow = new FakeSmtp().stallsAt(Stage.DOT);
        var server = new FakeSmtp();
        var tuco = new MailWorld()) {
      var waiting =
          tuco.context
              .createProducerTemplate()
              .asyncRequestBody(Seams.MAIL_SEND, MailWorld.command(plain(slow.port()), mail("Hi")));

      var outcome = tuco.send(plain(server.port()), mail("Hi"));

      assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
      assertThat(waiting.get())
          .hasToString("Unknown[reason=The mail server did not answer in time]");
    }
  }

  @Test
  void encryptsBeforeItSaysAnything() throws Exception {
    var ours = Certificates.selfSigned(folder, "localhost");
    try (var server = new FakeSmtp().startsTls(ours.server()).offers("AUTH PLAIN LOGIN");
        var tuco = world(ours)) {
      var account = account(server.port(), MailSecurity.STARTTLS, true);

      assertThat(tuco.send(account, mail("Hi")).kind()).isEqualTo(Kind.ACCEPTED);

      assertThat(server.dialogue().commands())
          .startsWith("EHLO mail.example.com", "STARTTLS", "EHLO mail.example.com")
          .anyMatch(line -> line.startsWith("AUTH PLAIN"));
    }
  }

  @Test
  void speaksTlsFromTheFirstByteWhereTheAccountSaysSo() throws Exception {
    var ours = Certificates.selfSigned(folder, "localhost");
    try (var server = new FakeSmtp().speaksTls(ours.server()).stallsAt(Stage.DOT);
        var tuco = world(ours)) {

      var outcome = tuco.send(account(server.port(), MailSecurity.TLS, false), mail("Hi"));

      assertThat(outcome.kind()).isEqualTo(Kind.UNKNOWN);
    }
  }

  @Test
  void doesNotSpeakOpenlyWhereStartTlsIsNotOffered() throws Exception {
    var ours = Certificates.selfSigned(folder, "localhost");
    try (var server = new FakeSmtp().offers("AUTH PLAIN LOGIN");
        var tuco = world(ours)) {
      var account = account(server.port(), MailSecurity.STARTTLS, true);

      assertThat(tuco.send(account, mail("Hi")).kind()).isEqualTo(Kind.NOT_SENT);
      assertThat(tuco.probe(account)).isInstanceOf(DeviceProbe.NoAnswer.class);

      assertThat(server.dialogues())
          .allSatisfy(
              dialogue ->
                  assertThat(dialogue.commands())
                      .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL")));
    }
  }

  @Test
  void doesNotTrustAServerOfAnotherName() throws Exception {
    var other = Certificates.selfSigned(folder, "smtp.example.com");
    for (var security : List.of(MailSecurity.STARTTLS, MailSecurity.TLS)) {
      try (var server = new FakeSmtp();
          var tuco = world(other)) {
        var script =
            security == MailSecurity.TLS
                ? server.speaksTls(other.server())
                : server.startsTls(other.server());

        assertThat(tuco.send(account(script.port(), security, false), mail("Hi")))
            .isEqualTo(NotSent.because("The TLS connection failed"));
      }
    }
  }

  private static MailWorld world(Certificates certificates) throws Exception {
    return new MailWorld(AttachmentFiles.none(), certificates.trusting());
  }
}
