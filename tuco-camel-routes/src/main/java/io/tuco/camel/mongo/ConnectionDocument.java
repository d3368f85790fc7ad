package io.tuco.camel.mongo;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.SyncPlan;
import io.tuco.core.crm.SyncProgress;
import io.tuco.core.secret.Sealed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;

/** A connection as it lies in {@code connections}; its tokens and its secret are sealed. */
final class ConnectionDocument {

  static final String NEXT_AT = "progress.nextAt";
  static final String ACCOUNT_ID = "account.id";
  static final List<String> OPTIONAL = List.of("name", "account");

  private ConnectionDocument() {}

  static Document of(Connection connection) {
    return new DocumentWriter()
        .put("_id", connection.id())
        .put("workspaceId", connection.workspaceId())
        .put("crm", connection.crm())
        .put("name", connection.name())
        .put("account", connection.account().map(ConnectionDocument::of))
        .put("status", connection.status().wire())
        .put("tokens", of(connection.tokens()))
        .put("mapping", of(connection.mapping()))
        .put("syncEnabled", connection.plan().enabled())
        .put("syncEvery", connection.plan().every())
        .put("progress", of(connection.progress()))
        .put("hookSecret", connection.hookSecret())
        .put("createdAt", connection.createdAt())
        .put("version", connection.version())
        .document();
  }

  static Connection read(Document document) {
    var reader = new DocumentReader(document);
    return new Connection(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.text("crm"),
        reader.optionalText("name"),
        reader.optionalPart("account").map(ConnectionDocument::account),
        reader.constant("status", ConnectionStatus.values(), ConnectionStatus::wire),
        tokens(reader.part("tokens")),
        mapping(reader.part("mapping")),
        new SyncPlan(reader.flag("syncEnabled"), Duration.parse(reader.text("syncEvery"))),
        progress(reader.part("progress")),
        new Sealed(reader.text("hookSecret")),
        reader.instant("createdAt"),
        reader.bigNumber("version"));
  }

  private static Document of(CrmAccount account) {
    return new DocumentWriter().put("id", account.id()).put("zone", account.zone()).document();
  }

  private static CrmAccount account(DocumentReader reader) {
    return new CrmAccount(reader.text("id"), reader.optionalText("zone"));
  }

  private static Document of(ConnectionTokens tokens) {
    return new DocumentWriter()
        .put("access", tokens.access())
        .put("refresh", tokens.refresh())
        .put("expiresAt", tokens.expiresAt())
        .put("grantedAt", tokens.grantedAt())
        .document();
  }

  private static ConnectionTokens tokens(DocumentReader reader) {
    return new ConnectionTokens(
        new Sealed(reader.text("access")),
        reader.optionalText("refresh").map(Sealed::new),
        reader.optionalInstant("expiresAt"),
        reader.instant("grantedAt"));
  }

  private static Document of(ConnectionMapping mapping) {
    return pairs(
            pairs(
                pairs(new DocumentWriter(), "owners", mapping.owners()),
                "customFields",
                mapping.customFields()),
            "options",
            mapping.options())
        .document();
  }

  private static ConnectionMapping mapping(DocumentReader reader) {
    return new ConnectionMapping(
        pairs(reader, "owners"), pairs(reader, "customFields"), pairs(reader, "options"));
  }

  private static Document of(SyncProgress progress) {
    return new DocumentWriter()
        .put("state", progress.state().wire())
        .put("lastRunAt", progress.lastRunAt())
        .put("watermark", progress.watermark())
        .put("cursor", progress.cursor())
        .put("startedAt", progress.startedAt())
        .put("counted", progress.counted())
        .put("total", progress.total())
        .put("failure", progress.failure())
        .put("nextAt", progress.nextAt())
        .document();
  }

  private static SyncProgress progress(DocumentReader reader) {
    return new SyncProgress(
        reader.constant("state", SyncProgress.State.values(), SyncProgress.State::wire),
        reader.optionalInstant("lastRunAt"),
        reader.optionalInstant("watermark"),
        reader.optionalText("cursor"),
        reader.optionalInstant("startedAt"),
        reader.bigNumber("counted"),
        reader.optionalBigNumber("total"),
        reader.optionalText("failure"),
        reader.optionalInstant("nextAt"));
  }

  /** Pairs, because others name these: a field name may have no $ and no dot. */
  private static DocumentWriter pairs(
      DocumentWriter writer, String name, Map<String, String> values) {
    return writer.put(
        name,
        new TreeMap<>(values).entrySet(),
        pair ->
            new DocumentWriter()
                .put("name", pair.getKey())
                .put("value", pair.getValue())
                .document());
  }

  private static Map<String, String> pairs(DocumentReader reader, String name) {
    return reader.parts(name).stream()
        .collect(Collectors.toMap(pair -> pair.text("name"), pair -> pair.text("value")));
  }
}
