package io.tuco.core.store.memory;

import io.tuco.core.message.Message;
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

/** Stores that are empty when made and gone with the process. Thread-safe; never away. */
public final class InMemoryStores implements Stores {

  private final WorkspaceStore workspaces = new InMemoryWorkspaceStore();
  private final MemberStore members = new InMemoryMemberStore();
  private final ApiKeyStore apiKeys = new InMemoryApiKeyStore();
  private final DeviceStore devices = new InMemoryDeviceStore();
  private final LineStore lines = new InMemoryLineStore();
  private final LeadStore leads = new InMemoryLeadStore();
  private final LeadListStore leadLists = new InMemoryLeadListStore();
  private final Table<Message> rows =
      new Table<>(Message::id, message -> message.timeline().createdAt());
  private final Outboxes outboxes = new Outboxes();
  private final MessageStore messages = new InMemoryMessageStore(rows, outboxes);
  private final EventStreamStore eventStream = new InMemoryEventStreamStore(outboxes);
  private final NoticeStore notices = new InMemoryNoticeStore();
  private final MessageArchive archive = new InMemoryMessageArchive(rows);
  private final ReplyStore replies = new InMemoryReplyStore(rows);
  private final InboxStore inbox = new InMemoryInboxStore();
  private final LaneStore lanes = new InMemoryLaneStore();
  private final DoNotContactStore doNotContact = new InMemoryDoNotContactStore();
  private final IdempotencyStore idempotency = new InMemoryIdempotencyStore();
  private final SendMarkStore sendMarks = new InMemorySendMarkStore();
  private final NodeStore nodes = new InMemoryNodeStore();
  private final RateLimitStore rateLimits = new InMemoryRateLimitStore();
  private final WebhookStore webhooks = new InMemoryWebhookStore();
  private final DeliveryStore deliveries = new InMemoryDeliveryStore();
  private final LookUpStore lookUps = new InMemoryLookUpStore();
  private final BulkCheckStore bulkChecks = new InMemoryBulkCheckStore();
  private final ConnectionStore connections = new InMemoryConnectionStore();
  private final CrmJobStore crmJobs = new InMemoryCrmJobStore();
  private final ContactLinkStore contactLinks = new InMemoryContactLinkStore();
  private final CrmHookStore crmHooks = new InMemoryCrmHookStore();
  private final ChatStore chats = new InMemoryChatStore();
  private final ChatOrderStore chatOrders = new InMemoryChatOrderStore();
  private final FileStore files = new InMemoryFileStore();
  private final SandboxStore sandboxes = new InMemorySandboxStore();

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
  public InboxStore inbox() {
    return inbox;
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
