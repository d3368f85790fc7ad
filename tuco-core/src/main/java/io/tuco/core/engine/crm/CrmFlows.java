package io.tuco.core.engine.crm;

import io.tuco.core.event.Outbox;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** What flows between the workspaces and their CRMs, put together. One per node. */
public final class CrmFlows {

  private final FlowParts parts;
  private final JobPlanning planning;
  private final JobWork work;
  private final NoticeIntake notices;

  private CrmFlows(FlowParts parts, JobNews news) {
    var connections = new Connections(parts.stores(), parts.nanos());
    var removals = new ContactRemovals(parts.stores());
    var contacts = new ContactTaking(parts.contacts(), removals, parts.clock());
    this.parts = parts;
    this.planning = new JobPlanning(parts.stores(), parts.crms().connectors(), connections);
    this.work =
        new JobWork(parts, connections, new JobSteps(parts, connections, removals, contacts), news);
    this.notices = new NoticeIntake(parts.stores(), contacts, removals, work::wake);
  }

  public static CrmFlows of(FlowParts parts, JobNews news) {
    return new CrmFlows(parts, news);
  }

  /**
   * Makes jobs of events, before these are marked as published: a crash in between makes them
   * again, and so once.
   */
  public void plan(Collection<Outbox> outboxes) {
    if (planning.plan(outboxes, parts.clock().instant().truncatedTo(ChronoUnit.MILLIS))) {
      work.wake();
    }
  }

  /** Begins what is due. */
  public void sweep() {
    work.wake();
  }

  public NoticeIntake notices() {
    return notices;
  }
}
