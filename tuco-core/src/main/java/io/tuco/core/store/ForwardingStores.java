package io.tuco.core.store;

/** Other stores, all of them; who changes some of them begins here. */
public abstract class ForwardingStores implements Stores {

  private final Stores stores;

  protected ForwardingStores(Stores stores) {
    this.stores = stores;
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
  public MessageStore messages() {
    return stores.messages();
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
  public InboxStore inbox() {
    return stores.inbox();
  }

  @Override
  public LaneStore lanes() {
    return stores.lanes();
  }

  @Override
  public DoNotContactStore doNotContact() {
    return stores.doNotContact();
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
