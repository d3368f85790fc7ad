package io.tuco.core.store;

/** Everything the product remembers, as one value. {@link #check()} tells whether it is there. */
public interface Stores {

  WorkspaceStore workspaces();

  MemberStore members();

  ApiKeyStore apiKeys();

  DeviceStore devices();

  LineStore lines();

  LeadStore leads();

  LeadListStore leadLists();

  MessageStore messages();

  MessageArchive archive();

  ReplyStore replies();

  InboxStore inbox();

  LaneStore lanes();

  DoNotContactStore doNotContact();

  IdempotencyStore idempotency();

  SendMarkStore sendMarks();

  NodeStore nodes();

  RateLimitStore rateLimits();

  WebhookStore webhooks();

  DeliveryStore deliveries();

  EventStreamStore eventStream();

  NoticeStore notices();

  LookUpStore lookUps();

  BulkCheckStore bulkChecks();

  ConnectionStore connections();

  CrmJobStore crmJobs();

  ContactLinkStore contactLinks();

  CrmHookStore crmHooks();

  ChatStore chats();

  ChatOrderStore chatOrders();

  FileStore files();

  SandboxStore sandboxes();

  /** Whether a question to the store is answered now. */
  boolean check();
}
