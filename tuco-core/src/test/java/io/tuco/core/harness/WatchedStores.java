package io.tuco.core.harness;

import io.tuco.core.store.ApiKeyStore;
import io.tuco.core.store.BulkCheckStore;
import io.tuco.core.store.ChatOrderStore;
import io.tuco.core.store.ChatStore;
import io.tuco.core.store.ConnectionStore;
import io.tuco.core.store.ContactLinkStore;
import io.tuco.core.store.CrmHookStore;
import io.tuco.core.store.CrmJobStore;
import io.tuco.core.store.DeliveryStore;
import io.tuco.core.store.DeviceStore;
import io.tuco.core.store.DoNotContactStore;
import io.tuco.core.store.EventStreamStore;
import io.tuco.core.store.FileStore;
import io.tuco.core.store.IdempotencyStore;
import io.tuco.core.store.InboxStore;
import io.tuco.core.store.LaneStore;
import io.tuco.core.store.LeadListStore;
import io.tuco.core.store.LeadStore;
import io.tuco.core.store.LineStore;
import io.tuco.core.store.LookUpStore;
import io.tuco.core.store.MemberStore;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageStore;
import io.tuco.core.store.NodeStore;
import io.tuco.core.store.NoticeStore;
import io.tuco.core.store.RateLimitStore;
import io.tuco.core.store.ReplyStore;
import io.tuco.core.store.SandboxStore;
import io.tuco.core.store.SendMarkStore;
import io.tuco.core.store.Stores;
import io.tuco.core.store.WebhookStore;
import io.tuco.core.store.WorkspaceStore;
import io.tuco.core.store.memory.InMemoryStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stores in memory that keep a list of the writes to lanes, messages and the list of those nobody
 * may write to, and that let the process die at one of them. Not thread-safe.
 */
public final class WatchedStores implements Stores {

  /** On which side of a write the process dies. */
  public enum Side {
    BEFORE,
    AFTER
  }

  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "beginSend",
          "updateWaiting",
          "endWaiting",
          "record",
          "amend",
          "followUpMade",
          "open",
          "annotate",
          "replace",
          "add",
          "remove",
          "announce",
          "countOptOut");

  private final Stores stores = new InMemoryStores();
  private final List<String> writes = new ArrayList<>();
  private final MessageStore messages = watched(MessageStore.class, stores.messages());
  private final LaneStore lanes = watched(LaneStore.class, stores.lanes());
  private final DoNotContactStore doNotContact =
      watched(DoNotContactStore.class, stores.doNotContact());
  private int fatal;
  private Side side = Side.BEFORE;

  /** The names of all writes so far, in order. */
  public List<String> writes() {
    return List.copyOf(writes);
  }

  /** The process dies at the {@code number}-th write from now on, counted from 1. */
  public void dieAt(int number, Side when) {
    fatal = writes.size() + number;
    side = when;
  }

  private <S> S watched(Class<S> port, S store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> invoke(store, method, arguments)));
  }

  private Object invoke(Object store, Method method, Object[] arguments) throws Throwable {
    var isWrite = WRITES.contains(method.getName());
    if (isWrite) {
      writes.add(method.getName());
      dieIf(Side.BEFORE);
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      if (isWrite) {
        dieIf(Side.AFTER);
      }
    }
  }

  private void dieIf(Side now) {
    if (writes.size() == fatal && side == now) {
      fatal = 0;
      throw new CallerDied();
    }
  }

  @Override
  public MessageStore messages() {
    return messages;
  }

  @Override
  public MessageArchive archive() {
    return stores.archive();
  }

  @Override
  public ReplyStore replies() {
    return stores.replies();
  }

  @Override
  public LaneStore lanes() {
    return lanes;
  }

  @Override
  public DoNotContactStore doNotContact() {
    return doNotContact;
  }

  @Override
  public WorkspaceStore workspaces() {
    return stores.workspaces();
  }

  @Override
  public MemberStore members() {
    return stores.members();
  }

  @Override
  public ApiKeyStore apiKeys() {
    return stores.apiKeys();
  }

  @Override
  public DeviceStore devices() {
    return stores.devices();
  }

  @Override
  public LineStore lines() {
    return stores.lines();
  }

  @Override
  public LeadStore leads() {
    return stores.leads();
  }

  @Override
  public LeadListStore leadLists() {
    return stores.leadLists();
  }

  @Override
  public IdempotencyStore idempotency() {
    return stores.idempotency();
  }

  @Override
  public SendMarkStore sendMarks() {
    return stores.sendMarks();
  }

  @Override
  public InboxStore inbox() {
    return stores.inbox();
  }

  @Override
  public NodeStore nodes() {
    return stores.nodes();
  }

  @Override
  public RateLimitStore rateLimits() {
    return stores.rateLimits();
  }

  @Override
  public WebhookStore webhooks() {
    return stores.webhooks();
  }

  @Override
  public DeliveryStore deliveries() {
    return stores.deliveries();
  }

  @Override
  public EventStreamStore eventStream() {
    return stores.eventStream();
  }

  @Override
  public NoticeStore notices() {
    return stores.notices();
  }

  @Override
  public LookUpStore lookUps() {
    return stores.lookUps();
  }

  @Override
  public BulkCheckStore bulkChecks() {
    return stores.bulkChecks();
  }

  @Override
  public ConnectionStore connections() {
    return stores.connections();
  }

  @Override
  public CrmJobStore crmJobs() {
    return stores.crmJobs();
  }

  @Override
  public ContactLinkStore contactLinks() {
    return stores.contactLinks();
  }

  @Override
  public CrmHookStore crmHooks() {
    return stores.crmHooks();
  }

  @Override
  public ChatStore chats() {
    return stores.chats();
  }

  @Override
  public ChatOrderStore chatOrders() {
    return stores.chatOrders();
  }

  @Override
  public FileStore files() {
    return stores.files();
  }

  @Override
  public SandboxStore sandboxes() {
    return stores.sandboxes();
  }

  @Override
  public boolean check() {
    return stores.check();
  }
}
