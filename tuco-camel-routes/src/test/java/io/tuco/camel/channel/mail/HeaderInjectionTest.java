package io.tuco.camel.channel.mail;

import static io.tuco.camel.channel.mail.MailWorld.command;
import static io.tuco.camel.channel.mail.MailWorld.mail;
import static io.tuco.camel.channel.mail.MailWorld.named;
import static io.tuco.camel.channel.mail.MailWorld.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tuco.core.account.MailAccount;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.message.Content;
import io.tuco.core.message.HeaderText;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part;
import io.tuco.core.message.Part.PartFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every code point of the basic plane, surrogates included, in subject, names, file name and
 * address: one MAIL, one RCPT, one DATA, and the headers that were built (e-mail contract, 3).
 */
@Tag("long")
final class HeaderInjectionTest {

  private static final List<String> HEADERS =
      List.of(
          "Message-ID",
          "Date",
          "From",
          "Reply-To",
          "To",
          "Subject",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "X-Tuco-Message",
          "Auto-Submitted",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding");

  private static final int CODE_POINTS = 0x1_0000;

  private static String with(int codePoint) {
    return "a" + (char) codePoint + "Bcc: eve@example.com" + (char) codePoint;
  }

  private static MailAccount account(int port, int codePoint) {
    return named(plain(port), with(codePoint));
  }

  private static Message message(int codePoint) {
    return mail("Hi", Optional.of(with(codePoint)), Optional.of(with(codePoint)));
  }

  @Test
  void buildsTheSameHeadersWithAnyCodePointOrNone() throws Exception {
    for (var c = 0; c < CODE_POINTS; c++) {
      if (HeaderText.isAllowed(c)) {
        var raw = RawMail.of(account(25, c), message(c));
        // Sixty thousand assertions would take longer than all that they assert.
        if (!raw.names().equals(HEADERS) || !raw.isAsciiInLines()) {
          fail("U+%04X: %s", c, raw);
        }
      } else {
        assertThat(MailWorld.letters().prepare(command(plain(25), message(c))))
            .as("U+%04X", c)
            .isInstanceOf(Refused.class);
      }
    }
  }

  @Test
  void refusesAnUnsafeNameOfTheSenderAndOfAFile() {
    var letters = MailWorld.letters();
    var file = new PartFile(0, "a\r\nX: y", 1, "text/plain");
    var withFile = mail(Content.text("Hi"), Optional.empty(), List.of(file));

    assertThat(letters.prepare(command(named(plain(25), "a\u2029b"), mail("Hi"))))
        .hasToString("Refused[reason=Invalid characters in fromName, scope=SENDER]");
    assertThat(letters.prepare(command(plain(25), withFile)))
        .hasToString("Refused[reason=Invalid characters in attachmentNames, scope=MESSAGE]");
  }

  @Test
  void namesAFileWithAnyCodePointInOneParameter() {
    for (var c = 0; c < CODE_POINTS; c++) {
      if (HeaderText.isAllowed(c)) {
        var lines = new HeadLines().add("X", "attachment" + FileNames.parameter(with(c) + ".pdf"));
        if (!lines.areSafe()) {
          fail("U+%04X: %s", c, lines.text());
        }
      }
    }
  }

  @Test
  void takesNoAddressThatIsMoreThanOne() {
    for (var c = 0; c < CODE_POINTS; c++) {
      EmailAddress.parse("a" + (char) c + "b@example.org")
          .value()
          .ifPresent(
              address -> assertThat(address.value()).matches("[!-~&&[^<>,;:\"\\\\()\\[\\]]]+"));
    }
  }

  @Test
  void tellsTheServerOneStoryWithTheTellingCodePoints() throws Exception {
    // Low bytes that are CR or LF, the first of everything, and every 97th of the rest.
    var telling =
        IntStream.range(0, CODE_POINTS)
            .filter(c -> c < 0x100 || (c & 0xff) == 0x0a || (c & 0xff) == 0x0d || c % 97 == 0);

    assertThat(tellsOneStory(telling)).isGreaterThan(1_300);
  }

  @Test
  @Tag("slow")
  void tellsTheServerOneStoryWithEveryCodePoint() throws Exception {
    assertThat(tellsOneStory(IntStream.range(0, CODE_POINTS))).isGreaterThan(65_000);
  }

  private static long tellsOneStory(IntStream codePoints) throws Exception {
    try (var server = new FakeSmtp();
        var tuco = new MailWorld()) {
      var sent = 0;
      for (var c : codePoints.toArray()) {
        server.dialogues().clear();
        var outcome = tuco.send(addressed(server.port(), c), Map.of());
        if (!HeaderText.isAllowed(c)) {
          assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
          assertThat(server.dialogues()).isEmpty();
          continue;
        }
        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        var dialogue = server.dialogue();
        assertThat(dialogue.count("MAIL")).as("U+%04X", c).isEqualTo(1);
        assertThat(dialogue.count("RCPT")).as("U+%04X", c).isEqualTo(1);
        assertThat(dialogue.count("DATA")).as("U+%04X", c).isEqualTo(1);
        assertThat(new RawMail(dialogue.messages().get(0)).names())
            .as("U+%04X", c)
            .isEqualTo(HEADERS);
        sent++;
      }
      return sent;
    }
  }

  /** To an address with the code point, where there is one. */
  private static DispatchCommand.Send addressed(int port, int codePoint) {
    var usual = command(account(port, codePoint), message(codePoint));
    var address = EmailAddress.parse("a" + (char) codePoint + "b@example.org").value();
    return new DispatchCommand.Send(
        usual.sender(), usual.message(), address.orElse(MailWorld.ADA), Part.text(0));
  }
}
