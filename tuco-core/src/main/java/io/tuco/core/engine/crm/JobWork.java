package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.store.CrmJobStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Works the jobs that are due, each on one node at a time, and holds no thread while a CRM is
 * asked. What is in memory only makes it soon: a sweep finds what is due.
 */
final class JobWork {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final FlowParts parts;
  private final Connections connections;
  private final JobSteps steps;
  private final JobPlaces places;
  private final JobNews news;
  private final AtomicBoolean awake = new AtomicBoolean();

  JobWork(FlowParts parts, Connections connections, JobSteps steps, JobNews news) {
    this.parts = parts;
    this.connections = connections;
    this.steps = steps;
    this.places = new JobPlaces(parts.limits());
    this.news = news;
  }

  /** Looks soon for what is due. */
  void wake() {
    if (awake.compareAndSet(false, true)) {
      parts.workers().execute(this::sweep);
    }
  }

  private void sweep() {
    awake.set(false);
    while (beginsOne()) {}
  }

  /** Claims and looking for a place are one step, or two sweeps would take one place. */
  private synchronized boolean beginsOne() {
    var now = now();
    if (places.isFull()) {
      return false;
    }
    var claimed =
        jobs().claimDue(now, now.plus(parts.limits().claim()), 1, places.busy(now)).stream()
            .findFirst();
    claimed.ifPresent(
        job -> {
          places.enter(job.connectionId());
          parts.workers().execute(() -> begin(job, now));
        });
    return claimed.isPresent();
  }

  private void begin(CrmJob job, Instant now) {
    var over = new AtomicBoolean();
    try {
      var early = early(job, now);
      if (early.isPresent()) {
        end(job, early.get(), over);
      } else {
        talk(job, now, over);
      }
    } catch (RuntimeException fault) {
      news.broke(job, fault);
      end(job, new JobEnd.Failed(CrmFailure.unknown("It was interrupted")), over);
    }
  }

  /** How it ends before anybody is asked: too late, or not its turn. */
  private Optional<JobEnd> early(CrmJob job, Instant now) {
    return jobs().openInLane(job.workspaceId(), job.connectionId(), job.lane()).stream()
        .filter(other -> CrmJob.IN_ORDER.compare(other, job) < 0)
        .findFirst()
        .map(before -> new JobEnd.NotYet(turn(before, now)));
  }

  /** After the one before it, as far as that is known; looked at again in between. */
  private static Instant turn(CrmJob before, Instant now) {
    var soon = now.plus(SOON);
    var later = now.plus(LATER);
    var due = before.dueAt().orElse(soon);
    return before.failure().isEmpty() || due.isBefore(soon)
        ? soon
        : due.isBefore(later) ? due : later;
  }

  private void talk(CrmJob job, Instant now, AtomicBoolean over) {
    var connection = parts.stores().connections().find(job.connectionId());
    if (connection.isEmpty()) {
      end(job, new JobEnd.Dropped(CrmJob.CONNECTION_GONE), over);
      return;
    }
    var connector = parts.crms().connectors().find(connection.get().crm());
    if (connector.isEmpty() || connection.get().accountId().isEmpty()) {
      var why = "The CRM " + connection.get().crm() + " cannot be asked here";
      end(job, new JobEnd.Failed(CrmFailure.forbidden(why)), over);
      return;
    }
    steps.begin(
        new Talk(
            job,
            connection.get(),
            connector.get(),
            context(connection.get(), now),
            parts,
            job.failure().filter(Talk.GONE::equals).isPresent(),
            how -> end(job, how, over)));
  }

  private CrmContext context(Connection connection, Instant now) {
    return connections.context(connection, now);
  }

  /** A step that fails after it has ended has ended all the same. */
  private void end(CrmJob job, JobEnd how, AtomicBoolean over) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    try {
      record(job, how, now());
    } catch (RuntimeException storeIsAway) {
      // The claim ends by itself, and whoever takes it next looks first.
      news.broke(job, storeIsAway);
    } finally {
      places.leave(job.connectionId());
    }
    wake();
  }

  private void record(CrmJob job, JobEnd how, Instant now) {
    var after = JobVerdict.of(job, how, now);
    if (how instanceof JobEnd.Done) {
      places.worked(job.connectionId());
    } else if (how instanceof JobEnd.Failed && after.isOpen()) {
      places.putOff(job.connectionId(), after.dueAt().orElseThrow(), now);
    }
    if (jobs().record(job, after) && !after.isOpen() && after.status() != CrmJob.Status.DONE) {
      news.ended(after);
    }
  }

  private CrmJobStore jobs() {
    return parts.stores().crmJobs();
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
