package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aMailTo;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.anSms;
import static io.tuco.core.story.Requests.ofType;
import static io.tuco.core.story.Requests.withFiles;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.FakeRelay;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.harness.WatchedStores;
import io.tuco.core.harness.WatchedStores.Side;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies on either side of any write loses nothing and doubles nothing. */
final class CrashStoryTest {

  private final WatchedStores stores = new WatchedStores();
  private final TucoHarness tuco =
      TucoHarness.at("2027-03-12T15:00:00Z", DispatchSettings.documented(), stores);

  @BeforeEach
  void restsOnlyForTheDevice() {
    tuco.lineIsLimitedTo(new LineLimits(50, 75, 50, Duration.ZERO));
  }

  static Stream<Arguments> everyWriteOfASend() {
    return points(6);
  }

  static Stream<Arguments> everyWriteOfAFallback() {
    return points(12);
  }

  private static Stream<Arguments> points(int writes) {
    return IntStream.rangeClosed(1, writes)
        .boxed()
        .flatMap(write -> Arrays.stream(Side.values()).map(side -> Arguments.of(write, side)));
  }

  private MessageStatus statusOf(String id) {
    return tuco.message(id).status();
  }

  private int usedOf(String laneId, String lineId) {
    return stores.lanes().find(laneId).orElseThrow().usageOf(lineId).total();
  }

  private void crashesAndComesBack() {
    tuco.passes(Duration.ofMinutes(1));
    tuco.restartsAfterACrash();
    tuco.engine().followUps().sweep();
    tuco.passes(Duration.ofMinutes(30));
    tuco.engine().followUps().sweep();
    tuco.passes(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @MethodSource("everyWriteOfASend")
  void sendsOnceWhateverWriteItDiedAt(int write, Side side) {
    var id = tuco.submits(aText("hello"));
    var next = tuco.submits(aTextTo(BOB, "next"));
    stores.dieAt(write, side);

    crashesAndComesBack();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(statusOf(next)).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
    assertThat(tuco.relay().textsTo(BOB)).hasSize(1);
    assertThat(stores.lanes().inFlight()).isEmpty();
    assertThat(usedOf(tuco.line().laneId(), tuco.line().id())).isEqualTo(2);
    assertThat(stores.messages().owingFollowUp(9)).isEmpty();
  }

  // The second process dies while it clears up after the first.
  @ParameterizedTest
  @MethodSource("everyWriteOfASend")
  void sendsOnceThroughTwoDeaths(int write, Side side) {
    for (var second = 1; second <= 6; second++) {
      var again = new CrashStoryTest();
      again.restsOnlyForTheDevice();
      again.sendsOnceThroughTwoDeaths(write, side, second);
    }
  }

  private void sendsOnceThroughTwoDeaths(int write, Side side, int second) {
    var id = tuco.submits(aText("hello"));
    tuco.relay().swallowsTheAnswerButDelivers();
    stores.dieAt(write, side);
    tuco.passes(Duration.ofMinutes(1));
    tuco.restartsAfterACrash();
    stores.dieAt(second, side);

    crashesAndComesBack();
    crashesAndComesBack();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
    assertThat(stores.lanes().inFlight()).isEmpty();
    assertThat(usedOf(tuco.line().laneId(), tuco.line().id())).isOne();
  }

  @ParameterizedTest
  @MethodSource("everyWriteOfAFallback")
  void textsOnceAfterAFallbackWhateverWriteItDiedAt(int write, Side side) {
    tuco.workspaceBecomes(Requests::withTexts);
    tuco.relay().hasNoIMessageFor(ADA);
    var id = tuco.submits(aText("hello"));
    stores.dieAt(write, side);

    crashesAndComesBack();

    // A look-up that the crash cut off is not repeated: it may have been more than a look-up.
    assertThat(statusOf(id)).isIn(MessageStatus.FALLBACK, MessageStatus.SENT);
    assertThat(tuco.twilio().sent().size() + tuco.relay().sent().size()).isOne();
    assertThat(stores.lanes().inFlight()).isEmpty();
    assertThat(usedOf(tuco.line().laneId(), tuco.line().id()))
        .isEqualTo(tuco.relay().sent().size());
  }

  @ParameterizedTest
  @MethodSource("everyWriteOfAFallback")
  void sendsEveryPartOnceWhateverWriteItDiedAt(int write, Side side) {
    var id = tuco.submits(withFiles(aText("hello"), "a.png"));
    stores.dieAt(write, side);

    crashesAndComesBack();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().sent().stream().map(FakeRelay.Sent::text))
        .containsExactly("hello", "a.png");
    assertThat(usedOf(tuco.line().laneId(), tuco.line().id())).isOne();
  }

  @ParameterizedTest
  @MethodSource("everyWriteOfAFallback")
  void cancelsWhoeverOptedOutWhateverWriteItDiedAt(int write, Side side) {
    var id = tuco.submits(aText("hello"));
    stores.doNotContact().add(Requests.doNotContact(tuco.workspace().id(), ADA));
    stores.dieAt(write, side);

    crashesAndComesBack();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.CANCELLED);
    assertThat(tuco.relay().sent()).isEmpty();
    assertThat(usedOf(tuco.line().laneId(), tuco.line().id())).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void publishesEveryEventOrLeavesItToBePublished(boolean left) {
    tuco.relay().crashesTheCaller(left);
    tuco.submits(aText("hello"));

    crashesAndComesBack();

    assertThat(tuco.published()).containsExactly(EventName.MESSAGE_SENT);
  }

  @Nested
  class OfAnSmsLineWithSeveralSlots {

    private static final String LINE = Fixtures.id(0x75);

    @BeforeEach
    void hasAnSmsLine() {
      stores
          .lines()
          .insert(
              Fixtures.aLine()
                  .withId(LINE)
                  .withPhone("+12025550175")
                  .overSms(Fixtures.anSmsAccount())
                  .limitedTo(new LineLimits(50, 75, 50, Duration.ZERO))
                  .build());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesOverEverySlotAndSettlesEachSend(boolean left) {
      var ids = List.of(anSms("one"), ofType("sms", aTextTo(BOB, "two"))).stream();
      var sent = ids.map(tuco::submits).toList();
      tuco.twilio().isSilent(true);
      tuco.twilio().swallowsTheAnswerButDelivers();
      tuco.twilio().crashesTheCaller(left);
      tuco.runsDueWork();
      var open = stores.lanes().find("line:" + LINE).orElseThrow().inFlight();

      tuco.restartsAfterACrash();
      tuco.twilio().isSilent(false);
      tuco.passes(Duration.ofMinutes(10));

      assertThat(open).hasSize(2);
      assertThat(sent).allMatch(id -> statusOf(id) == MessageStatus.SENT);
      assertThat(tuco.twilio().sent()).hasSize(2);
      assertThat(stores.lanes().inFlight()).isEmpty();
      assertThat(usedOf("line:" + LINE, LINE)).isEqualTo(2);
    }
  }

  /** Its answer is lost, so that it is repeated after a quarter of an hour. */
  @Nested
  class OfAMailbox {

    private static final String LINE = Fixtures.id(0x76);

    static Stream<Arguments> everyWriteOfARepeatedMail() {
      return points(9);
    }

    @BeforeEach
    void hasAMailbox() {
      stores
          .lines()
          .insert(
              Fixtures.aLine()
                  .withId(LINE)
                  .withoutPhone()
                  .withEmail("clinic@example.com")
                  .overMail(Fixtures.aMailAccount())
                  .limitedTo(new LineLimits(500, 500, 0, Duration.ZERO))
                  .build());
    }

    @ParameterizedTest
    @MethodSource("everyWriteOfARepeatedMail")
    void countsEveryMailThatArrivedWhateverWriteItDiedAt(int write, Side side) {
      tuco.mail().swallowsTheAnswerButDelivers();
      tuco.submits(aMailTo("ada@example.com", "hello"));
      stores.dieAt(write, side);

      tuco.passes(Duration.ofMinutes(16));
      tuco.restartsAfterACrash();
      tuco.passes(Duration.ofMinutes(30));

      assertThat(tuco.mail().sent()).hasSizeBetween(1, 2);
      assertThat(stores.lanes().inFlight()).isEmpty();
      assertThat(usedOf("line:" + LINE, LINE)).isBetween(tuco.mail().sent().size(), 2);
    }
  }
}
