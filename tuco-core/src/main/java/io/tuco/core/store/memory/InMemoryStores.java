package io.tuco.core.store.memory;

import io.tuco.core.message.Message;
import io.tuco.core.store.AssembledStores;
import io.tuco.core.store.ForwardingStores;
import io.tuco.core.store.Stores;

/** Stores that are empty when made and gone with the process. Thread-safe; never away. */
public final class InMemoryStores extends ForwardingStores {

  public InMemoryStores() {
    super(empty());
  }

  private static Stores empty() {
    var rows = new Table<Message>(Message::id, message -> message.timeline().createdAt());
    var outboxes = new Outboxes();
    return new AssembledStores(
        new InMemoryWorkspaceStore(),
        new InMemoryMemberStore(),
        new InMemoryApiKeyStore(),
        new InMemoryDeviceStore(),
        new InMemoryLineStore(),
        new InMemoryLeadStore(),
        new InMemoryLeadListStore(),
        new InMemoryMessageStore(rows, outboxes),
        new InMemoryMessageArchive(rows),
        new InMemoryReplyStore(rows),
        new InMemoryInboxStore(),
        new InMemoryLaneStore(),
        new InMemoryDoNotContactStore(),
        new InMemoryIdempotencyStore(),
        new InMemorySendMarkStore(),
        new InMemoryNodeStore(),
        new InMemoryRateLimitStore(),
        new InMemoryWebhookStore(),
        new InMemoryDeliveryStore(),
        new InMemoryEventStreamStore(outboxes),
        new InMemoryNoticeStore(),
        new InMemoryLookUpStore(),
        new InMemoryBulkCheckStore(),
        new InMemoryConnectionStore(),
        new InMemoryCrmJobStore(),
        new InMemoryContactLinkStore(),
        new InMemoryCrmHookStore(),
        new InMemoryChatStore(),
        new InMemoryChatOrderStore(),
        new InMemoryFileStore(),
        new InMemorySandboxStore());
  }
}
