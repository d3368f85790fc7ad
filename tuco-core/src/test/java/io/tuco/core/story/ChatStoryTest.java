package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.DeviceMessage.Changes;
import io.tuco.core.intake.DeviceMessage.Context;
import io.tuco.core.intake.DeviceMessage.Receipts;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.message.Chat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which conversations a line has, and what a device tells of them (/v1 contract, section 5). */
final class ChatStoryTest {

  private static final String GROUP = "iMessage;+;chat42";

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private List<Chat> chats() {
    return tuco.stores()
        .chats()
        .ofLine(tuco.workspace().id(), tuco.line().id(), Optional.empty(), 100);
  }

  private Chat only() {
    assertThat(chats()).hasSize(1);
    return chats().get(0);
  }

  private void hears(String guid, String from, Optional<String> group) {
    tuco.engine()
        .deviceNews()
        .heard(
            tuco.device().id(),
            told(guid, false, Optional.of(from), group, Receipts.none()),
            tuco.now());
  }

  private DeviceMessage told(
      String guid,
      boolean ours,
      Optional<String> sender,
      Optional<String> group,
      Receipts receipts) {
    return new DeviceMessage(
        guid,
        ours,
        Optional.empty(),
        sender,
        "hello",
        List.of(),
        tuco.now(),
        receipts,
        Changes.none(),
        new Context(group, Optional.empty(), Optional.empty()),
        0);
  }

  private void isTyping(String person, boolean on) {
    tuco.engine().deviceNews().typed(tuco.device().id(), person, on, tuco.now());
  }

  @Test
  void beginOnceWithAPersonHoweverOftenIsWritten() {
    tuco.submits(aText("one"));
    tuco.runsDueWork();
    tuco.passes(Duration.ofMinutes(5));
    tuco.submits(aText("two"));
    tuco.runsDueWork();

    assertThat(only().identifier()).isEqualTo(ADA);
    assertThat(only().isGroup()).isFalse();
  }

  @Test
  void beginWithWhoeverWritesFirst() {
    hears("G-1", BOB, Optional.empty());
    tuco.passes(Duration.ofMinutes(1));
    hears("G-2", BOB, Optional.empty());

    assertThat(only().identifier()).isEqualTo(BOB);
  }

  @Test
  void areOneForAGroup() {
    hears("G-1", BOB, Optional.of(GROUP));
    hears("G-2", ADA, Optional.of(GROUP));

    assertThat(only().identifier()).isEqualTo(GROUP);
    assertThat(only().isGroup()).isTrue();
  }

  @Test
  void areWithTheAddressThatWasReached() {
    var second = "+12025550133";
    tuco.relay().hasNoIMessageFor(ADA);
    tuco.submits(SubmitMessage.text("hello", Requests.adaWithSecondPhone(second)));
    tuco.runsDueWork();

    assertThat(tuco.relay().sent()).hasSize(1);
    assertThat(chats()).extracting(Chat::identifier).contains(second);
  }

  @Test
  void knowThatSomebodyTypes() {
    hears("G-1", BOB, Optional.empty());

    isTyping(BOB, true);
    var begun = only().typing().orElseThrow();
    tuco.passes(Duration.ofSeconds(10));
    isTyping(BOB, false);

    assertThat(begun.isOn(tuco.now())).isTrue();
    assertThat(begun.isOn(tuco.now().plusSeconds(60))).isFalse();
    assertThat(only().typing().orElseThrow().isOn(tuco.now())).isFalse();
  }

  @Test
  void knowNothingOfAnotherDevice() {
    tuco.engine().deviceNews().typed(Fixtures.id(0xbad), BOB, true, tuco.now());

    assertThat(chats()).isEmpty();
  }

  @Test
  void knowWhenOurMessageWasReadOnceItIsTold() {
    tuco.submits(aText("hello"));
    tuco.runsDueWork();
    tuco.passes(Duration.ofMinutes(1));
    var read = new Receipts(true, Optional.of(tuco.now()), Optional.of(tuco.now()));
    var row = told("ROW-1", true, Optional.empty(), Optional.empty(), read);

    tuco.engine().deviceNews().changed(tuco.device().id(), row, tuco.now());
    tuco.engine().deviceNews().changed(tuco.device().id(), row, tuco.now());

    assertThat(only().readAt()).contains(tuco.now());
  }
}
