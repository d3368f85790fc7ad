package io.tuco.core.story;

import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.EventName;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.DeliveryFilter;
import io.tuco.core.store.PageRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhook contract, section 1: line.down, once per outage, to the line's workspace. */
final class OutageStoryTest {

  private static final String OURS = id(0xe0d);
  private static final String THEIRS = id(0xe0e);

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T12:00:00Z");

  @BeforeEach
  void listen() {
    var webhooks = tuco.stores().webhooks();
    webhooks.insert(
        anEndpoint()
            .withId(OURS)
            .inWorkspace(tuco.workspace().id())
            .hearing(EventName.LINE_DOWN)
            .build());
    webhooks.insert(
        anEndpoint()
            .withId(THEIRS)
            .inWorkspace(OTHER_WORKSPACE)
            .hearing(EventName.LINE_DOWN)
            .build());
    tuco.deviceBecomes(SenderHealth.healthy(true, tuco.now()));
  }

  @Test
  void tellsOnceThatALineIsDown() {
    goesDown();
    tuco.passes(Duration.ofSeconds(20));
    goesDown();

    assertThat(told(OURS)).hasSize(1);
    assertThat(told(OURS).get(0).event()).isEqualTo(EventName.LINE_DOWN);
    assertThat(told(OURS).get(0).messageId()).isEmpty();
    assertThat(told(THEIRS)).isEmpty();
  }

  @Test
  void tellsOfTheNextOutageUnderAnotherId() {
    goesDown();
    tuco.passes(Duration.ofMinutes(1));
    tuco.deviceBecomes(tuco.device().health().after(answered(), tuco.now()));
    tuco.passes(Duration.ofMinutes(1));
    goesDown();

    assertThat(told(OURS)).extracting(Delivery::eventId).doesNotHaveDuplicates().hasSize(2);
    var line = tuco.line();
    assertThat(tuco.stores().lines().noteOutage(line.workspaceId(), line.id(), "evt_next"))
        .isEqualTo(3);
  }

  @Test
  void tellsNothingOfAProbeThatIsMissedOnce() {
    tuco.deviceBecomes(tuco.device().health().missed("no answer", tuco.now()));

    assertThat(told(OURS)).isEmpty();
  }

  @Test
  void tellsEveryWorkspaceThatHasALineOnTheDevice() {
    tuco.stores()
        .lines()
        .insert(
            aLine()
                .withId(id(0x77))
                .inWorkspace(OTHER_WORKSPACE)
                .withPhone("+12025550177")
                .onDevice(tuco.device().id())
                .build());

    goesDown();

    assertThat(told(OURS)).hasSize(1);
    assertThat(told(THEIRS)).hasSize(1);
    assertThat(told(OURS).get(0).eventId()).isNotEqualTo(told(THEIRS).get(0).eventId());
  }

  @Test
  void tellsTheSameEventWhenACrashHasLeftTheOldHealth() {
    var before = tuco.device();
    goesDown();
    tuco.stores().devices().updateHealth(before.id(), before.health());
    tuco.passes(Duration.ofSeconds(20));
    goesDown();

    assertThat(told(OURS)).hasSize(1);
  }

  private void goesDown() {
    tuco.deviceBecomes(tuco.device().health().down("Credentials were refused", tuco.now()));
  }

  private static io.tuco.core.line.DeviceProbe answered() {
    return new io.tuco.core.line.DeviceProbe.Answered(true, 15);
  }

  private List<Delivery> told(String endpoint) {
    var workspace = endpoint.equals(OURS) ? tuco.workspace().id() : OTHER_WORKSPACE;
    return tuco.stores()
        .deliveries()
        .page(workspace, endpoint, DeliveryFilter.everything(), PageRequest.first())
        .items();
  }
}
