package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmActivity.Kind;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmOrder;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which events are to be told to which CRMs: one job for each event and connection, made of their
 * ids, so that publishing an event twice makes it once. Events of workspaces without connections
 * cost nothing here but a look into memory; of the others, all that are published together share
 * one read and one write.
 */
final class JobPlanning {

  private final Stores stores;
  private final CrmConnectors connectors;
  private final Connections connections;

  JobPlanning(Stores stores, CrmConnectors connectors, Connections connections) {
    this.stores = stores;
    this.connectors = connectors;
    this.connections = connections;
  }

  /** Stores the jobs that follow from these events; answers whether there are any. */
  boolean plan(Collection<Outbox> outboxes, Instant now) {
    var concerned =
        outboxes.stream()
            .filter(outbox -> !connections.usable(outbox.workspaceId()).isEmpty())
            .toList();
    if (concerned.isEmpty()) {
      return false;
    }
    var orders = orders(concerned);
    var jobs = concerned.stream().flatMap(outbox -> of(outbox, orders, now)).toList();
    if (!jobs.isEmpty()) {
      stores.crmJobs().insertMissing(jobs);
    }
    return !jobs.isEmpty();
  }

  private Map<String, CrmOrder> orders(List<Outbox> outboxes) {
    return stores
        .crmHooks()
        .orders(
            outboxes.stream().map(Outbox::workspaceId).distinct().toList(),
            outboxes.stream().map(Outbox::messageId).distinct().toList())
        .stream()
        .collect(Collectors.toMap(CrmOrder::messageId, Function.identity()));
  }

  private Stream<CrmJob> of(Outbox outbox, Map<String, CrmOrder> orders, Instant now) {
    var order = Optional.ofNullable(orders.get(outbox.messageId()));
    return outbox.events().stream()
        .flatMap(
            event ->
                connections.usable(outbox.workspaceId()).stream()
                    .flatMap(connection -> of(outbox, event, connection, order, now).stream()));
  }

  private List<CrmJob> of(
      Outbox outbox,
      OutboxEvent event,
      Connection connection,
      Optional<CrmOrder> order,
      Instant now) {
    var jobs = new ArrayList<CrmJob>();
    var own = order.filter(waiting -> waiting.connectionId().equals(connection.id()));
    logged(event.name())
        .filter(kind -> own.filter(waiting -> isShown(connection, waiting)).isEmpty())
        .ifPresent(
            kind ->
                jobs.add(job(outbox, event, connection, CrmTask.logging(kind), Lanes.LOG, now)));
    own.flatMap(waiting -> reported(event.name()))
        .ifPresent(task -> jobs.add(job(outbox, event, connection, task, Lanes.REPORT, now)));
    if (event.name() == EventName.CONTACT_OPTED_OUT) {
      jobs.add(optOut(outbox, event, connection, now));
    }
    return jobs;
  }

  private boolean isShown(Connection connection, CrmOrder order) {
    return connectors
        .find(connection.crm())
        .filter(connector -> connector.activities().showsByItself(order.reference()))
        .isPresent();
  }

  private CrmJob job(
      Outbox outbox,
      OutboxEvent event,
      Connection connection,
      CrmTask task,
      Lanes lane,
      Instant now) {
    var subject = outbox.messageId();
    return CrmJob.of(
        event.id(), connection, task, subject, lane.of(subject), event.seq(), event.at(), now);
  }

  /** One after another for each person, or an older standing could overtake a newer one. */
  private CrmJob optOut(Outbox outbox, OutboxEvent event, Connection connection, Instant now) {
    var person =
        stores
            .messages()
            .find(outbox.workspaceId(), outbox.messageId())
            .flatMap(Message::person)
            .orElse(outbox.messageId());
    return CrmJob.of(
        event.id(),
        connection,
        CrmTask.OPT_OUT,
        outbox.messageId(),
        Lanes.PERSON.of(person),
        event.seq(),
        event.at(),
        now);
  }

  private static Optional<Kind> logged(EventName event) {
    return switch (event) {
      case MESSAGE_SENT -> Optional.of(Kind.SENT);
      case MESSAGE_FAILED -> Optional.of(Kind.FAILED);
      case MESSAGE_FALLBACK -> Optional.of(Kind.FALLBACK);
      case MESSAGE_REPLY -> Optional.of(Kind.REPLY);
      default -> Optional.empty();
    };
  }

  private static Optional<CrmTask> reported(EventName event) {
    return switch (event) {
      case MESSAGE_SENT -> Optional.of(CrmTask.REPORT_SENT);
      case MESSAGE_DELIVERED -> Optional.of(CrmTask.REPORT_DELIVERED);
      case MESSAGE_FAILED -> Optional.of(CrmTask.REPORT_FAILED);
      case MESSAGE_FALLBACK -> Optional.of(CrmTask.REPORT_FALLBACK);
      case MESSAGE_CANCELLED -> Optional.of(CrmTask.REPORT_CANCELLED);
      case MESSAGE_OPENED -> Optional.of(CrmTask.REPORT_READ);
      default -> Optional.empty();
    };
  }
}
