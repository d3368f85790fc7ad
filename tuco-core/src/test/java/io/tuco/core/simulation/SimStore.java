package io.tuco.core.simulation;

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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The store as one process reaches it. Each call is a point at which the process may be held up,
 * die, or find the store away, before the call is applied or after it: then nobody can tell.
 */
final class SimStore implements Stores {

  /** What may happen around a call, and who looks on. */
  interface Around {

    void before();

    /** The call has been applied, whatever becomes of the caller. */
    void applied(Method call, Object[] arguments, Object result);

    void after();
  }

  private final Around around;
  private final WorkspaceStore workspaces;
  private final MemberStore members;
  private final ApiKeyStore apiKeys;
  private final DeviceStore devices;
  private final LineStore lines;
  private final LeadStore leads;
  private final LeadListStore leadLists;
  private final MessageStore messages;
  private final MessageArchive archive;
  private final ReplyStore replies;
  private final LaneStore lanes;
  private final DoNotContactStore doNotContact;
  private final IdempotencyStore idempotency;
  private final SendMarkStore sendMarks;
  private final InboxStore inbox;
  private final NodeStore nodes;
  private final RateLimitStore rateLimits;
  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final EventStreamStore eventStream;
  private final NoticeStore notices;
  private final LookUpStore lookUps;
  private final BulkCheckStore bulkChecks;
  private final ConnectionStore connections;
  private final CrmJobStore crmJobs;
  private final ContactLinkStore contactLinks;
  private final CrmHookStore crmHooks;
  private final ChatStore chats;
  private final ChatOrderStore chatOrders;
  private final FileStore files;
  private final SandboxStore sandboxes;

  SimStore(Stores real, Around around) {
    this.around = around;
    workspaces = through(WorkspaceStore.class, real.workspaces());
    members = through(MemberStore.class, real.members());
    apiKeys = through(ApiKeyStore.class, real.apiKeys());
    devices = through(DeviceStore.class, real.devices());
    lines = through(LineStore.class, real.lines());
    leads = through(LeadStore.class, real.leads());
    leadLists = through(LeadListStore.class, real.leadLists());
    messages = through(MessageStore.class, real.messages());
    archive = through(MessageArchive.class, real.archive());
    replies = through(ReplyStore.class, real.replies());
    inbox = through(InboxStore.class, real.inbox());
    lanes = through(LaneStore.class, real.lanes());
    doNotContact = through(DoNotContactStore.class, real.doNotContact());
    idempotency = through(IdempotencyStore.class, real.idempotency());
    sendMarks = through(SendMarkStore.class, real.sendMarks());
    nodes = through(NodeStore.class, real.nodes());
    rateLimits = through(RateLimitStore.class, real.rateLimits());
    webhooks = through(WebhookStore.class, real.webhooks());
    deliveries = through(DeliveryStore.class, real.deliveries());
    eventStream = through(EventStreamStore.class, real.eventStream());
    notices = through(NoticeStore.class, real.notices());
    lookUps = through(LookUpStore.class, real.lookUps());
    bulkChecks = through(BulkCheckStore.class, real.bulkChecks());
    connections = through(ConnectionStore.class, real.connections());
    crmJobs = through(CrmJobStore.class, real.crmJobs());
    contactLinks = through(ContactLinkStore.class, real.contactLinks());
    crmHooks = through(CrmHookStore.class, real.crmHooks());
    chats = through(ChatStore.class, real.chats());
    chatOrders = through(ChatOrderStore.class, real.chatOrders());
    files = through(FileStore.class, real.files());
    sandboxes = through(SandboxStore.class, real.sandboxes());
  }

  private <S> S through(Class<S> port, S real) {
    var proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> call(real, method, arguments));
    return port.cast(proxy);
  }

  private Object call(Object real, Method method, Object[] arguments) throws Throwable {
    around.before();
    var result = applied(real, method, arguments);
    around.applied(method, arguments, result);
    around.after();
    return result;
  }

  private static Object applied(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public WorkspaceStore workspaces() {
    return workspaces;
  }

  @Override
  public MemberStore members() {
    return members;
  }

  @Override
  public ApiKeyStore apiKeys() {
    return apiKeys;
  }

  @Override
  public DeviceStore devices() {
    return devices;
  }

  @Override
  public LineStore lines() {
    return lines;
  }

  @Override
  public LeadStore leads() {
    return leads;
  }

  @Override
  public LeadListStore leadLists() {
    return leadLists;
  }

  @Override
  public MessageStore messages() {
    return messages;
  }

  @Override
  public MessageArchive archive() {
    return archive;
  }

  @Override
  public ReplyStore replies() {
    return replies;
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
  public IdempotencyStore idempotency() {
    return idempotency;
  }

  @Override
  public SendMarkStore sendMarks() {
    return sendMarks;
  }

  @Override
  public InboxStore inbox() {
    return inbox;
  }

  @Override
  public NodeStore nodes() {
    return nodes;
  }

  @Override
  public RateLimitStore rateLimits() {
    return rateLimits;
  }

  @Override
  public WebhookStore webhooks() {
    return webhooks;
  }

  @Override
  public DeliveryStore deliveries() {
    return deliveries;
  }

  @Override
  public EventStreamStore eventStream() {
    return eventStream;
  }

  @Override
  public NoticeStore notices() {
    return notices;
  }

  @Override
  public LookUpStore lookUps() {
    return lookUps;
  }

  @Override
  public BulkCheckStore bulkChecks() {
    return bulkChecks;
  }

  @Override
  public ConnectionStore connections() {
    return connections;
  }

  @Override
  public CrmJobStore crmJobs() {
    return crmJobs;
  }

  @Override
  public ContactLinkStore contactLinks() {
    return contactLinks;
  }

  @Override
  public CrmHookStore crmHooks() {
    return crmHooks;
  }

  @Override
  public ChatStore chats() {
    return chats;
  }

  @Override
  public ChatOrderStore chatOrders() {
    return chatOrders;
  }

  @Override
  public FileStore files() {
    return files;
  }

  @Override
  public SandboxStore sandboxes() {
    return sandboxes;
  }

  @Override
  public boolean check() {
    return true;
  }
}
