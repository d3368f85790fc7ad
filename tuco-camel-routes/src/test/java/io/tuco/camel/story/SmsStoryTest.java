package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.callback.TwilioSignature;
import io.tuco.camel.channel.sms.FakeText;
import io.tuco.camel.channel.sms.FakeTwilio;
import io.tuco.camel.channel.sms.TwilioFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A text leaves once, and what becomes of it is told. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SmsStoryTest {

  private static LoopbackProduct tuco;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    tuco = new LoopbackProduct(directory);
    tuco.smsLine();
  }

  @AfterAll
  static void close() {
    tuco.close();
  }

  private static String aText(String text, String phone) {
    return "{\"messageType\":\"sms\",\"message\":\"%s\",\"recipientPhone\":\"%s\"}"
        .formatted(text, phone);
  }

  private static FakeText textTo(String phone) {
    return tuco.twilio().textsTo(phone).get(0);
  }

  @Test
  void goesFromTheCallToTheCarrierAndToThePhone() throws Exception {
    var answer = tuco.sends(aText("Hi {{firstName|there}}", "+12025550101"));
    var id = LoopbackProduct.idOf(answer);
    var sent = tuco.awaitStatus(id, "sent");
    var text = textTo("+12025550101");

    var reported = tuco.twilio().reports(text, "delivered", Optional.empty());

    assertThat(answer.path("segments").asInt()).isEqualTo(1);
    assertThat(sent.path("externalMessageId").asText()).isEqualTo(text.sid()).startsWith("SM");
    assertThat(sent.path("segments").asInt()).isEqualTo(1);
    assertThat(text.body()).isEqualTo("Hi there");
    assertThat(reported).isEqualTo(204);
    assertThat(tuco.message(id).path("status").asText()).isEqualTo("delivered");
    assertThat(tuco.message(id).path("deliveredAt").asText()).isNotEmpty();
  }

  @Test
  void failsWithTheCarriersReason() throws Exception {
    var id = LoopbackProduct.idOf(tuco.sends(aText("Hello", "+12025550102")));
    tuco.awaitStatus(id, "sent");

    tuco.twilio().reports(textTo("+12025550102"), "undelivered", Optional.of(30006));

    var failed = tuco.message(id);
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("errorMessage").asText()).contains("(30006)");
    assertThat(tuco.twilio().textsTo("+12025550102")).hasSize(1);
  }

  @Test
  void isFoundAgainWhenTheAnswerGotLost() throws Exception {
    tuco.twilio().meets(TwilioFault.takesAndHangsUp());

    var id = LoopbackProduct.idOf(tuco.sends(aText("Lost and found", "+12025550103")));
    var sent = tuco.awaitStatus(id, "sent");

    assertThat(sent.path("externalMessageId").asText()).isEqualTo(textTo("+12025550103").sid());
    assertThat(
            tuco.twilio().posts().stream()
                .filter(post -> post.rawBody().contains("2025550103"))
                .toList())
        .hasSize(1);
  }

  @Test
  void believesASignedReportWithFieldsNobodyKnows() throws Exception {
    var id = LoopbackProduct.idOf(tuco.sends(aText("Hello", "+12025550105")));
    tuco.awaitStatus(id, "sent");
    var text = textTo("+12025550105");
    var url = text.statusCallback().orElseThrow();
    var form =
        Map.of(
            "MessageSid", List.of(text.sid()),
            "MessageStatus", List.of("delivered"),
            "New", List.of("b", "a"));

    var forged = posts(url, TwilioSignature.of("another token", url, form), text.sid());
    var signed = posts(url, TwilioSignature.of(FakeTwilio.TOKEN, url, form), text.sid());

    assertThat(forged).isEqualTo(403);
    assertThat(signed).isEqualTo(204);
    assertThat(tuco.message(id).path("status").asText()).isEqualTo("delivered");
  }

  private static int posts(String url, String signature, String sid) throws Exception {
    var report =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(
                BodyPublishers.ofString(
                    "MessageSid=" + sid + "&New=b&MessageStatus=delivered&New=a"))
            .build();
    return HttpClient.newHttpClient().send(report, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void countsTheNetworksPartsOfWhatIsSaid() throws Exception {
    var answer = tuco.sends(aText("x".repeat(150) + "{{firstName|0123456789a}}", "+12025550104"));

    assertThat(answer.path("segments").asInt()).isEqualTo(2);
  }
}
