package io.tuco.camel.channel.mail;

import static io.tuco.camel.channel.mail.MailWorld.mail;
import static io.tuco.camel.channel.mail.MailWorld.named;
import static io.tuco.camel.channel.mail.MailWorld.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.Content;
import io.tuco.core.message.Part.PartFile;
import jakarta.mail.internet.MimeUtility;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an e-mail of ours looks like (e-mail contract, section 2). */
final class LetterTest {

  private static RawMail subject(String subject) throws Exception {
    return RawMail.of(plain(25), mail("Hi", Optional.of(subject), Optional.of("Ada")));
  }

  @Test
  void bearsTheHeadersOfTheContract() throws Exception {
    var raw = RawMail.of(named(plain(25), "The Clinic"), mail("Hi"));

    assertThat(raw.header("Message-ID")).isEqualTo("<" + Fixtures.id(0xe1) + "@mail.example.com>");
    assertThat(raw.header("From")).isEqualTo("\"The Clinic\" <clinic@mail.example.com>");
    assertThat(raw.header("Reply-To")).isEqualTo("desk@example.com");
    assertThat(raw.header("To")).isEqualTo("\"Ada\" <ada@example.org>");
    assertThat(raw.header("Subject")).isEqualTo("Your appointment");
    assertThat(raw.header("List-Unsubscribe"))
        .matches("<https://tuco\\.example/u/[A-Za-z0-9_-]+>, <mailto:stop@example\\.com>");
    assertThat(raw.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(raw.header("X-Tuco-Message")).isEqualTo(Fixtures.id(0xe1));
    assertThat(raw.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(raw.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    assertThat(raw.header("Content-Transfer-Encoding")).isEqualTo("quoted-printable");
  }

  @Test
  void isTheSameOnEveryAttempt() throws Exception {
    var first = RawMail.of(plain(25), mail("Hi"));
    var second = RawMail.of(plain(25), mail("Hi"));

    assertThat(first).isEqualTo(second);
  }

  @Test
  void bearsTheTimeAtWhichItWasToLeave() throws Exception {
    var raw = RawMail.of(plain(25), mail("Hi"));

    assertThat(raw.header("Date"))
        .matches("[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} .* \\+0000");
    assertThat(raw.header("Date")).contains(String.valueOf(2027));
  }

  @Test
  void givesALinkThatSaysWhoWantsNoMore() throws Exception {
    var raw = RawMail.of(plain(25), mail("Hi"));

    var link = raw.header("List-Unsubscribe").replaceAll(".*/u/|>.*", "");
    var token = MailWorld.TOKENS.read(link).orElseThrow();
    assertThat(token.address()).isEqualTo(MailWorld.ADA);
    assertThat(token.workspaceId()).isEqualTo(Fixtures.WORKSPACE);
    assertThat(token.messageId()).isEqualTo(Fixtures.id(0xe1));
  }

  @Test
  void promisesOneClickByHttpsOnly() {
    var head = new LetterHead(MailWorld.TOKENS, URI.create("http://127.0.0.1:8080/"));

    var lines = head.of(mail("Hi"), plain(25), MailWorld.ADA, "Hi").text();

    assertThat(lines).contains("<http://127.0.0.1:8080/u/").doesNotContain("One-Click");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain",
        "Zażółć gęślą jaźń",
        "Ünïcödé that goes on and on, far beyond the seventy-five characters of one encoded word",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        "a very long subject in plain letters that would not fit in one line of seventy-eight",
        "=?UTF-8?B?ZXZpbA==?=",
        " spaces around ",
        "\u560d\u560a\u760d\u760a"
      })
  void encodesASubjectSoThatItIsReadAsWritten(String subject) throws Exception {
    var raw = subject(subject);

    assertThat(MimeUtility.decodeText(raw.header("Subject"))).isEqualTo(subject);
    assertThat(raw.head().split("\r\n"))
        .filteredOn(line -> line.contains("=?"))
        .allMatch(line -> line.length() <= 76);
  }

  @ParameterizedTest
  @CsvSource({
    "'Hi Ada,\nsee you', 'Hi Ada,'",
    "'\n\nLater', Later",
    "'{\t}', '{'",
  })
  void takesTheFirstLineForASubject(String text, String subject) throws Exception {
    var raw = RawMail.of(plain(25), mail(text, Optional.empty(), Optional.empty()));

    assertThat(raw.header("Subject")).isEqualTo(subject);
    assertThat(raw.header("To")).isEqualTo("ada@example.org");
  }

  @Test
  void cutsALongFirstLineBetweenCharacters() throws Exception {
    var raw = RawMail.of(plain(25), mail("😀".repeat(100), Optional.empty(), Optional.empty()));

    assertThat(MimeUtility.decodeText(raw.header("Subject"))).isEqualTo("😀".repeat(78));
  }

  @Test
  void escapesAQuoteInAName() throws Exception {
    var raw = RawMail.of(plain(25), mail("Hi", Optional.empty(), Optional.of("A \"x\" \\ <b>")));

    assertThat(raw.header("To")).isEqualTo("\"A \\\"x\\\" \\\\ <b>\" <ada@example.org>");
  }

  @Test
  void keepsLinesShortAndLineBreaksWhole() throws Exception {
    var raw = RawMail.of(plain(25), mail("a\rb\nc\r\nd" + "x".repeat(3_000) + "\n.\nü"));

    assertThat(raw.body()).startsWith("a\r\nb\r\nc\r\nd").contains("\r\n.\r\n=C3=BC\r\n");
    assertThat(raw.body().split("\r\n")).allMatch(line -> line.length() <= 76);
    assertThat(raw.isAsciiInLines()).isTrue();
  }

  @Test
  void waitsForAFileThatIsNotAtHand() {
    var file = new PartFile(0, "a.pdf", 1, "application/pdf");
    var letters =
        new Letters(
            new LetterHead(MailWorld.TOKENS, URI.create("https://t.example")),
            AttachmentFiles.none());

    var prepared =
        letters.prepare(
            MailWorld.command(
                plain(25), mail(Content.text("Hi"), Optional.empty(), List.of(file))));

    assertThat(prepared)
        .hasToString(
            "NotSent[reason=An attachment is not at hand, senderDown=false,"
                + " retryAfter=Optional.empty]");
  }

  @ParameterizedTest
  @CsvSource({
    "report.pdf, report.pdf",
    "../../etc/passwd, passwd",
    "C:\\temp\\a.txt, a.txt",
    "'a:b*c?.txt', a_b_c_.txt",
    "..., file",
    "'', file",
    ".bashrc, bashrc",
  })
  void namesFilesWithoutFoldersAndTricks(String name, String shown) {
    assertThat(FileNames.sanitised(name)).isEqualTo(shown);
  }

  @Test
  void cutsALongFileNameBeforeItsEnding() {
    assertThat(FileNames.sanitised("ş".repeat(300) + ".jpeg")).isEqualTo("ş".repeat(75) + ".jpeg");
  }
}
