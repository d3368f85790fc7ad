package io.tuco.camel.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mongodb.MongoDbComponent;
import org.bson.Document;

/**
 * Every store on one MongoDB database. Thread-safe; blocks the calling thread for each command.
 *
 * <p>The client is bound in Camel's registry as {@code tucoMongo}, and the stores' commands pass
 * through {@code mongodb:tucoMongo} endpoints. One per Camel context; usable before it starts.
 */
public final class MongoStores implements Stores, AutoCloseable {

  private static final int CHECK_SECONDS = 2;

  private final CamelContext context;
  private final MongoClient client;
  private final MongoEndpoints endpoints;
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

  private MongoStores(CamelContext context, MongoClient client, MongoEndpoints endpoints) {
    this.context = context;
    this.client = client;
    this.endpoints = endpoints;
    this.workspaces = new MongoWorkspaceStore(calls(StoredCollection.WORKSPACES));
    this.members = new MongoMemberStore(calls(StoredCollection.MEMBERS));
    this.apiKeys = new MongoApiKeyStore(calls(StoredCollection.API_KEYS));
    this.devices = new MongoDeviceStore(calls(StoredCollection.DEVICES));
    this.lines =
        new MongoLineStore(
            calls(StoredCollection.LINES),
            calls(StoredCollection.LINE_ADDRESSES),
            calls(StoredCollection.LINE_TURNS));
    this.leads =
        new MongoLeadStore(calls(StoredCollection.LEADS), calls(StoredCollection.CONTACT_POINTS));
    this.leadLists = new MongoLeadListStore(calls(StoredCollection.LEAD_LISTS));
    this.messages = new MongoMessageStore(calls(StoredCollection.MESSAGES));
    this.archive = new MongoMessageArchive(calls(StoredCollection.MESSAGES));
    this.replies = new MongoReplyStore(calls(StoredCollection.MESSAGES));
    this.lanes = new MongoLaneStore(calls(StoredCollection.LANES));
    this.doNotContact =
        new MongoDoNotContactStore(
            calls(StoredCollection.DO_NOT_CONTACT), calls(StoredCollection.OPT_OUTS));
    this.idempotency = new MongoIdempotencyStore(calls(StoredCollection.IDEMPOTENCY));
    this.sendMarks = new MongoSendMarkStore(calls(StoredCollection.SEND_MARKS));
    this.inbox =
        new MongoInboxStore(calls(StoredCollection.INBOXES), calls(StoredCollection.STRAYS));
    this.nodes = new MongoNodeStore(calls(StoredCollection.NODES));
    this.rateLimits = new MongoRateLimitStore(calls(StoredCollection.RATE_LIMITS));
    this.webhooks = new MongoWebhookStore(calls(StoredCollection.WEBHOOKS), System::nanoTime);
    this.deliveries = new MongoDeliveryStore(calls(StoredCollection.DELIVERIES));
    this.eventStream = new MongoEventStreamStore(calls(StoredCollection.MESSAGES));
    this.notices = new MongoNoticeStore(calls(StoredCollection.NOTICES));
    this.lookUps = new MongoLookUpStore(calls(StoredCollection.LOOK_UPS));
    this.bulkChecks = new MongoBulkCheckStore(calls(StoredCollection.BULK_CHECKS));
    this.connections = new MongoConnectionStore(calls(StoredCollection.CONNECTIONS));
    this.crmJobs = new MongoCrmJobStore(calls(StoredCollection.CRM_JOBS));
    this.contactLinks = new MongoContactLinkStore(calls(StoredCollection.CONTACT_LINKS));
    this.crmHooks =
        new MongoCrmHookStore(
            calls(StoredCollection.CRM_ORDERS), calls(StoredCollection.CRM_NOTICES));
    this.chats = new MongoChatStore(calls(StoredCollection.CHATS));
    this.chatOrders = new MongoChatOrderStore(calls(StoredCollection.CHAT_ORDERS));
    this.files =
        new MongoFileStore(calls(StoredCollection.FILES), calls(StoredCollection.FILE_PIECES));
    this.sandboxes =
        new MongoSandboxStore(
            calls(StoredCollection.SANDBOXES), calls(StoredCollection.SANDBOX_USES));
  }

  /**
   * Connects, binds the client and creates what indexes are missing.
   *
   * @throws io.tuco.camel.ConfigurationException if the URI is none, or if acknowledged writes
   *     could be lost and the settings do not allow that
   * @throws io.tuco.core.store.StoreException if the server does not answer
   */
  public static MongoStores open(CamelContext context, MongoSettings settings) {
    return open(context, settings, builder -> {});
  }

  static MongoStores open(
      CamelContext context, MongoSettings settings, Consumer<MongoClientSettings.Builder> more) {
    if (context.getRegistry().lookupByName(MongoEndpoints.CLIENT) != null) {
      throw new IllegalStateException("this Camel context has MongoDB stores already");
    }
    var client = MongoConnection.open(settings, more);
    try {
      MongoIndexes.ensure(client.getDatabase(settings.database()));
      return bound(context, client, settings);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private static MongoStores bound(
      CamelContext context, MongoClient client, MongoSettings settings) {
    if (context.hasComponent("mongodb") == null) {
      // Or our client, alone in the registry, would serve an embedder's endpoints as well.
      var component = new MongoDbComponent(context);
      component.setAutowiredEnabled(false);
      context.addComponent("mongodb", component);
    }
    context.getRegistry().bind(MongoEndpoints.CLIENT, MongoClient.class, client);
    return new MongoStores(context, client, new MongoEndpoints(context, settings));
  }

  private MongoCollectionCalls calls(StoredCollection collection) {
    return new MongoCollectionCalls(collection, endpoints);
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

  /** One ping, by the driver itself: the component cannot limit a single command's time. */
  @Override
  public boolean check() {
    try {
      client
          .getDatabase("admin")
          .withTimeout(CHECK_SECONDS, TimeUnit.SECONDS)
          .runCommand(new Document("ping", 1));
      return true;
    } catch (MongoException | IllegalStateException e) {
      // The latter when it is closed.
      return false;
    }
  }

  /** Forgets the client and closes its connections. */
  @Override
  public void close() {
    endpoints.close();
    context.getRegistry().unbind(MongoEndpoints.CLIENT);
    client.close();
  }
}
