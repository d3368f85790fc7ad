package io.tuco.camel.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.tuco.core.store.AssembledStores;
import io.tuco.core.store.ForwardingStores;
import io.tuco.core.store.Stores;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mongodb.MongoDbComponent;
import org.bson.Document;

/**
 * Every store on one MongoDB database. Thread-safe; blocks the calling thread for each command.
 *
 * <p>The client is bound in Camel's registry as {@code tucoMongo}, and the stores' commands pass
 * through {@code mongodb:tucoMongo} endpoints. One per Camel context; usable before it starts.
 */
public final class MongoStores extends ForwardingStores implements AutoCloseable {

  private static final int CHECK_SECONDS = 2;

  private final CamelContext context;
  private final MongoClient client;
  private final MongoEndpoints endpoints;

  private MongoStores(CamelContext context, MongoClient client, MongoEndpoints endpoints) {
    super(through(endpoints));
    this.context = context;
    this.client = client;
    this.endpoints = endpoints;
  }

  private static Stores through(MongoEndpoints endpoints) {
    Function<StoredCollection, MongoCollectionCalls> calls =
        collection -> new MongoCollectionCalls(collection, endpoints);
    return new AssembledStores(
        new MongoWorkspaceStore(calls.apply(StoredCollection.WORKSPACES)),
        new MongoMemberStore(calls.apply(StoredCollection.MEMBERS)),
        new MongoApiKeyStore(calls.apply(StoredCollection.API_KEYS)),
        new MongoDeviceStore(calls.apply(StoredCollection.DEVICES)),
        new MongoLineStore(
            calls.apply(StoredCollection.LINES),
            calls.apply(StoredCollection.LINE_ADDRESSES),
            calls.apply(StoredCollection.LINE_TURNS)),
        new MongoLeadStore(
            calls.apply(StoredCollection.LEADS), calls.apply(StoredCollection.CONTACT_POINTS)),
        new MongoLeadListStore(calls.apply(StoredCollection.LEAD_LISTS)),
        new MongoMessageStore(calls.apply(StoredCollection.MESSAGES)),
        new MongoMessageArchive(calls.apply(StoredCollection.MESSAGES)),
        new MongoReplyStore(calls.apply(StoredCollection.MESSAGES)),
        new MongoInboxStore(
            calls.apply(StoredCollection.INBOXES), calls.apply(StoredCollection.STRAYS)),
        new MongoLaneStore(calls.apply(StoredCollection.LANES)),
        new MongoDoNotContactStore(
            calls.apply(StoredCollection.DO_NOT_CONTACT), calls.apply(StoredCollection.OPT_OUTS)),
        new MongoIdempotencyStore(calls.apply(StoredCollection.IDEMPOTENCY)),
        new MongoSendMarkStore(calls.apply(StoredCollection.SEND_MARKS)),
        new MongoNodeStore(calls.apply(StoredCollection.NODES)),
        new MongoRateLimitStore(calls.apply(StoredCollection.RATE_LIMITS)),
        new MongoWebhookStore(calls.apply(StoredCollection.WEBHOOKS), System::nanoTime),
        new MongoDeliveryStore(calls.apply(StoredCollection.DELIVERIES)),
        new MongoEventStreamStore(calls.apply(StoredCollection.MESSAGES)),
        new MongoNoticeStore(calls.apply(StoredCollection.NOTICES)),
        new MongoLookUpStore(calls.apply(StoredCollection.LOOK_UPS)),
        new MongoBulkCheckStore(calls.apply(StoredCollection.BULK_CHECKS)),
        new MongoConnectionStore(calls.apply(StoredCollection.CONNECTIONS)),
        new MongoCrmJobStore(calls.apply(StoredCollection.CRM_JOBS)),
        new MongoContactLinkStore(calls.apply(StoredCollection.CONTACT_LINKS)),
        new MongoCrmHookStore(
            calls.apply(StoredCollection.CRM_ORDERS), calls.apply(StoredCollection.CRM_NOTICES)),
        new MongoChatStore(calls.apply(StoredCollection.CHATS)),
        new MongoChatOrderStore(calls.apply(StoredCollection.CHAT_ORDERS)),
        new MongoFileStore(
            calls.apply(StoredCollection.FILES), calls.apply(StoredCollection.FILE_PIECES)),
        new MongoSandboxStore(
            calls.apply(StoredCollection.SANDBOXES), calls.apply(StoredCollection.SANDBOX_USES)));
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
