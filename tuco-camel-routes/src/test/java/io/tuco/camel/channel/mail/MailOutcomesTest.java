package io.tuco.camel.channel.mail;

import static io.tuco.camel.channel.mail.MailWorld.account;
import static io.tuco.camel.channel.mail.MailWorld.mail;
import static io.tuco.camel.channel.mail.MailWorld.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tuco.camel.channel.mail.FakeSmtp.Stage;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.core.account.MailAccount;
import io.tuco.core.account.MailSecurity;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.message.Content;
import io.tuco.core.message.Part.PartFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the e-mail contract, section 4, over a socket. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MailOutcomesTest {

  private static final String MESSAGE_ID = "<" + Fixtures.id(0xe1) + "@mail.example.com>";

  @TempDir Path folder;

  private FakeSmtp server;
  private MailWorld tuco;

  @BeforeEach
  void open() throws Exception {
    server = new FakeSmtp();
    tuco = new MailWorld();
  }

  @AfterEach
  void close() throws Exception {
    tuco.close();
    server.close();
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        row("421 at the greeting", s -> s.answers(Stage.GREETING, "421 busy"), notSent()),
        row("554 at the greeting", s -> s.answers(Stage.GREETING, "554 go"), notSent()),
        row("no greeting", s -> s.stallsAt(Stage.GREETING), notSent()),
        row("lost at EHLO", s -> s.closesAt(Stage.EHLO), notSent()),
        row("4xx to MAIL", s -> s.answers(Stage.MAIL, "451 4.3.0 later"), notSent()),
        row("5xx to MAIL", s -> s.answers(Stage.MAIL, "550 5.7.1 no"), refused(Scope.MESSAGE)),
        row("lost at MAIL", s -> s.closesAt(Stage.MAIL), notSent()),
        row("4xx to RCPT", s -> s.answers(Stage.RCPT, "450 4.2.1 full"), notSent()),
        row("421 to RCPT", s -> s.answers(Stage.RCPT, "421 bye"), notSent()),
        row("550 to RCPT", s -> s.answers(Stage.RCPT, "550 5.1.1 no"), refused(Scope.ADDRESS)),
        row("551 to RCPT", s -> s.answers(Stage.RCPT, "551 moved"), refused(Scope.ADDRESS)),
        row("552 to RCPT", s -> s.answers(Stage.RCPT, "552 full"), refused(Scope.ADDRESS)),
        row("553 to RCPT", s -> s.answers(Stage.RCPT, "553 what"), refused(Scope.ADDRESS)),
        row("554 to RCPT", s -> s.answers(Stage.RCPT, "554 no"), refused(Scope.ADDRESS)),
        row("lost at RCPT", s -> s.closesAt(Stage.RCPT), notSent()),
        row("silence at RCPT", s -> s.stallsAt(Stage.RCPT), notSent()),
        row("4xx to DATA", s -> s.answers(Stage.DATA, "451 later"), notSent()),
        row("5xx to DATA", s -> s.answers(Stage.DATA, "554 no"), refused(Scope.MESSAGE)),
        row("250 to DATA", s -> s.answers(Stage.DATA, "250 what"), notSent()),
        row("lost at DATA", s -> s.closesAt(Stage.DATA), notSent()),
        row("4xx after the dot", s -> s.answers(Stage.DOT, "451 4.7.1 later"), notSent()),
        row("5xx after the dot", s -> s.answers(Stage.DOT, "554 5.7.1 no"), refused(Scope.MESSAGE)),
        row("250 after the dot", s -> s, accepted()),
        row("lost after the dot", s -> s.closesAt(Stage.DOT), unknown()),
        row("silence after the dot", s -> s.stallsAt(Stage.DOT), unknown()),
        row("nonsense after the dot", s -> s.answers(Stage.DOT, "399 hm"), unknown()),
        row("lost at QUIT", s -> s.closesAt(Stage.QUIT), accepted()),
        row("5xx to QUIT", s -> s.answers(Stage.QUIT, "500 what"), accepted()),
        row("silence at QUIT", s -> s.stallsAt(Stage.QUIT), accepted()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void readsTheTable(String what, UnaryOperator<FakeSmtp> script, Expected expected) {
    script.apply(server);

    var outcome = tuco.send(plain(server.port()), mail("Hi Ada"));

    assertThat(outcome).satisfies(got -> assertThat(Expected.of(got)).isEqualTo(expected));
    assertThat(server.dialogue().count("DATA")).isLessThanOrEqualTo(1);
  }

  @Test
  void refersToAnAcceptedMailByItsMessageId() {
    assertThat(tuco.send(plain(server.port()), mail("Hi"))).isEqualTo(new Accepted(MESSAGE_ID));
  }

  @Test
  void saysTheCodesAndNotTheServersText() {
    server.answers(Stage.RCPT, "550 5.1.1 <ada@example.org>: no such user");

    assertThat(tuco.send(plain(server.port()), mail("Hi")))
        .isEqualTo(new Refused("The mail server refused the recipient: 550 5.1.1", Scope.ADDRESS));
  }

  @Test
  void knowsThatNothingLeftWhenTheConnectionBreaksWithinALongMessage() throws Exception {
    var file = folder.resolve("long.bin");
    Files.write(file, new byte[20 << 20]);
    server.closesAt(Stage.CONTENT);
    try (var withFiles = world((message, part) -> Optional.of(file))) {
      var long20 = new PartFile(0, "long.bin", 20 << 20, "application/octet-stream");

      var outcome =
          withFiles.send(
              plain(server.port()), mail(Content.text("Hi"), Optional.empty(), List.of(long20)));

      assertThat(outcome.kind()).isEqualTo(Kind.NOT_SENT);
    }
  }

  @Test
  void knowsThatNothingLeftWhenTheServerStopsReadingALongMessage() throws Exception {
    var file = folder.resolve("long.bin");
    Files.write(file, new byte[20 << 20]);
    server.stallsAt(Stage.CONTENT);
    try (var withFiles = world((message, part) -> Optional.of(file))) {
      var long20 = new PartFile(0, "long.bin", 20 << 20, "application/octet-stream");

      var outcome =
          withFiles.send(
              plain(server.port()), mail(Content.text("Hi"), Optional.empty(), List.of(long20)));

      assertThat(outcome.kind()).isEqualTo(Kind.NOT_SENT);
    }
  }

  private static MailWorld world(AttachmentFiles files) throws Exception {
    return new MailWorld(files, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  static Stream<Arguments> logins() {
    var down = NotSent.senderDown("The mail server refused our credentials");
    return Stream.of(
        arguments("535 5.7.8 no", down, new DeviceProbe.CredentialsRefused()),
        arguments("534 5.7.9 weak", down, new DeviceProbe.CredentialsRefused()),
        arguments(
            "454 4.7.0 later",
            NotSent.because("The mail server refused the login: 454 4.7.0"),
            new DeviceProbe.NoAnswer("The mail server refused the login: 454 4.7.0")));
  }

  @ParameterizedTest
  @MethodSource("logins")
  void tellsRefusedCredentialsFromATroubledServer(
      String reply, DeliveryOutcome outcome, DeviceProbe probe) {
    server.offers("AUTH PLAIN LOGIN").answers(Stage.AUTH, reply);
    var account = account(server.port(), MailSecurity.NONE, true);

    assertThat(tuco.send(account, mail("Hi"))).isEqualTo(outcome);
    assertThat(tuco.probe(account)).isEqualTo(probe);
  }

  @Test
  void doesNotSendUnnamedWhereItShouldLogIn() {
    var account = account(server.port(), MailSecurity.NONE, true);

    assertThat(tuco.send(account, mail("Hi")).kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(server.dialogue().count("MAIL")).isZero();
  }

  @Test
  void probesWithoutSending() {
    server.offers("AUTH PLAIN LOGIN");

    assertThat(tuco.probe(account(server.port(), MailSecurity.NONE, true)))
        .isEqualTo(new DeviceProbe.Answered(false, 0));
    assertThat(server.dialogue().count("MAIL")).isZero();
  }

  @Test
  void knowsThatNothingLeftWhereNobodyListens() throws IOException {
    var closed = freePort();

    assertThat(tuco.send(plain(closed), mail("Hi")))
        .isEqualTo(NotSent.because("The connection was refused"));
    assertThat(tuco.probe(plain(closed)))
        .isEqualTo(new DeviceProbe.NoAnswer("The connection was refused"));
  }

  @Test
  void knowsThatNothingLeftToAHostThatHasNoName() {
    var there = plain(25);
    var nowhere = at(there, "tuco.invalid", MailSecurity.STARTTLS);

    assertThat(tuco.send(nowhere, mail("Hi")))
        .isEqualTo(NotSent.because("The host name could not be resolved"));
  }

  @Test
  void sendsWithoutTlsToThisMachineOnly() {
    var elsewhere = at(plain(25), "smtp.example.com", MailSecurity.NONE);

    assertThat(tuco.send(elsewhere, mail("Hi")))
        .isEqualTo(NotSent.because("Without TLS mail is sent to this machine only"));
  }

  private static MailAccount at(MailAccount account, String host, MailSecurity security) {
    return new MailAccount(
        host,
        account.port(),
        security,
        account.username(),
        account.password(),
        new EmailAddress("clinic@mail.example.com"),
        account.fromName(),
        account.replyTo(),
        account.unsubscribeMailto(),
        account.maxPerHour());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /** The kind of an outcome and, for a refusal, its reach. */
  record Expected(Kind kind, Optional<Scope> scope) {

    static Expected of(DeliveryOutcome outcome) {
      return new Expected(
          outcome.kind(),
          outcome instanceof Refused refused ? Optional.of(refused.scope()) : Optional.empty());
    }
  }

  private static Arguments row(String what, UnaryOperator<FakeSmtp> script, Expected expected) {
    return arguments(what, script, expected);
  }

  private static Expected notSent() {
    return new Expected(Kind.NOT_SENT, Optional.empty());
  }

  private static Expected refused(Scope scope) {
    return new Expected(Kind.REFUSED, Optional.of(scope));
  }

  private static Expected accepted() {
    return new Expected(Kind.ACCEPTED, Optional.empty());
  }

  private static Expected unknown() {
    return new Expected(Kind.UNKNOWN, Optional.empty());
  }
}
