package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.aText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.event.EventName;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.harness.FakeRelay;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.harness.WatchedStores;
import io.tuco.core.harness.WatchedStores.Side;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.workspace.AnswerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that dies between any two writes of an opt-out: taking the text again completes it. */
final class OptOutCrashStoryTest {

  private static final PhoneNumber ADAS = new PhoneNumber(ADA);
  private static final int STOP_WRITES = 5;
  private static final int START_WRITES = 3;

  private final WatchedStores stores = new WatchedStores();
  private final TucoHarness tuco =
      TucoHarness.at("2027-03-12T15:00:00Z", DispatchSettings.documented(), stores);

  static Stream<Arguments> deaths() {
    return sides(STOP_WRITES);
  }

  static Stream<Arguments> startDeaths() {
    return sides(START_WRITES);
  }

  private static Stream<Arguments> sides(int writes) {
    return Stream.iterate(1, write -> write + 1)
        .limit(writes)
        .flatMap(write -> Stream.of(Side.values()).map(side -> Arguments.of(write, side)));
  }

  private Message hears(String id, String text) {
    var inbound =
        new InboundMessage(
                tuco.workspace().id(),
                MessageType.IMESSAGE,
                ADAS,
                Content.text(text),
                id,
                tuco.now(),
                new Belonging(Optional.of(tuco.line().id()), Optional.empty(), Optional.empty()))
            .received(tuco.now(), "cor-1");
    stores.messages().insert(inbound, Optional.empty(), List.of());
    return inbound;
  }

  private void takes(Message inbound) {
    tuco.engine().optOutReplies().take(inbound, tuco.now());
  }

  private List<String> toAda() {
    return tuco.relay().textsTo(ADA).stream().map(FakeRelay.Sent::text).toList();
  }

  private List<OutboxEvent> events() {
    return stores.messages().undrained(100).stream()
        .flatMap(box -> box.events().stream())
        .filter(event -> event.name() == EventName.CONTACT_OPTED_OUT)
        .distinct()
        .toList();
  }

  @Test
  void writesAsOftenAsTheTestsBelowDie() {
    tuco.submits(aText("waiting"));
    var stop = hears("IN-1", "stop");
    var before = stores.writes().size();

    takes(stop);

    assertThat(stores.writes().subList(before, stores.writes().size()))
        .containsExactly("add", "endWaiting", "insert", "countOptOut", "amend")
        .hasSize(STOP_WRITES);
    tuco.passes(Duration.ofMinutes(2));
    var start = hears("IN-2", "start");
    var then = stores.writes().size();
    takes(start);
    assertThat(stores.writes().subList(then, stores.writes().size()))
        .containsExactly("amend", "remove", "insert")
        .hasSize(START_WRITES);
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void completesAStop(int write, Side side) {
    var waiting = tuco.submits(aText("waiting"));
    var stop = hears("IN-1", "stop");

    stores.dieAt(write, side);
    assertThat(catchThrowable(() -> takes(stop))).isNotNull();
    tuco.restartsAfterACrash();
    takes(stop);
    tuco.passes(Duration.ofMinutes(5));
    takes(stop);
    tuco.passes(Duration.ofMinutes(5));

    assertThat(tuco.message(waiting).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(stores.doNotContact().find(tuco.workspace().id(), List.of(ADAS))).hasSize(1);
    assertThat(events()).extracting(OutboxEvent::seq).containsExactly(1L);
    assertThat(toAda()).containsExactly(AnswerTexts.standard().confirmation());
  }

  @ParameterizedTest
  @MethodSource("startDeaths")
  void completesAStart(int write, Side side) {
    takes(hears("IN-1", "stop"));
    tuco.passes(Duration.ofMinutes(5));
    var start = hears("IN-2", "start");

    stores.dieAt(write, side);
    assertThat(catchThrowable(() -> takes(start))).isNotNull();
    tuco.restartsAfterACrash();
    takes(start);
    tuco.passes(Duration.ofMinutes(5));

    var texts = AnswerTexts.standard();
    assertThat(stores.doNotContact().find(tuco.workspace().id(), List.of(ADAS))).isEmpty();
    assertThat(toAda()).containsExactly(texts.confirmation(), texts.start());
  }
}
