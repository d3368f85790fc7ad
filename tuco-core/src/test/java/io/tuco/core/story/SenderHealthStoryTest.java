package io.tuco.core.story;

import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of messages whose sender cannot serve. */
final class SenderHealthStoryTest {

  private static final String OTHER_LINE = Fixtures.id(0x72);

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private void hasASecondLine() {
    var device = Fixtures.aDevice().withId(Fixtures.id(0xd2)).build();
    tuco.stores().devices().insert(device);
    tuco.stores()
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(OTHER_LINE)
                .onDevice(device.id())
                .withPhone("+12025550172")
                .build());
  }

  private void deviceGoesDown() {
    tuco.deviceBecomes(tuco.device().health().down("no answer", tuco.now()));
  }

  private void deviceRecovers() {
    tuco.deviceBecomes(SenderHealth.healthy(true, tuco.now()));
  }

  @Test
  void waitForTheDeviceToComeBackAndSaySo() {
    var id = tuco.submits(aText("hello"));
    deviceGoesDown();

    tuco.passes(Duration.ofHours(3));
    var hold = tuco.explanationOf(id).orElseThrow();
    deviceRecovers();
    tuco.runsDueWork();

    assertThat(hold.by()).isEqualTo(HeldBy.NO_HEALTHY_LINE);
    assertThat(hold.detail()).contains("no answer");
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().sent()).hasSize(1);
  }

  @Test
  void moveToAnotherLineUnlessTheyArePinned() {
    var line = tuco.line().id();
    var movable = tuco.submits(aText("one"));
    var pinned = tuco.submits(aTextTo(1, "two").from(line));
    hasASecondLine();
    deviceGoesDown();

    tuco.passes(Duration.ofMinutes(2));

    assertThat(tuco.message(movable).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.message(movable).origin().lineId()).contains(OTHER_LINE);
    assertThat(tuco.message(pinned).status()).isEqualTo(MessageStatus.PENDING);
    assertThat(tuco.message(pinned).origin().lineId()).contains(line);
    deviceRecovers();
    tuco.runsDueWork();
    assertThat(tuco.message(pinned).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void leaveNoPinnedMessageForgottenAmongMany() {
    var line = tuco.line().id();
    tuco.lineIsLimitedTo(new LineLimits(50, 75, 50, Duration.ZERO));
    hasASecondLine();
    var pinned = new ArrayList<String>();
    for (var person = 0; person < 20; person++) {
      pinned.add(tuco.submits(aTextTo(person, "hello").from(line)));
    }
    deviceGoesDown();
    tuco.passes(Duration.ofMinutes(1));

    // Nobody wakes the lane: its own next look must find out.
    tuco.stores()
        .devices()
        .updateHealth(tuco.device().id(), SenderHealth.healthy(true, tuco.now()));
    tuco.passes(Duration.ofMinutes(11));

    assertThat(pinned).allMatch(id -> tuco.message(id).status() == MessageStatus.SENT);
  }

  @Test
  void takeASenderOutThatSaysItCannotServe() {
    tuco.relay().answers(NotSent.senderDown("Credentials were refused"));

    var id = tuco.submits(aText("hello"));
    tuco.passes(Duration.ofMinutes(5));

    assertThat(tuco.device().health().isHealthy()).isFalse();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.PENDING);
    assertThat(tuco.explanationOf(id).orElseThrow().by()).isEqualTo(HeldBy.NO_HEALTHY_LINE);
    deviceRecovers();
    tuco.runsDueWork();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void takeASenderOutAfterSevenFailuresInARow() {
    tuco.lineIsLimitedTo(new LineLimits(50, 75, 50, Duration.ZERO));
    var ids = new ArrayList<String>();
    for (var person = 0; person < 8; person++) {
      tuco.relay().refusesTheText();
      ids.add(tuco.submits(aTextTo(person, "hello")));
    }

    tuco.passes(Duration.ofSeconds(30 * 5 + 1));
    var afterSix = tuco.device().health().isHealthy();
    tuco.passes(Duration.ofSeconds(30 * 5));

    assertThat(afterSix).isTrue();
    assertThat(tuco.device().health().isHealthy()).isFalse();
    assertThat(tuco.device().health().failures().get(0)).contains("7 failed sends");
    assertThat(tuco.message(ids.get(7)).status()).isEqualTo(MessageStatus.PENDING);
  }

  @Test
  void beginToCountAnewAfterASuccess() {
    tuco.lineIsLimitedTo(new LineLimits(50, 75, 50, Duration.ZERO));
    for (var person = 0; person < 13; person++) {
      if (person == 6) {
        tuco.relay().takesTheNextSend();
      } else {
        tuco.relay().refusesTheText();
      }
      tuco.submits(aTextTo(person, "hello"));
    }

    tuco.passes(Duration.ofMinutes(7));

    assertThat(tuco.device().health().isHealthy()).isTrue();
  }

  @Nested
  class WhenTheyWaitTooLong {

    private final TucoHarness tuco = expiringAfterADay();

    private static TucoHarness expiringAfterADay() {
      var documented = DispatchSettings.documented();
      var settings =
          new DispatchSettings(
              documented.retries(),
              documented.mailRetries(),
              documented.lives(),
              Optional.of(Duration.ofDays(1)),
              documented.senderSlots(),
              documented.lookUpsPerDay());
      return TucoHarness.at("2027-03-12T15:00:00Z", settings, new InMemoryStores());
    }

    private String waitsForADeviceThatIsDown() {
      var id = tuco.submits(aText("hello"));
      tuco.deviceBecomes(tuco.device().health().down("no answer", tuco.now()));
      return id;
    }

    @Test
    void endWithTheSweep() {
      var id = waitsForADeviceThatIsDown();

      tuco.passes(Duration.ofDays(1));
      tuco.engine().expiry().sweep(tuco.now());
      var before = tuco.message(id).status();
      tuco.passes(Duration.ofMillis(1));
      tuco.engine().expiry().sweep(tuco.now());

      assertThat(before).isEqualTo(MessageStatus.PENDING);
      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.message(id).progress().errorMessage()).contains(Reasons.EXPIRED);
    }

    @Test
    void areNeverSentTooLateAlthoughNoSweepCame() {
      var id = waitsForADeviceThatIsDown();

      tuco.passes(Duration.ofDays(1).plusSeconds(1));
      tuco.deviceBecomes(SenderHealth.healthy(true, tuco.now()));
      tuco.runsDueWork();

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.relay().sent()).isEmpty();
    }
  }

  @Test
  void neverEndForTheirAgeUnlessSomebodySetOne() {
    var id = tuco.submits(aText("hello"));
    deviceGoesDown();

    tuco.passes(Duration.ofDays(30));
    tuco.engine().expiry().sweep(tuco.now());

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.PENDING);
  }
}
