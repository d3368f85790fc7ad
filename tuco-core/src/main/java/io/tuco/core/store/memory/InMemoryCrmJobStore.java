package io.tuco.core.store.memory;

import io.tuco.core.crm.CrmJob;
import io.tuco.core.store.CrmJobCounts;
import io.tuco.core.store.CrmJobStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The open jobs stand in line by due instant. */
final class InMemoryCrmJobStore implements CrmJobStore {

  private final Map<String, CrmJob> jobs = new HashMap<>();
  private final TreeSet<Due> open = new TreeSet<>();

  @Override
  public synchronized void insertMissing(List<CrmJob> added) {
    added.stream().filter(job -> !jobs.containsKey(job.id())).forEach(this::store);
  }

  @Override
  public synchronized List<CrmJob> claimDue(
      Instant now, Instant lostAt, int limit, Set<String> busy) {
    return open.stream()
        .takeWhile(due -> !due.at().isAfter(now))
        .map(due -> jobs.get(due.id()))
        .filter(job -> !busy.contains(job.connectionId()))
        .limit(limit)
        .toList()
        .stream()
        .map(job -> store(job.claimedUntil(lostAt)))
        .toList();
  }

  @Override
  public synchronized boolean record(CrmJob claimed, CrmJob after) {
    var isStillTheirs =
        Optional.ofNullable(jobs.get(claimed.id()))
            .filter(job -> job.isOpen() && job.claims() == claimed.claims())
            .isPresent();
    if (isStillTheirs) {
      store(after);
    }
    return isStillTheirs;
  }

  @Override
  public synchronized List<CrmJob> openInLane(
      String workspaceId, String connectionId, String lane) {
    return ofConnection(workspaceId, connectionId).stream()
        .filter(job -> job.isOpen() && job.lane().equals(lane))
        .sorted(CrmJob.IN_ORDER)
        .toList();
  }

  @Override
  public synchronized Optional<CrmJob> find(String workspaceId, String jobId) {
    return Optional.ofNullable(jobs.get(jobId))
        .filter(job -> job.workspaceId().equals(workspaceId));
  }

  @Override
  public synchronized Optional<CrmJob> findByRecord(
      String workspaceId, String connectionId, String recordId) {
    return ofConnection(workspaceId, connectionId).stream()
        .filter(job -> job.recordId().equals(Optional.of(recordId)))
        .findFirst();
  }

  @Override
  public synchronized void dropAll(String workspaceId, String connectionId) {
    ofConnection(workspaceId, connectionId).stream()
        .filter(CrmJob::isOpen)
        .forEach(job -> store(job.ended(CrmJob.Status.DROPPED, CrmJob.CONNECTION_GONE)));
  }

  @Override
  public synchronized CrmJobCounts countsOf(String workspaceId, String connectionId) {
    return counts(ofConnection(workspaceId, connectionId));
  }

  @Override
  public synchronized CrmJobCounts counts() {
    return counts(List.copyOf(jobs.values()));
  }

  @Override
  public synchronized void forgetBefore(Instant made) {
    jobs.values().removeIf(job -> !job.isOpen() && job.createdAt().isBefore(made));
  }

  private List<CrmJob> ofConnection(String workspaceId, String connectionId) {
    return jobs.values().stream()
        .filter(job -> job.workspaceId().equals(workspaceId))
        .filter(job -> job.connectionId().equals(connectionId))
        .toList();
  }

  private static CrmJobCounts counts(List<CrmJob> among) {
    return new CrmJobCounts(
        count(among, job -> job.isOpen() && !job.isFailing()),
        count(among, CrmJob::isFailing),
        count(among, job -> job.status() == CrmJob.Status.REFUSED),
        count(among, job -> job.status() == CrmJob.Status.GIVEN_UP));
  }

  private static long count(List<CrmJob> among, Predicate<CrmJob> wanted) {
    return among.stream().filter(wanted).count();
  }

  private CrmJob store(CrmJob job) {
    Optional.ofNullable(jobs.put(job.id(), job))
        .flatMap(CrmJob::dueAt)
        .ifPresent(at -> open.remove(new Due(at, job.id())));
    job.dueAt().ifPresent(at -> open.add(new Due(at, job.id())));
    return job;
  }
}
