package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.DeviceMessage.Changes;
import io.tuco.core.intake.DeviceMessage.Context;
import io.tuco.core.intake.DeviceMessage.Receipts;
import io.tuco.core.intake.InboxLook;
import io.tuco.core.intake.InboxPage;
import io.tuco.core.intake.InboxQuestion;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.ReplyFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looks at a device find what its callbacks lost, once (relay contract, section 6). */
final class DeviceInboxTest {

  private final TucoHarness tuco = TucoHarness.at(NOW.toString());
  private final DeviceInbox inbox = tuco.engine().deviceInbox();

  private Device device() {
    return tuco.device();
  }

  private static DeviceMessage row(int number, Instant at) {
    return new DeviceMessage(
        "G-" + number,
        false,
        Optional.empty(),
        Optional.of("+12025550" + (100 + number % 900)),
        "number " + number,
        List.of(),
        at,
        Receipts.none(),
        Changes.none(),
        Context.none(),
        0);
  }

  private static InboxPage page(DeviceMessage... rows) {
    return InboxPage.of(List.of(rows), rows.length);
  }

  private InboxLook look() {
    return inbox.look(device(), tuco.now());
  }

  private long replies() {
    return tuco.stores()
        .replies()
        .page(tuco.workspace().id(), ReplyFilter.everything(), new PageRequest(1, 1))
        .totalCount();
  }

  @Test
  void beginsAtTheFirstLookAndNotInTheDevicesPast() {
    assertThat(look().question().orElseThrow().after()).isEqualTo(NOW.minus(DeviceInbox.OVERLAP));
    assertThat(tuco.stores().inbox().heardUpTo(device().id())).contains(NOW);
  }

  @Test
  void findsWhatACallbackLostAndTellsNothingTwice() {
    tuco.engine().deviceNews().heard(device().id(), row(1, NOW), NOW);

    var after = inbox.take(look(), page(row(1, NOW), row(2, NOW.minusSeconds(9))), NOW);

    assertThat(after.question()).isEmpty();
    assertThat(replies()).isEqualTo(2);
    inbox.take(look(), page(row(1, NOW), row(2, NOW.minusSeconds(9))), NOW);
    assertThat(replies()).isEqualTo(2);
    assertThat(tuco.published()).hasSize(2);
  }

  @Test
  void goesOnWhereItEndedLessTheOverlap() {
    inbox.take(look(), page(row(1, NOW.plusSeconds(100))), NOW.plusSeconds(200));

    assertThat(look().question().orElseThrow().after())
        .isEqualTo(NOW.plusSeconds(100).minus(DeviceInbox.OVERLAP));
  }

  @Test
  void isNotLedIntoTheFutureByADevicesClock() {
    inbox.take(look(), page(row(1, NOW.plus(Duration.ofDays(400)))), NOW.plusSeconds(1));

    assertThat(tuco.stores().inbox().heardUpTo(device().id())).contains(NOW.plusSeconds(1));
  }

  @Test
  void doesNotTakeASilenceForTheEnd() {
    look();

    var after = inbox.take(look(), InboxPage.silence(), NOW.plusSeconds(60));

    assertThat(after.question()).isEmpty();
    assertThat(after.whole()).isFalse();
    assertThat(tuco.stores().inbox().heardUpTo(device().id())).contains(NOW);
  }

  @Test
  void readsPageAfterPage() {
    var full =
        IntStream.range(0, InboxQuestion.LIMIT)
            .mapToObj(number -> row(number, NOW.plusSeconds(number)))
            .toArray(DeviceMessage[]::new);

    var second = inbox.take(look(), page(full), NOW.plusSeconds(999));

    assertThat(second.question()).map(InboxQuestion::offset).contains(InboxQuestion.LIMIT);
    assertThat(tuco.stores().inbox().heardUpTo(device().id())).contains(NOW);
    inbox.take(second, page(row(500, NOW.plusSeconds(500))), NOW.plusSeconds(999));
    assertThat(replies()).isEqualTo(InboxQuestion.LIMIT + 1);
    assertThat(tuco.stores().inbox().heardUpTo(device().id())).contains(NOW.plusSeconds(500));
  }

  @Test
  void looksForReceiptsOfADayNowAndThen() {
    look();

    var usual = inbox.look(device(), NOW.plus(DeviceInbox.RECEIPTS_EVERY).minusMillis(1));
    var far = inbox.look(device(), NOW.plus(DeviceInbox.RECEIPTS_EVERY));
    var next = inbox.look(device(), NOW.plus(DeviceInbox.RECEIPTS_EVERY).plusSeconds(60));

    assertThat(after(usual)).isEqualTo(NOW.minus(DeviceInbox.OVERLAP));
    assertThat(after(far))
        .isEqualTo(NOW.plus(DeviceInbox.RECEIPTS_EVERY).minus(DeviceInbox.RECEIPTS));
    assertThat(after(next)).isEqualTo(NOW.minus(DeviceInbox.OVERLAP));
  }

  @Test
  void looksFarAtOnceWhereAnotherProcessLookedBefore() {
    look();
    var restarted = new DeviceInbox(tuco.stores(), tuco.engine().deviceNews(), "node-b");

    assertThat(after(restarted.look(device(), NOW.plusSeconds(60))))
        .isEqualTo(NOW.plusSeconds(60).minus(DeviceInbox.RECEIPTS));
  }

  @Test
  void hearsAReceiptThatWasLostForHoursAndNothingThatIsOlderThanUs() {
    var id =
        tuco.submits(
            SubmitMessage.text("hello", RecipientWords.nobody().withPhone("+12025550100")));
    tuco.runsDueWork();
    var guid = tuco.message(id).progress().externalId().orElseThrow();
    look();
    var later = NOW.plus(Duration.ofHours(3));
    tuco.stores().inbox().hearUpTo(device().id(), later);
    var far = inbox.look(device(), later);

    inbox.take(far, page(delivered(guid, NOW, later), row(2, NOW.minusSeconds(3_600))), later);

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.DELIVERED);
    assertThat(replies()).isZero();
  }

  private static Instant after(InboxLook look) {
    return look.question().orElseThrow().after();
  }

  private static DeviceMessage delivered(String guid, Instant writtenAt, Instant deliveredAt) {
    return new DeviceMessage(
        guid,
        true,
        Optional.empty(),
        Optional.empty(),
        "ours",
        List.of(),
        writtenAt,
        new Receipts(true, Optional.of(deliveredAt), Optional.empty()),
        Changes.none(),
        Context.none(),
        0);
  }

  @Test
  void leavesADeviceToTheNodeThatLooksAtIt() {
    var devices = List.of(device());
    var other = new DeviceInbox(tuco.stores(), tuco.engine().deviceNews(), "node-b");

    assertThat(inbox.due(devices, NOW)).hasSize(1);
    assertThat(other.due(devices, NOW.plusSeconds(1))).isEmpty();
    assertThat(inbox.due(devices, NOW.plusSeconds(60))).hasSize(1);
    assertThat(other.due(devices, NOW.plusSeconds(61))).isEmpty();

    assertThat(other.due(devices, NOW.plusSeconds(60).plus(DeviceInbox.DUTY))).hasSize(1);
    assertThat(inbox.due(devices, NOW.plusSeconds(60).plus(DeviceInbox.DUTY))).isEmpty();
  }

  @Test
  void looksAtWhatAnswersOnceAMinute() {
    var devices = List.of(device());

    assertThat(inbox.due(devices, NOW)).hasSize(1);
    assertThat(inbox.due(devices, NOW.plusSeconds(59))).isEmpty();
    assertThat(inbox.due(devices, NOW.plusSeconds(60))).hasSize(1);
  }

  @Test
  void looksAtADeviceThatIsBackAtOnceAndAtNoneThatIsAway() {
    var away = List.of(device().withHealth(SenderHealth.unknown()));

    assertThat(inbox.due(away, NOW)).isEmpty();
    assertThat(inbox.due(List.of(device()), NOW.plusMillis(1))).hasSize(1);
  }

  @Test
  void waitsForTheFirstLineOfADevice() {
    var bare = Fixtures.aDevice().withId(Fixtures.id(0xbabe)).build();
    var devices = List.of(bare.withHealth(SenderHealth.healthy(true, NOW)));

    assertThat(inbox.due(devices, NOW)).isEmpty();
    tuco.stores()
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(Fixtures.id(0xcafe))
                .withPhone("+12025550188")
                .onDevice(bare.id())
                .build());
    assertThat(inbox.due(devices, NOW.plusSeconds(5))).hasSize(1);
  }
}
