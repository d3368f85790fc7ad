package io.tuco.camel.http.admin;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmHooks;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.CrmJobStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection as the operator sees it: never a token. */
final class ConnectionJson {

  private static final String HOOKS = "/hooks/";

  private final ConnectionParts parts;
  private final CrmJobStore jobs;
  private final SecretBox box;

  ConnectionJson(ConnectionParts parts, CrmJobStore jobs, SecretBox box) {
    this.jobs = jobs;
    this.parts = parts;
    this.box = box;
  }

  Map<String, @Nullable Object> of(Connection connection, Instant now) {
    var mapping = connection.mapping();
    return new JsonFields()
        .put("id", connection.id())
        .put("workspaceId", connection.workspaceId())
        .put("crm", connection.crm())
        .putIf("name", connection.name())
        .put("status", connection.status().wire())
        .putIf(accountName(connection.crm()), connection.accountId())
        .put(
            "mapping",
            new JsonFields()
                .put("owners", new TreeMap<>(mapping.owners()))
                .put("customFields", new TreeMap<>(mapping.customFields()))
                .put("options", new TreeMap<>(mapping.options()))
                .tree())
        .put("sync", sync(connection, now))
        .put("jobs", jobs(connection))
        .put("hooks", hooks(connection))
        .put("createdAt", connection.createdAt())
        .tree();
  }

  private Map<String, @Nullable Object> jobs(Connection connection) {
    return CrmJobsJson.of(jobs.countsOf(connection.workspaceId(), connection.id()));
  }

  private static String accountName(String crm) {
    return switch (crm) {
      case "ghl" -> "locationId";
      case "hubspot" -> "portalId";
      default -> "accountId";
    };
  }

  private static Map<String, @Nullable Object> sync(Connection connection, Instant now) {
    var progress = connection.progress();
    return new JsonFields()
        .put("enabled", connection.plan().enabled())
        .put("everyMinutes", connection.plan().every().toMinutes())
        .putIf("lastRunAt", progress.lastRunAt())
        .putIf("watermark", progress.watermark())
        .put("state", progress.state().wire())
        .put("counted", progress.counted())
        .putOrNull("total", progress.total())
        .put("perMinute", progress.perMinute(now))
        .putOrNull("remaining", progress.remaining())
        .putIf("failure", progress.failure())
        .tree();
  }

  private Map<String, @Nullable Object> hooks(Connection connection) {
    var urls = new JsonFields();
    parts
        .connectors()
        .find(connection.crm())
        .flatMap(connector -> connector.hooks())
        .map(CrmHooks::names)
        .orElseGet(List::of)
        .forEach(hook -> urls.put(nameOf(hook) + "Url", url(connection, hook)));
    return urls.tree();
  }

  /** Two are in the contract under one name for all CRMs. */
  private static String nameOf(CrmHooks.Hook hook) {
    return switch (hook.name()) {
      case "workflow", "action" -> "workflow";
      case "", "events" -> "events";
      default -> hook.name();
    };
  }

  private String url(Connection connection, CrmHooks.Hook hook) {
    return parts.hookBase()
        + HOOKS
        + connection.crm()
        + (hook.name().isEmpty() ? "" : "/" + hook.name())
        + (hook.ofConnection() ? "/" + connection.id() : "")
        + (hook.tokenInUrl() ? "?token=" + box.open(connection.hookSecret()) : "");
  }
}
