package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of a line's sends lately. */
abstract class LineTalliesContract {

  private static final String LINE = id(0x71);
  private static final String OTHER = id(0x72);
  private static final Instant SINCE = NOW.minusSeconds(3_600);

  private MessageStore messages;
  private int numbers;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @Test
  void countsWhatEndedAndWhatFailedInARow() {
    failed(LINE, NOW.plusSeconds(1));
    sent(LINE, NOW.plusSeconds(2));
    failed(LINE, NOW.plusSeconds(4));
    failed(LINE, NOW.plusSeconds(3));
    failed(OTHER, NOW);
    failed(OTHER, NOW);

    assertThat(tallies(LINE, OTHER, id(0x73)))
        .isEqualTo(Map.of(LINE, new LineTally(4, 3, 2), OTHER, new LineTally(2, 2, 2)));
  }

  @Test
  void countsNoFailureInARowAfterASuccess() {
    failed(LINE, NOW);
    sent(LINE, NOW.plusSeconds(1));

    assertThat(tallies(LINE)).isEqualTo(Map.of(LINE, new LineTally(2, 1, 0)));
  }

  @Test
  void countsFromTheInstantOn() {
    sent(LINE, SINCE);
    sent(LINE, SINCE.minusMillis(1));
    failed(LINE, SINCE.minusMillis(1));

    assertThat(tallies(LINE)).isEqualTo(Map.of(LINE, new LineTally(1, 0, 0)));
  }

  @Test
  void leavesOutOtherWorkspacesAndWhatWasNeverSent() {
    var theirs = insert(aSendingMessage("s-0").fromLine(LINE).inWorkspace(OTHER_WORKSPACE), "s-0");
    record("s-0", theirs.sent("p:0/1", NOW));
    insert(aMessage().fromLine(LINE).withStatus(MessageStatus.FAILED), "none");
    insert(aMessage().fromLine(LINE), "none");
    insert(aSendingMessage("s-2").fromLine(LINE), "s-2");

    assertThat(tallies(LINE)).isEmpty();
  }

  @Test
  void countsALateFailureAsOne() {
    var sent = sent(LINE, NOW);
    messages.amend(
        MessageStatus.SENT, sent.failed("Carrier said no", NOW.plusSeconds(60)), List.of());

    assertThat(tallies(LINE)).isEqualTo(Map.of(LINE, new LineTally(1, 1, 1)));
  }

  private Map<String, LineTally> tallies(String... lines) {
    return messages.tallies(WORKSPACE, List.of(lines), SINCE);
  }

  private Message sent(String line, Instant at) {
    var send = "s-" + numbers;
    var message = insert(aSendingMessage(send).fromLine(line), send).sent("g-" + send, at);
    record(send, message);
    return message;
  }

  private void failed(String line, Instant at) {
    var send = "s-" + numbers;
    record(send, insert(aSendingMessage(send).fromLine(line), send).failed("No", at));
  }

  private void record(String sendId, Message after) {
    assertThat(messages.record(sendId, after, Optional.empty(), List.of())).isTrue();
  }

  private Message insert(MessageBuilder builder, String sendId) {
    var message = builder.withId(id(0x2000 + numbers++)).build();
    assertThat(messages.insert(message, Optional.of("device:" + sendId), List.of())).isTrue();
    return message;
  }
}
