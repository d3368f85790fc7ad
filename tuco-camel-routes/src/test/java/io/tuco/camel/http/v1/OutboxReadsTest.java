package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Reasons;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** {@code GET /v1/outbox}: the words for what a message is (/v1 contract, section 6). */
final class OutboxReadsTest extends V1Shelf {

  private static final String ID = id(0xb0b);
  private static final String ITEM = "/v1/outbox?id=obx_" + ID;
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void isPendingWhileItWaits() {
    insert(aMessage().withId(ID).dueAt(LATER).build());

    assertThat(get(ITEM).body())
        .contains(
            "\"id\":\"obx_" + ID + "\"",
            "\"line_id\":\"ln_" + ApiWorld.LINE + "\"",
            "\"status\":\"pending\"",
            "\"error\":null,\"attempts\":0,\"max_attempts\":5",
            "\"created_at\":" + NOW.toEpochMilli(),
            "\"completed_at\":null",
            "\"next_attempt_at\":" + LATER.toEpochMilli())
        .doesNotContain("outcome");
  }

  @Test
  void isClaimedWhileItIsSentAndSaysWhenNobodyKnows() {
    insert(sending());
    assertThat(get(ITEM).body())
        .contains("\"status\":\"claimed\"", "\"completed_at\":null")
        .doesNotContain("outcome");

    open(sending -> sending.unknown(LATER, LATER));
    assertThat(get(ITEM).body()).contains("\"status\":\"claimed\"", "\"outcome\":\"unknown\"");
  }

  @Test
  void isSentWhenTheProviderTookItAndStaysSoWhenItArrives() {
    insert(sending().sent("guid-1", LATER).delivered(LATER.plusSeconds(5), LATER.plusSeconds(6)));

    assertThat(get(ITEM).body())
        .contains(
            "\"status\":\"sent\",",
            "\"error\":null,\"attempts\":1",
            "\"completed_at\":" + LATER.toEpochMilli());
  }

  @Test
  void isFailedWithTheErrorOfTheMessage() {
    insert(sending().failed("Twilio refused it (21211)", LATER));

    assertThat(get(ITEM).body())
        .contains(
            "\"status\":\"failed\"",
            "\"error\":\"Twilio refused it (21211)\"",
            "\"completed_at\":" + LATER.toEpochMilli());
  }

  @Test
  void isFailedWhereThereIsNoIMessage() {
    insert(sending().fellBack(LATER));

    assertThat(get(ITEM).body())
        .contains("\"status\":\"failed\"", "\"error\":\"Recipient is not available on iMessage.\"");
  }

  @Test
  void isFailedWhereItWasCancelled() {
    insert(aMessage().withId(ID).build().cancelled(Reasons.CANCELLED, LATER));

    assertThat(get(ITEM).body())
        .contains("\"status\":\"failed\"", "\"error\":\"Cancelled: Cancelled by request.\"");
  }

  @Test
  void isSentAfterAllOnLateProof() {
    insert(sending().failed("No answer", LATER).sent("guid-1", LATER.plusSeconds(9)));

    assertThat(get(ITEM).body())
        .contains(
            "\"status\":\"sent\"",
            "\"error\":null",
            "\"completed_at\":" + LATER.plusSeconds(9).toEpochMilli());
  }

  @Test
  void knowsNeitherMailNorWhatCameIn() {
    insert(aMessage().withId(ID).ofType(MessageType.EMAIL).build());
    insert(aMessage().withId(id(0xb0c)).receivedAs("guid-9").build());

    assertThat(get(ITEM).body()).contains(code("outbox_item_not_found"));
    assertThat(get("/v1/outbox?id=obx_" + id(0xb0c)).body())
        .contains(code("outbox_item_not_found"));
  }

  @Test
  void keepsItFromAKeyOfAnotherLine() {
    insert(aMessage().withId(ID).build());

    var answer = get(ITEM, world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE)));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains(code("line_not_accessible"));
  }

  private static Message sending() {
    return aSendingMessage("send-1").withId(ID).build();
  }

  private void insert(Message message) {
    world.stores().messages().insert(message, Optional.of("device:" + id(0xd1)), List.of());
  }

  private void open(UnaryOperator<Message> change) {
    var before = world.stores().messages().find(WORKSPACE, ID).orElseThrow();
    var after = change.apply(before);
    assertThat(world.stores().messages().record("send-1", after, Optional.empty(), List.of()))
        .isTrue();
  }
}
