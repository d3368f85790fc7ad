package io.tuco.camel.mongo;

import static io.tuco.camel.mongo.StoredCollection.API_KEYS;
import static io.tuco.camel.mongo.StoredCollection.BULK_CHECKS;
import static io.tuco.camel.mongo.StoredCollection.CHATS;
import static io.tuco.camel.mongo.StoredCollection.CHAT_ORDERS;
import static io.tuco.camel.mongo.StoredCollection.CONNECTIONS;
import static io.tuco.camel.mongo.StoredCollection.CONTACT_LINKS;
import static io.tuco.camel.mongo.StoredCollection.CONTACT_POINTS;
import static io.tuco.camel.mongo.StoredCollection.CRM_JOBS;
import static io.tuco.camel.mongo.StoredCollection.CRM_NOTICES;
import static io.tuco.camel.mongo.StoredCollection.CRM_ORDERS;
import static io.tuco.camel.mongo.StoredCollection.DELIVERIES;
import static io.tuco.camel.mongo.StoredCollection.DEVICES;
import static io.tuco.camel.mongo.StoredCollection.DO_NOT_CONTACT;
import static io.tuco.camel.mongo.StoredCollection.FILES;
import static io.tuco.camel.mongo.StoredCollection.FILE_PIECES;
import static io.tuco.camel.mongo.StoredCollection.IDEMPOTENCY;
import static io.tuco.camel.mongo.StoredCollection.LANES;
import static io.tuco.camel.mongo.StoredCollection.LEADS;
import static io.tuco.camel.mongo.StoredCollection.LEAD_LISTS;
import static io.tuco.camel.mongo.StoredCollection.LINES;
import static io.tuco.camel.mongo.StoredCollection.LINE_ADDRESSES;
import static io.tuco.camel.mongo.StoredCollection.MEMBERS;
import static io.tuco.camel.mongo.StoredCollection.MESSAGES;
import static io.tuco.camel.mongo.StoredCollection.NODES;
import static io.tuco.camel.mongo.StoredCollection.NOTICES;
import static io.tuco.camel.mongo.StoredCollection.SANDBOXES;
import static io.tuco.camel.mongo.StoredCollection.SANDBOX_USES;
import static io.tuco.camel.mongo.StoredCollection.SEND_MARKS;
import static io.tuco.camel.mongo.StoredCollection.STRAYS;
import static io.tuco.camel.mongo.StoredCollection.WEBHOOKS;
import static io.tuco.camel.mongo.StoredCollection.WORKSPACES;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every index besides {@code _id}, and every question that crosses workspaces. A store that asks
 * something new adds it here first; a test watches the commands.
 */
final class MongoIndexes {

  private static final List<MongoIndex> ALL =
      List.of(
          // Lists, newest or oldest first.
          MongoIndex.on(WORKSPACES, "-createdAt", "-_id"),
          MongoIndex.on(DEVICES, "-createdAt", "-_id"),
          MongoIndex.on(MEMBERS, "workspaceId", "createdAt", "_id"),
          MongoIndex.on(API_KEYS, "workspaceId", "-createdAt", "-_id"),
          MongoIndex.on(LINES, "workspaceId", "createdAt", "_id"),
          MongoIndex.on(WEBHOOKS, "workspaceId", "-createdAt", "-_id"),
          MongoIndex.on(DO_NOT_CONTACT, "workspaceId", "-createdAt", "-id"),
          MongoIndex.on(LEADS, "workspaceId", "-createdAt", "-_id"),
          MongoIndex.on(LEADS, "workspaceId", "listId", "-createdAt", "-_id"),
          MongoIndex.on(LEAD_LISTS, "workspaceId", "-createdAt", "-_id"),
          MongoIndex.on(MESSAGES, "workspaceId", "-timeline.createdAt", "-_id"),
          MongoIndex.on(MESSAGES, "workspaceId", "status", "-timeline.createdAt", "-_id"),
          MongoIndex.on(MESSAGES, "workspaceId", "origin.leadId", "-timeline.createdAt", "-_id"),
          MongoIndex.on(MESSAGES, "workspaceId", "origin.batchId", "-timeline.createdAt", "-_id"),
          MongoIndex.on(MESSAGES, "workspaceId", "chat", "-timeline.createdAt", "-_id"),
          MongoIndex.on(BULK_CHECKS, "createdAt", "_id"),
          MongoIndex.on(CONNECTIONS, "workspaceId", "-createdAt", "-_id"),
          MongoIndex.on(CHATS, "workspaceId", "lineId", "-createdAt", "-_id"),
          // Look-ups.
          MongoIndex.on(BULK_CHECKS, "workspaceId"),
          MongoIndex.on(API_KEYS, "hash"),
          MongoIndex.sparse(LINES, "deviceId"),
          MongoIndex.sparse(LINES, "account"),
          MongoIndex.on(LEADS, "workspaceId", "points"),
          MongoIndex.on(LEADS, "workspaceId", "integrationIds.ghlRecordIds"),
          MongoIndex.sparse(LINES, "carrier.sms.accountSid"),
          MongoIndex.sparse(WORKSPACES, "smsFallback.accountSid"),
          MongoIndex.on(LEADS, "workspaceId", "integrationIds.hubspotRecordId"),
          MongoIndex.on(DO_NOT_CONTACT, "workspaceId", "id"),
          MongoIndex.on(SANDBOXES, "workspaceId", "code"),
          MongoIndex.on(FILE_PIECES, "workspaceId", "fileId"),
          MongoIndex.on(DELIVERIES, "workspaceId", "endpointId", "-createdAt", "-_id"),
          MongoIndex.on(DELIVERIES, "workspaceId", "endpointId", "status", "-createdAt", "-_id"),
          MongoIndex.sparse(MESSAGES, "externalIds"),
          MongoIndex.sparse(MESSAGES, "sends"),
          MongoIndex.sparse(MESSAGES, "touches"),
          MongoIndex.sparse(MESSAGES, "ended.line", "-ended.at", "ended.failed"),
          MongoIndex.sparse(MESSAGES, "reply.person", "-reply.at", "-reply.id"),
          MongoIndex.sparse(MESSAGES, "reply.heard", "-reply.at"),
          MongoIndex.on(CONNECTIONS, "crm", "account.id"),
          MongoIndex.on(STRAYS, "-writtenAt", "-_id"),
          MongoIndex.on(CRM_JOBS, "workspaceId", "connectionId", "openLane"),
          MongoIndex.on(CRM_JOBS, "workspaceId", "connectionId", "standing"),
          MongoIndex.on(CRM_JOBS, "workspaceId", "connectionId", "recordId"),
          MongoIndex.on(CONTACT_LINKS, "workspaceId", "connectionId", "contactId"),
          MongoIndex.on(CONTACT_LINKS, "workspaceId", "address"),
          // The work at hand: fields that only unfinished documents have.
          MongoIndex.sparse(MESSAGES, "waiting.lane", "waiting.due", "waiting.id"),
          MongoIndex.sparse(MESSAGES, "waiting.queue", "waiting.due", "waiting.id"),
          MongoIndex.sparse(MESSAGES, "waiting.contact"),
          MongoIndex.sparse(MESSAGES, "waiting.since", "waiting.id"),
          MongoIndex.sparse(MESSAGES, "owesFollowUp"),
          MongoIndex.sparse(MESSAGES, "unheeded"),
          MongoIndex.sparse(MESSAGES, "waiting.line", "waiting.since", "waiting.id"),
          MongoIndex.sparse(MESSAGES, "work"),
          MongoIndex.sparse(MESSAGES, "outboxSince"),
          MongoIndex.sparse(MESSAGES, "streamSince"),
          MongoIndex.sparse(NOTICES, "streamSince"),
          MongoIndex.sparse(MESSAGES, "forgotten"),
          MongoIndex.sparse(LANES, "owners"),
          MongoIndex.sparse(NODES, "beats"),
          MongoIndex.sparse(DELIVERIES, "nextAttemptAt", "endpointId"),
          MongoIndex.sparse(DELIVERIES, "open"),
          MongoIndex.sparse(CONNECTIONS, "progress.nextAt"),
          MongoIndex.sparse(CRM_JOBS, "due"),
          MongoIndex.sparse(CRM_JOBS, "standing"),
          MongoIndex.sparse(CHAT_ORDERS, "openSince"),
          // What is forgotten after a while.
          MongoIndex.on(CRM_JOBS, "createdAt"),
          MongoIndex.on(CRM_ORDERS, "createdAt"),
          MongoIndex.on(CRM_NOTICES, "at"),
          MongoIndex.on(IDEMPOTENCY, "createdAt"),
          MongoIndex.on(DELIVERIES, "createdAt"),
          MongoIndex.on(CHAT_ORDERS, "createdAt"),
          MongoIndex.on(SEND_MARKS, "at"),
          MongoIndex.on(FILES, "createdAt"),
          MongoIndex.on(FILE_PIECES, "at"),
          MongoIndex.on(SANDBOX_USES, "day"));

  private static final List<CrossWorkspaceQuery> CROSS_WORKSPACE =
      List.of(
          CrossWorkspaceQuery.of(
              MESSAGES, "the head of a queue of a lane, which a device shares", "waiting.queue"),
          CrossWorkspaceQuery.of(MESSAGES, "first touches of a line's lead", "waiting.contact"),
          CrossWorkspaceQuery.of(
              MESSAGES, "what has waited too long, how much waits", "waiting.since"),
          CrossWorkspaceQuery.of(MESSAGES, "whom a line has met", "touches"),
          CrossWorkspaceQuery.of(
              MESSAGES, "which line of a device wrote to the address", "touches", "status"),
          CrossWorkspaceQuery.of(
              MESSAGES, "which line of a device heard from the address", "reply.heard"),
          CrossWorkspaceQuery.of(MESSAGES, "replies that nobody has heeded", "unheeded"),
          CrossWorkspaceQuery.of(MESSAGES, "which message a provider speaks of", "sends"),
          CrossWorkspaceQuery.of(MESSAGES, "texts that are owed", "owesFollowUp"),
          CrossWorkspaceQuery.of(MESSAGES, "next due, next lane", "waiting.lane"),
          CrossWorkspaceQuery.of(MESSAGES, "what a line that is gone leaves", "waiting.line"),
          CrossWorkspaceQuery.of(MESSAGES, "messages with events to publish", "outboxSince"),
          CrossWorkspaceQuery.of(
              MESSAGES,
              "what is to be deleted",
              "forgotten",
              "status",
              "outboxSince",
              "streamSince"),
          CrossWorkspaceQuery.of(MESSAGES, "events that wait for the stream", "streamSince"),
          CrossWorkspaceQuery.of(NOTICES, "events that wait for the stream", "streamSince"),
          CrossWorkspaceQuery.of(MESSAGES, "how much is being sent", "work"),
          CrossWorkspaceQuery.of(MESSAGES, "which sends a device reports are ours", "externalIds"),
          CrossWorkspaceQuery.of(
              MESSAGES, "its line begins with the workspace", "ended.line", "ended.at"),
          CrossWorkspaceQuery.of(
              MESSAGES,
              "its line begins with the workspace",
              "ended.line",
              "ended.at",
              "ended.failed"),
          CrossWorkspaceQuery.of(BULK_CHECKS, "checks that nobody works on"),
          CrossWorkspaceQuery.of(CONNECTIONS, "the operator's connection, a hook's", "_id"),
          CrossWorkspaceQuery.of(CONNECTIONS, "whose account a CRM speaks of", "crm", "account.id"),
          CrossWorkspaceQuery.of(CONNECTIONS, "contacts to be read", "progress.nextAt"),
          CrossWorkspaceQuery.of(CRM_JOBS, "jobs that are due", "due"),
          CrossWorkspaceQuery.of(
              CRM_JOBS, "jobs that are due, but for busy connections", "due", "connectionId"),
          CrossWorkspaceQuery.of(CRM_JOBS, "the operator's counts", "standing"),
          CrossWorkspaceQuery.of(
              CRM_JOBS, "jobs that are old enough to forget", "createdAt", "openLane"),
          CrossWorkspaceQuery.of(CRM_ORDERS, "orders that are old enough to forget", "createdAt"),
          CrossWorkspaceQuery.of(CRM_NOTICES, "notices that are old enough to forget", "at"),
          CrossWorkspaceQuery.of(CHAT_ORDERS, "orders that nobody carries out", "openSince"),
          CrossWorkspaceQuery.of(
              CHAT_ORDERS, "orders that are old enough to forget", "createdAt", "openSince"),
          CrossWorkspaceQuery.of(DELIVERIES, "deliveries that are due", "nextAttemptAt", "open"),
          CrossWorkspaceQuery.of(
              DELIVERIES, "deliveries that are due", "nextAttemptAt", "open", "endpointId"),
          CrossWorkspaceQuery.of(
              DELIVERIES, "one delivery that is due", "_id", "nextAttemptAt", "open"),
          CrossWorkspaceQuery.of(
              DELIVERIES, "which of some deliveries a sweep has claimed", "_id", "claim"),
          CrossWorkspaceQuery.of(DELIVERIES, "the operator's counts", "open"),
          CrossWorkspaceQuery.of(
              DELIVERIES, "deliveries that are old enough to forget", "createdAt", "open"),
          CrossWorkspaceQuery.of(IDEMPOTENCY, "keys that are old enough to forget", "createdAt"),
          CrossWorkspaceQuery.of(SEND_MARKS, "marks that are old enough to forget", "at"),
          CrossWorkspaceQuery.of(FILES, "files that are old enough to forget", "createdAt"),
          CrossWorkspaceQuery.of(FILE_PIECES, "pieces that are old enough to forget", "at"),
          CrossWorkspaceQuery.of(SANDBOX_USES, "days that are over", "day"),
          CrossWorkspaceQuery.of(LINES, "the dispatcher's line, the operator's", "_id"),
          CrossWorkspaceQuery.of(LINES, "the lines of a device", "deviceId"),
          CrossWorkspaceQuery.of(LINES, "the lines with accounts to probe", "account"),
          CrossWorkspaceQuery.of(
              LINES, "whose account signed a carrier's report", "carrier.sms.accountSid"),
          CrossWorkspaceQuery.of(LINES, "the health of a line's account", "_id", "account"),
          CrossWorkspaceQuery.of(API_KEYS, "the key tells the workspace", "hash"),
          CrossWorkspaceQuery.of(API_KEYS, "the operator's keys", "_id"),
          CrossWorkspaceQuery.of(MEMBERS, "the operator's members", "_id"),
          CrossWorkspaceQuery.of(CONTACT_POINTS, "its id begins with the workspace", "_id"),
          CrossWorkspaceQuery.of(
              CONTACT_POINTS, "its id begins with the workspace", "_id", "owner", "revision"),
          CrossWorkspaceQuery.of(LINE_ADDRESSES, "one line in any workspace", "_id"),
          CrossWorkspaceQuery.of(
              LINE_ADDRESSES, "one line in any workspace", "_id", "owner", "revision"));

  private MongoIndexes() {}

  static List<MongoIndex> all() {
    return ALL;
  }

  static List<CrossWorkspaceQuery> crossWorkspace() {
    return CROSS_WORKSPACE;
  }

  /**
   * Creates what is missing. By the driver itself: the component can only make indexes that are not
   * sparse, and only in passing.
   */
  static void ensure(MongoDatabase database) {
    Stream.of(StoredCollection.values()).forEach(collection -> ensure(database, collection));
  }

  private static void ensure(MongoDatabase database, StoredCollection collection) {
    var models =
        ALL.stream()
            .filter(index -> index.collection() == collection)
            .map(index -> new IndexModel(index.keys(), new IndexOptions().sparse(index.sparse())))
            .collect(Collectors.toList());
    if (models.isEmpty()) {
      return;
    }
    try {
      database.getCollection(collection.wire()).createIndexes(models);
    } catch (MongoException e) {
      throw StoreFailures.failure("createIndexes", collection, e);
    }
  }
}
