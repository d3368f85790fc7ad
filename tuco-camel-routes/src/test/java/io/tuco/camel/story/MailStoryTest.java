package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An e-mail leaves once, can be traced, and can be ended by its reader. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MailStoryTest {

  private static final Pattern LINK = Pattern.compile("<(http[^>]+/u/[^>]+)>");

  private static LoopbackProduct tuco;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    tuco = new LoopbackProduct(directory);
    tuco.line(
        "email",
        ",\"email\":\"clinic@example.com\",\"smtp\":{\"host\":\"127.0.0.1\",\"port\":"
            + tuco.smtp().port()
            + ",\"security\":\"none\"}");
  }

  @AfterAll
  static void close() {
    tuco.close();
  }

  private static String aMail(String text) {
    return "{\"messageType\":\"email\",\"subject\":\"Your visit\",\"message\":\"%s\",\"recipientEmail\":\"ada@example.org\"}"
        .formatted(text);
  }

  /** The mail that was taken, its folded lines made whole. */
  private static String taken() {
    return tuco.smtp().dialogues().stream()
        .flatMap(dialogue -> dialogue.messages().stream())
        .findFirst()
        .orElseThrow()
        .replaceAll("\r\n[ \t]", " ");
  }

  @Test
  void leavesUnderAnIdOfItsOwnAndWithAWayOut() throws Exception {
    var id = LoopbackProduct.idOf(tuco.sends(aMail("Hi {{firstName|there}}")));
    var sent = tuco.awaitStatus(id, "sent");
    var mail = taken();
    var link = LINK.matcher(mail);
    var linked = link.find();

    assertThat(mail)
        .contains("Message-ID: " + sent.path("externalMessageId").asText(), "Hi there")
        .contains("Subject: Your visit", "List-Unsubscribe: <" + tuco.url() + "/u/");
    assertThat(linked).isTrue();
    assertThat(clicked(link.group(1))).isEqualTo(200);

    var next = tuco.sends(aMail("Once more"));
    var refused = tuco.message(LoopbackProduct.idOf(next));

    assertThat(next.path("status").asText()).isEqualTo("failed");
    assertThat(refused.path("status").asText()).isEqualTo("failed");
    assertThat(refused.path("reason").asText()).isEqualTo("Recipient opted out.");
    assertThat(tuco.smtp().dialogues().stream().flatMap(dialogue -> dialogue.messages().stream()))
        .hasSize(1);
  }

  private static int clicked(String link) throws Exception {
    var click =
        HttpRequest.newBuilder(URI.create(link))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    return HttpClient.newHttpClient().send(click, BodyHandlers.discarding()).statusCode();
  }
}
