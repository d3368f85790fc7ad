package io.tuco.core.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What probes make of a sender's health, and since when (relay contract, section 7). */
final class SenderHealthTest {

  private static final Instant NOW = Instant.parse("2027-03-12T15:00:00Z");
  private static final DeviceProbe SILENCE = new DeviceProbe.NoAnswer("no answer");
  private static final DeviceProbe WELL = new DeviceProbe.Answered(true, 15);

  private static SenderHealth after(SenderHealth before, DeviceProbe probe, int seconds) {
    return before.after(probe, NOW.plusSeconds(seconds));
  }

  @Test
  void isDownSinceTheProbeThatFoundItSo() {
    var once = after(SenderHealth.healthy(true, NOW), SILENCE, 20);
    var twice = after(once, SILENCE, 40);
    var down = after(twice, SILENCE, 60);
    var later = after(down, SILENCE, 80);

    assertThat(twice.since()).contains(NOW);
    assertThat(down.state()).isEqualTo(SenderHealth.State.DOWN);
    assertThat(down.since()).contains(NOW.plusSeconds(60));
    assertThat(later.since()).contains(NOW.plusSeconds(60));
    assertThat(later.checkedAt()).contains(NOW.plusSeconds(80));
  }

  @Test
  void staysDownWhateverProbesSayUntilSomebodyChangesIt() {
    var stopped =
        SenderHealth.healthy(true, NOW).faulty(SenderFault.untilChanged("not enabled"), NOW);

    var probed = after(stopped, WELL, 86_400 * 400);

    assertThat(probed.isHealthy()).isFalse();
    assertThat(probed.failures()).containsExactly("not enabled");
    assertThat(probed.checkedAt()).contains(NOW.plusSeconds(86_400 * 400));
    assertThat(probed.since()).contains(NOW);
  }

  @Test
  void restsADayWhenAnAllowanceIsUsedUp() {
    var fault = new SenderFault("limit of today", SenderFault.Lasts.A_DAY);
    var stopped = SenderHealth.healthy(true, NOW).faulty(fault, NOW);

    assertThat(after(stopped, WELL, 86_399).isHealthy()).isFalse();
    assertThat(after(stopped, WELL, 86_400).isHealthy()).isTrue();
  }

  @Test
  void isNotFreedByALesserFault() {
    var stopped =
        SenderHealth.healthy(true, NOW).faulty(SenderFault.untilChanged("not enabled"), NOW);

    var later = stopped.faulty(SenderFault.untilProbed("7 failed sends"), NOW.plusSeconds(60));

    assertThat(after(later, WELL, 120).isHealthy()).isFalse();
  }

  @Test
  void isHealthySinceItCameBack() {
    var down = SenderHealth.healthy(true, NOW).down("Credentials were refused", NOW);
    var back = after(down, WELL, 60);

    assertThat(back.since()).contains(NOW.plusSeconds(60));
    assertThat(after(back, WELL, 120).since()).contains(NOW.plusSeconds(60));
  }
}
