package io.tuco.core.store;

/** Stores put together of one for each kind, which are always there. */
public record AssembledStores(
    WorkspaceStore workspaces,
    MemberStore members,
    ApiKeyStore apiKeys,
    DeviceStore devices,
    LineStore lines,
    LeadStore leads,
    LeadListStore leadLists,
    MessageStore messages,
    MessageArchive archive,
    ReplyStore replies,
    InboxStore inbox,
    LaneStore lanes,
    DoNotContactStore doNotContact,
    IdempotencyStore idempotency,
    SendMarkStore sendMarks,
    NodeStore nodes,
    RateLimitStore rateLimits,
    WebhookStore webhooks,
    DeliveryStore deliveries,
    EventStreamStore eventStream,
    NoticeStore notices,
    LookUpStore lookUps,
    BulkCheckStore bulkChecks,
    ConnectionStore connections,
    CrmJobStore crmJobs,
    ContactLinkStore contactLinks,
    CrmHookStore crmHooks,
    ChatStore chats,
    ChatOrderStore chatOrders,
    FileStore files,
    SandboxStore sandboxes)
    implements Stores {

  @Override
  public boolean check() {
    return true;
  }
}
