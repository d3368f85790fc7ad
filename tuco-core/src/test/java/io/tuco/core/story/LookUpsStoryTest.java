package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.CAROL;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.timing.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Look-ups are remembered, rationed, and never the reason that a message fails (answer 10). */
final class LookUpsStoryTest {

  private static final LineLimits NO_CONTACT_GAP = new LineLimits(50, 75, 50, Duration.ZERO);

  private final TucoHarness tuco = lookingUp(300);

  private static TucoHarness lookingUp(int timesADay) {
    var documented = DispatchSettings.documented();
    var settings =
        new DispatchSettings(
            RetryPolicy.documented(),
            RetryPolicy.documentedForMail(),
            documented.lives(),
            Optional.empty(),
            4,
            timesADay);
    var tuco = TucoHarness.at("2027-03-12T15:00:00Z", settings, new InMemoryStores());
    tuco.lineIsLimitedTo(NO_CONTACT_GAP);
    return tuco;
  }

  private static void isUnableToLookUp(TucoHarness tuco) {
    tuco.stores()
        .devices()
        .updateHealth(tuco.device().id(), SenderHealth.healthy(false, tuco.now()));
  }

  private void hasAnotherDevice(int number, SenderHealth health) {
    var device = Fixtures.aDevice().withId(Fixtures.id(number)).withHealth(health).build();
    tuco.stores().devices().insert(device);
    tuco.stores()
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(Fixtures.id(number + 0x100))
                .onDevice(device.id())
                .withPhone("+12025557%03d".formatted(number))
                .build());
  }

  @Test
  void asksOnceADayForAnAddressThatHasIMessage() {
    tuco.submits(aText("one"));
    tuco.passes(Duration.ofHours(23));
    tuco.submits(aText("two"));
    tuco.runsDueWork();
    var before = tuco.relay().checked();
    tuco.passes(Duration.ofHours(2));
    tuco.submits(aText("three"));
    tuco.runsDueWork();

    assertThat(before).containsExactly(ADA);
    assertThat(tuco.relay().checked()).containsExactly(ADA, ADA);
    assertThat(tuco.relay().textsTo(ADA)).hasSize(3);
  }

  @Test
  void asksAgainAfterSixHoursForAnAddressThatHasNone() {
    tuco.relay().hasNoIMessageFor(ADA);
    tuco.submits(aText("one"));
    tuco.passes(Duration.ofHours(5));
    var known = tuco.submits(aText("two"));
    tuco.runsDueWork();
    var before = tuco.relay().checked();
    tuco.passes(Duration.ofHours(2));
    tuco.submits(aText("three"));
    tuco.runsDueWork();

    assertThat(tuco.message(known).status()).isEqualTo(MessageStatus.FALLBACK);
    assertThat(tuco.message(known).checkedAddresses()).containsExactly(ADA);
    assertThat(before).containsExactly(ADA);
    assertThat(tuco.relay().checked()).containsExactly(ADA, ADA);
  }

  @Test
  void sendsUnaskedOnceTheDaysBudgetIsSpent() {
    var tuco = lookingUp(1);
    tuco.submits(aText("hello"));
    var second = tuco.submits(aTextTo(BOB, "hello"));

    tuco.passes(Duration.ofMinutes(1));

    assertThat(tuco.relay().checked()).containsExactly(ADA);
    assertThat(tuco.message(second).status()).isEqualTo(MessageStatus.SENT);
    tuco.passes(Duration.ofHours(10));
    tuco.submits(aTextTo(CAROL, "hello"));
    tuco.runsDueWork();
    assertThat(tuco.relay().checked()).containsExactly(ADA, CAROL);
  }

  @Test
  void givesLookUpsBackThatWereNotMade() {
    tuco.submits(SubmitMessage.text("hello", Requests.adaWithSecondPhone("+12025550101")));

    tuco.runsDueWork();

    var lane = tuco.stores().lanes().find(tuco.line().laneId()).orElseThrow();
    assertThat(tuco.relay().checked()).containsExactly(ADA);
    assertThat(lane.usageOf(tuco.line().id()).lookUps()).isOne();
  }

  @Test
  void asksTheWorkspacesOtherDevicesInTurnWhereItsOwnCannot() {
    isUnableToLookUp(tuco);
    hasAnotherDevice(0xd2, SenderHealth.healthy(true, tuco.now()));
    hasAnotherDevice(0xd3, SenderHealth.healthy(true, tuco.now()));
    hasAnotherDevice(0xd4, SenderHealth.healthy(false, tuco.now()));
    hasAnotherDevice(0xd5, SenderHealth.healthy(true, tuco.now()).down("gone", tuco.now()));
    var line = tuco.line().id();
    tuco.submits(aText("hello").from(line));
    tuco.submits(aTextTo(BOB, "hello").from(line));
    tuco.submits(aTextTo(CAROL, "hello").from(line));

    tuco.passes(Duration.ofMinutes(2));

    assertThat(tuco.relay().askedDevices()).hasSize(3);
    assertThat(tuco.relay().askedDevices().subList(0, 2))
        .containsExactlyInAnyOrder(Fixtures.id(0xd2), Fixtures.id(0xd3));
    assertThat(tuco.relay().askedDevices().get(2)).isEqualTo(tuco.relay().askedDevices().get(0));
    assertThat(tuco.relay().sent()).hasSize(3);
  }

  @Test
  void sendsUnaskedWhereNoDeviceCanTell() {
    isUnableToLookUp(tuco);
    tuco.relay().hasNoIMessageFor(ADA);

    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    assertThat(tuco.relay().checked()).isEmpty();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void believesTheDeviceThatAnAddressHasNoneAfterAll() {
    tuco.relay().findsNoIMessageWhenSending();
    tuco.submits(aText("one"));
    tuco.runsDueWork();

    var second = tuco.submits(aText("two"));
    tuco.passes(Duration.ofMinutes(1));

    assertThat(tuco.relay().checked()).containsExactly(ADA);
    assertThat(tuco.message(second).status()).isEqualTo(MessageStatus.FALLBACK);
  }
}
