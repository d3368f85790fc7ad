package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.event.EventName;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookPayloadTest {

  private static final Map<String, Object> OPTED_OUT =
      Map.of(
          "phone",
          Optional.of("+12025550100"),
          "email",
          Optional.empty(),
          "keyword",
          "STOP TEXTING",
          "dncId",
          "dnc-1",
          "cancelledCount",
          3);

  private final WebhookPayload payload = new WebhookPayload(Fixtures.fileLinks());

  @Test
  void tellsOfASentMessage() throws Exception {
    var sent = Fixtures.aSendingMessage("send-1").build().sent("ref-1", Fixtures.NOW);

    assertThat(payload.render(event(EventName.MESSAGE_SENT, sent, Map.of())))
        .isEqualTo(golden("sent.json"));
  }

  @Test
  void tellsOfAFailedMessage() throws Exception {
    var failed = Fixtures.aSendingMessage("send-1").build().failed("Not \"now\"/ü", Fixtures.NOW);

    assertThat(
            payload.render(
                event(EventName.MESSAGE_FAILED, failed, Map.of("error", "Not \"now\"/ü"))))
        .isEqualTo(golden("failed.json"));
  }

  @Test
  void tellsOfAMessageThatFellBack() throws Exception {
    var sending = Fixtures.aSendingMessage("send-1").build();
    var checked = sending.progress().withUnreachable(List.of(new PhoneNumber("+12025550100")));
    var fellBack = sending.withProgress(checked, Fixtures.NOW).fellBack(Fixtures.NOW);
    var reason = "Prospect's iMessage not available on +12025550100";

    assertThat(
            payload.render(
                event(
                    EventName.MESSAGE_FALLBACK,
                    fellBack,
                    Map.of("checkedAddresses", List.of("+12025550100"), "reason", reason))))
        .isEqualTo(golden("fallback.json"));
  }

  @Test
  void tellsOfAnOptOutByTheTextItCameBy() {
    var inbound =
        new InboundMessage(
                Fixtures.WORKSPACE,
                MessageType.IMESSAGE,
                new PhoneNumber("+12025550100"),
                Content.text("Stop texting me"),
                "IN-1",
                Fixtures.NOW,
                Belonging.unknown())
            .received(Fixtures.NOW, "cor-1");

    var body = payload.render(event(EventName.CONTACT_OPTED_OUT, inbound, OPTED_OUT));

    assertThat(body)
        .startsWith(
            "{\"event\":\"contact.opted_out\",\"timestamp\":\"2027-03-12T12:00:00.123Z\","
                + "\"workspaceId\":\"org_sample\",\"messageId\":\""
                + inbound.id()
                + "\",\"message\":\"Stop texting me\",")
        .contains(
            "\"data\":{\"phone\":\"+12025550100\",\"email\":null,\"keyword\":\"STOP TEXTING\","
                + "\"dncId\":\"dnc-1\",\"cancelledCount\":3},\"type\":\"contact.opted_out\"");
  }

  @Test
  void namesNoMessageWhereAnOptOutCameByNoText() {
    var body = payload.render(event(EventName.CONTACT_OPTED_OUT, aMessage(), OPTED_OUT));

    assertThat(body).doesNotContain("\"messageId\"").doesNotContain("\"message\"");
  }

  @Test
  void writesAReasonThatIsMissingAsNull() {
    var facts = Map.<String, Object>of("reason", Optional.empty(), "scheduledDate", Fixtures.NOW);

    var body = payload.render(event(EventName.MESSAGE_SCHEDULED, aMessage(), facts));

    assertThat(body)
        .contains("\"data\":{\"scheduledDate\":\"2027-03-12T12:00:00.123Z\",\"reason\":null}");
  }

  @Test
  void namesTheLeadWithTheMessagesOwnCrmIdsFirst() {
    var message = Fixtures.aMessage().withEverything().build();
    var lead = Fixtures.aLead().withEverything().build();
    var event =
        new MessageEvent(
            "evt_1",
            EventName.MESSAGE_SENT,
            2,
            Fixtures.NOW,
            message,
            Optional.of(lead),
            Optional.of("owner@example.com"),
            Map.of());

    var body = payload.render(event);

    assertThat(body)
        .contains("\"leadId\":\"" + lead.id() + "\",\"lead\":{\"_id\":\"" + lead.id() + "\"")
        .contains("\"contactOwnerEmail\":\"owner@example.com\"")
        .contains(
            "\"ghlContactId\":\"ghl-1\",\"ghlLocationId\":\"loc-1\","
                + "\"hsPortalId\":\"p-1\",\"hsContactId\":\"hs-1\",\"data\":{}");
  }

  @Test
  void takesTheLeadsCrmIdsWhereTheMessageHasNone() {
    var lead = Fixtures.aLead().withEverything().build();
    var event =
        new MessageEvent(
            "evt_1",
            EventName.MESSAGE_SENT,
            1,
            Fixtures.NOW,
            aMessage(),
            Optional.of(lead),
            Optional.empty(),
            Map.of());

    var body = payload.render(event);

    var ghl = lead.integrationIds().ghlRecordId().orElseThrow();
    assertThat(body).contains("\"contactOwnerEmail\":null,\"ghlContactId\":\"" + ghl + "\"");
  }

  @ParameterizedTest
  @EnumSource(EventName.class)
  void rendersEqualFactsToEqualBytes(EventName name) {
    var facts = Map.<String, Object>of("z", "1", "reason", "2", "error", "3", "a", "4");

    var once = EventData.tree(name, facts);
    var again = EventData.tree(name, new TreeMap<>(facts));

    assertThat(List.copyOf(once.keySet())).isEqualTo(List.copyOf(again.keySet()));
  }

  @Test
  void survivesEcmaScriptsParseAndStringify() throws Exception {
    var torn = Fixtures.UNICODE + "\ud800";
    var message = Fixtures.aMessage().withEverything().withText(torn).build();
    var facts = Map.<String, Object>of("error", "\u0001\u2029</script> \\u0041 " + torn);
    var event =
        new MessageEvent(
            "evt_1",
            EventName.MESSAGE_FAILED,
            3,
            Fixtures.NOW,
            message,
            Optional.of(Fixtures.aLead().withEverything().build()),
            Optional.empty(),
            facts);

    var body = payload.render(event);

    assertThat(throughNode(body)).isEqualTo(body);
  }

  private static Message aMessage() {
    return Fixtures.aMessage().build();
  }

  private static MessageEvent event(EventName name, Message message, Map<String, Object> facts) {
    return new MessageEvent(
        "evt_1", name, 2, Fixtures.NOW, message, Optional.empty(), Optional.empty(), facts);
  }

  private static String golden(String name) throws IOException {
    try (var file = WebhookPayloadTest.class.getResourceAsStream("/events/" + name)) {
      return new String(file.readAllBytes(), UTF_8).strip();
    }
  }

  private static String throughNode(String body) throws Exception {
    var script =
        "let s='';process.stdin.setEncoding('utf8').on('data',d=>s+=d)"
            + ".on('end',()=>process.stdout.write(JSON.stringify(JSON.parse(s))))";
    Process node;
    try {
      node = new ProcessBuilder("node", "-e", script).start();
    } catch (IOException e) {
      assumeTrue(false, "node is not installed: " + e.getMessage());
      throw e;
    }
    try (var in = node.getOutputStream()) {
      in.write(body.getBytes(UTF_8));
    }
    var answer = new String(node.getInputStream().readAllBytes(), UTF_8);
    assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return answer;
  }
}
