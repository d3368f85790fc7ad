package io.tuco.core.engine.crm;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmActivity.Kind;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmTask;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a job after a try: GHL and HubSpot contracts, what may be repeated and when. */
final class JobVerdictTest {

  private final CrmJob fresh =
      CrmJob.of(
          "evt_1", aConnection().build(), CrmTask.logging(Kind.SENT), "m1", "m1", 1, NOW, NOW);

  @Test
  void waitsLongerAfterEachTryThatFailed() {
    var once = failed(claimed(fresh), CrmFailure.later("refused"));
    var twice = failed(claimed(once), CrmFailure.later("refused"));

    assertThat(once.dueAt()).contains(NOW.plusSeconds(5));
    assertThat(twice.dueAt()).contains(NOW.plusSeconds(15));
  }

  @Test
  void waitsNoLongerForHavingBeenPutOffOften() {
    var job = fresh;
    for (var time = 0; time < 50; time++) {
      job = failed(claimed(job), CrmFailure.later(NOW.plusSeconds(60), "down"));
    }
    assertThat(job.dueAt()).contains(NOW.plusSeconds(60));
    assertThat(job.failure()).contains("down");

    assertThat(failed(claimed(job), CrmFailure.later("refused")).dueAt())
        .contains(NOW.plusSeconds(5));
  }

  @Test
  void remembersThroughPutOffsThatAnAnswerWasLost() {
    var lost = failed(claimed(fresh), CrmFailure.unknown("lost"));
    var putOff = failed(claimed(lost), CrmFailure.later(NOW.plusSeconds(60), "down"));

    assertThat(claimed(fresh).mayBeDone()).isFalse();
    assertThat(claimed(lost).mayBeDone()).isTrue();
    assertThat(claimed(putOff).mayBeDone()).isTrue();
    assertThat(claimed(failed(claimed(fresh), CrmFailure.later(NOW, "down"))).mayBeDone())
        .isFalse();
  }

  private static CrmJob claimed(CrmJob job) {
    return job.claimedUntil(NOW.plus(Duration.ofMinutes(5)));
  }

  private static CrmJob failed(CrmJob job, CrmFailure failure) {
    return JobVerdict.of(job, new JobEnd.Failed(failure), NOW);
  }
}
