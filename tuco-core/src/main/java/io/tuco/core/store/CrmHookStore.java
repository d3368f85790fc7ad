package io.tuco.core.store;

import io.tuco.core.crm.CrmOrder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Remembers what CRMs have called us for. A write that returns is durable. */
public interface CrmHookStore {

  /** Keeps the order unless its message has one; false when it has. */
  boolean keep(CrmOrder order);

  /** The order's message was refused; nothing where it is not kept. */
  void noteRefused(CrmOrder order, String why);

  /** The orders that these messages of these workspaces were made for. */
  List<CrmOrder> orders(Collection<String> workspaceIds, Collection<String> messageIds);

  /** Whether the connection's notice was taken before. */
  boolean isTaken(String workspaceId, String connectionId, String noticeId);

  void noteTaken(String workspaceId, String connectionId, String noticeId, Instant now);

  /** Forgets notices that were taken, and orders that were kept, before their instants. */
  void forgetBefore(Instant taken, Instant kept);
}
