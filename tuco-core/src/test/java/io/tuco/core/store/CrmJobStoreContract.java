package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CrmJobStore} promises. */
public abstract class CrmJobStoreContract {

  private static final Instant LOST_AT = NOW.plusSeconds(300);
  private static final Connection CONNECTION = aConnection().build();
  private static final Connection OTHER = aConnection().withId(id(0xc2)).build();

  private CrmJobStore jobs;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    jobs = openStores().crmJobs();
  }

  @Test
  void returnsAJobAsItWasStored() {
    var job = insert(job("evt_1", CONNECTION, NOW));

    assertThat(jobs.find(WORKSPACE, job.id())).contains(job);
    assertThat(jobs.find(OTHER_WORKSPACE, job.id())).isEmpty();
    assertThat(claim(NOW)).containsExactly(job.claimedUntil(LOST_AT));
  }

  @Test
  void returnsWhatBecameOfIt() {
    insert(job("evt_1", CONNECTION, NOW));
    var claimed = claim(NOW).get(0);
    var waiting = claimed.unheardUntil(NOW.plusSeconds(9), "No answer");

    assertThat(jobs.record(claimed, waiting)).isTrue();
    assertThat(jobs.find(WORKSPACE, claimed.id())).contains(waiting);
    assertThat(claim(NOW.plusSeconds(8))).isEmpty();

    var again = claim(NOW.plusSeconds(9)).get(0);
    assertThat(again.mayBeDone()).isTrue();
    assertThat(jobs.record(again, again.done(Optional.of("record-1")))).isTrue();
    assertThat(jobs.find(WORKSPACE, claimed.id())).contains(again.done(Optional.of("record-1")));
    assertThat(claim(NOW.plusSeconds(1000))).isEmpty();
    assertThat(jobs.findByRecord(WORKSPACE, CONNECTION.id(), "record-1"))
        .contains(again.done(Optional.of("record-1")));
    assertThat(jobs.findByRecord(WORKSPACE, OTHER.id(), "record-1")).isEmpty();
    assertThat(jobs.findByRecord(OTHER_WORKSPACE, CONNECTION.id(), "record-1")).isEmpty();
  }

  @Test
  void leavesAJobThatExistsAsItIs() {
    var job = insert(job("evt_1", CONNECTION, NOW));
    var claimed = claim(NOW).get(0);
    jobs.record(claimed, claimed.done(Optional.empty()));

    jobs.insertMissing(List.of(job, job("evt_2", CONNECTION, NOW)));
    jobs.insertMissing(List.of());

    assertThat(claim(NOW)).extracting(CrmJob::id).containsExactly("evt_2:" + CONNECTION.id());
  }

  @Test
  void claimsTheLongestDueFirstAndNoneOfBusyConnections() {
    insert(job("evt_a", CONNECTION, NOW));
    insert(job("evt_b", CONNECTION, NOW.minusMillis(2)));
    insert(job("evt_c", OTHER, NOW.minusMillis(1)));
    insert(job("evt_d", OTHER, NOW.plusMillis(1)));

    assertThat(jobs.claimDue(NOW, LOST_AT, 1, Set.of(CONNECTION.id())))
        .extracting(CrmJob::connectionId)
        .containsExactly(OTHER.id());
    assertThat(jobs.claimDue(NOW, LOST_AT, 1, Set.of()))
        .extracting(CrmJob::id)
        .containsExactly("evt_b:" + CONNECTION.id());
    assertThat(claim(NOW)).extracting(CrmJob::id).containsExactly("evt_a:" + CONNECTION.id());
    assertThat(claim(NOW)).isEmpty();
  }

  @Test
  void isOthersOnceItsClaimIsOver() {
    insert(job("evt_1", CONNECTION, NOW));
    var lost = claim(NOW).get(0);
    var other = claim(LOST_AT).get(0);

    assertThat(other.mayBeDone()).isTrue();
    assertThat(jobs.record(lost, lost.done(Optional.empty()))).isFalse();
    assertThat(jobs.record(other, other.done(Optional.empty()))).isTrue();
    assertThat(jobs.record(other, other.done(Optional.of("twice")))).isFalse();
  }

  @Test
  void isClaimedByOneOfRivals() {
    insert(job("evt_1", CONNECTION, NOW));

    var claims = Rivals.race(4, number -> jobs.claimDue(NOW, LOST_AT, 5, Set.of()));

    assertThat(claims.stream().mapToInt(List::size).sum()).isEqualTo(1);
  }

  @Test
  void tellsWhatIsOpenInALane() {
    var second = insert(job("evt_2", CONNECTION, NOW.plusSeconds(1)));
    var first = insert(job("evt_1", CONNECTION, NOW));
    insert(job("evt_3", OTHER, NOW));
    var done = insert(job("evt_0", CONNECTION, NOW.minusSeconds(1)));
    var claimed = claim(NOW).get(0);
    assertThat(claimed.id()).isEqualTo(done.id());
    jobs.record(claimed, claimed.done(Optional.empty()));

    assertThat(jobs.openInLane(WORKSPACE, CONNECTION.id(), "log:m"))
        .extracting(CrmJob::id)
        .containsExactly(first.id(), second.id());
    assertThat(jobs.openInLane(WORKSPACE, CONNECTION.id(), "log:other")).isEmpty();
    assertThat(jobs.openInLane(OTHER_WORKSPACE, CONNECTION.id(), "log:m")).isEmpty();
  }

  @Test
  void countsWhatPeopleShouldKnowOf() {
    insert(job("evt_1", CONNECTION, NOW));
    record("evt_2", job -> job.waitingUntil(LOST_AT, "later"));
    record("evt_3", job -> job.ended(CrmJob.Status.REFUSED, "no"));
    record("evt_4", job -> job.ended(CrmJob.Status.GIVEN_UP, "too late"));
    record("evt_5", job -> job.ended(CrmJob.Status.DROPPED, "gone"));
    record("evt_6", job -> job.done(Optional.empty()));

    assertThat(jobs.counts()).isEqualTo(new CrmJobCounts(1, 1, 1, 1));
    assertThat(jobs.countsOf(WORKSPACE, CONNECTION.id())).isEqualTo(new CrmJobCounts(1, 1, 1, 1));
    assertThat(jobs.countsOf(WORKSPACE, OTHER.id())).isEqualTo(new CrmJobCounts(0, 0, 0, 0));
    assertThat(jobs.countsOf(OTHER_WORKSPACE, CONNECTION.id()))
        .isEqualTo(new CrmJobCounts(0, 0, 0, 0));
  }

  @Test
  void dropsWhatIsOpenOfAConnection() {
    var open = insert(job("evt_1", CONNECTION, NOW));
    var refused = record("evt_2", job -> job.ended(CrmJob.Status.REFUSED, "no"));
    var others = insert(job("evt_3", OTHER, NOW));

    jobs.dropAll(OTHER_WORKSPACE, CONNECTION.id());
    jobs.dropAll(WORKSPACE, CONNECTION.id());

    assertThat(jobs.find(WORKSPACE, open.id()).map(CrmJob::status)).contains(CrmJob.Status.DROPPED);
    assertThat(jobs.find(WORKSPACE, refused.id())).contains(refused);
    assertThat(claim(NOW)).extracting(CrmJob::id).containsExactly(others.id());
  }

  @Test
  void forgetsWhatHasEndedLongAgo() {
    var old = record("evt_1", job -> job.done(Optional.empty()));
    var open = insert(job("evt_2", CONNECTION, NOW));

    jobs.forgetBefore(NOW);
    assertThat(jobs.find(WORKSPACE, old.id())).isPresent();

    jobs.forgetBefore(NOW.plusMillis(1));
    assertThat(jobs.find(WORKSPACE, old.id())).isEmpty();
    assertThat(jobs.find(WORKSPACE, open.id())).isPresent();
  }

  private CrmJob record(String event, UnaryOperator<CrmJob> end) {
    insert(job(event, CONNECTION, NOW.minusSeconds(60)));
    var claimed = claim(NOW.minusSeconds(60)).get(0);
    var after = end.apply(claimed);
    jobs.record(claimed, after);
    return after;
  }

  private List<CrmJob> claim(Instant now) {
    return jobs.claimDue(now, LOST_AT, 1, Set.of());
  }

  private CrmJob insert(CrmJob job) {
    jobs.insertMissing(List.of(job));
    return job;
  }

  private static CrmJob job(String event, Connection connection, Instant due) {
    return CrmJob.of(event, connection, CrmTask.LOG_SENT, "m", "log:m", 1, due, NOW)
        .claimedUntil(due)
        .putBackUntil(due);
  }
}
