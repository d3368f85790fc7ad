package io.tuco.core.engine;

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
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stores that do not ask for every call what changes seldom: lines, devices, first members and
 * Quick Sends lists, and lanes where they only inform. A change made through them holds at once;
 * one of another node within {@link #AGE}.
 */
public final class RememberedStores implements Stores {

  public static final Duration AGE = Duration.ofSeconds(1);

  private final Stores stores;
  private final MemberStore members;
  private final DeviceStore devices;
  private final LineStore lines;
  private final LeadListStore leadLists;
  private final LaneStore lanes;

  private RememberedStores(Stores stores, LongSupplier nanos) {
    this.stores = stores;
    this.members = new RememberedMembers(stores.members(), AGE, nanos);
    this.devices = new RememberedDevices(stores.devices(), AGE, nanos);
    this.lines = new RememberedLines(stores.lines(), AGE, nanos);
    this.leadLists = new RememberedLists(stores.leadLists(), AGE, nanos);
    this.lanes = new RememberedLanes(stores.lanes(), AGE, nanos);
  }

  /**
   * @param nanos a monotonic clock
   */
  public static RememberedStores over(Stores stores, LongSupplier nanos) {
    return new RememberedStores(stores, nanos);
  }

  @Override
  public WorkspaceStore workspaces() {
    return stores.workspaces();
  }

  @Override
  public MemberStore members() {
    return members;
  }

  @Override
  public ApiKeyStore apiKeys() {
    return stores.apiKeys();
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
    return stores.leads();
  }

  @Override
  public LeadListStore leadLists() {
    return leadLists;
  }

  @Override
  public MessageStore messages() {
    return stores.messages();
  }

  @Override
  public InboxStore inbox() {
    return stores.inbox();
  }

  @Override
  public LaneStore lanes() {
    return lanes;
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
  public WebhookStore webhooks() {
    return stores.webhooks();
  }

  @Override
  public DeliveryStore deliveries() {
    return stores.deliveries();
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
  public RateLimitStore rateLimits() {
    return stores.rateLimits();
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
