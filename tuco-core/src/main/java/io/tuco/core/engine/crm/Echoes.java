package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Tells an order from the echo of what we have logged: a CRM whose orders come by the same door as
 * our entries go in may hand those back to us, and would have everything sent twice. It may do so
 * before it has answered the entry itself.
 */
final class Echoes {

  private static final Duration RECENT = Duration.ofMinutes(10);
  private static final PageRequest LATEST = new PageRequest(1, 20);

  private final Stores stores;
  private final CrmConnectors connectors;

  Echoes(Stores stores, CrmConnectors connectors) {
    this.stores = stores;
    this.connectors = connectors;
  }

  /** The message that it is the echo of; empty of an order. */
  Optional<Message> of(Connection connection, SendOrder order, Instant now) {
    return order
        .reference()
        .filter(reference -> isByThatDoor(connection, reference))
        .flatMap(
            reference ->
                logged(connection, reference).or(() -> beingLogged(connection, order, now)));
  }

  private boolean isByThatDoor(Connection connection, String reference) {
    return connectors
        .find(connection.crm())
        .filter(connector -> connector.activities().showsByItself(reference))
        .isPresent();
  }

  private Optional<Message> logged(Connection connection, String reference) {
    var workspaceId = connection.workspaceId();
    return stores
        .crmJobs()
        .findByRecord(workspaceId, connection.id(), reference)
        .map(CrmJob::subject)
        .flatMap(id -> stores.messages().find(workspaceId, id));
  }

  private Optional<Message> beingLogged(Connection connection, SendOrder order, Instant now) {
    return CrmLeads.of(stores, connection.workspaceId(), order.crm())
        .flatMap(lead -> beingLogged(connection, lead, order, now));
  }

  private Optional<Message> beingLogged(
      Connection connection, Lead lead, SendOrder order, Instant now) {
    return stores.messages().page(lead.workspaceId(), filter(lead), LATEST).items().stream()
        .filter(Message::hasLeft)
        .filter(sent -> sent.timeline().updatedAt().isAfter(now.minus(RECENT)))
        .filter(sent -> order.message().filter(sent.content().text()::equals).isPresent())
        .filter(sent -> isOpen(connection, sent))
        .findFirst();
  }

  private static MessageFilter filter(Lead lead) {
    return new MessageFilter(
        Set.of(),
        Set.of(),
        Optional.of(lead.id()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private boolean isOpen(Connection connection, Message sent) {
    return !stores
        .crmJobs()
        .openInLane(sent.workspaceId(), connection.id(), Lanes.LOG.of(sent.id()))
        .isEmpty();
  }
}
