package io.tuco.camel.http.admin;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.Member;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operator's objects: an id, times, and every field that can be written unless it is a secret
 * (settled answer 22).
 */
final class AdminJson {

  private AdminJson() {}

  static Map<String, @Nullable Object> workspace(
      Workspace workspace, Optional<EmailAddress> owner) {
    return new JsonFields()
        .put("id", workspace.id())
        .put("name", workspace.name())
        .putIf("ownerEmail", owner.map(Address::value))
        .put("timezone", workspace.zone().getId())
        .put("defaultRegion", workspace.defaultRegion())
        .put("readOnly", workspace.isReadOnly())
        .putIf("readOnlyReason", workspace.readOnlyReason())
        .put("rateLimits", rateLimits(workspace.rateLimits()))
        .put("createdAt", workspace.createdAt())
        .put("updatedAt", workspace.updatedAt())
        .tree();
  }

  static Map<String, @Nullable Object> user(Member member) {
    return new JsonFields()
        .put("id", member.id())
        .put("workspaceId", member.workspaceId())
        .put("email", member.email().value())
        .putIf("name", member.name())
        .put("owner", member.owner())
        .put("createdAt", member.createdAt())
        .tree();
  }

  static Map<String, @Nullable Object> key(ApiKey key, Optional<Instant> lastUsedAt) {
    return new JsonFields()
        .put("id", key.id())
        .put("workspaceId", key.workspaceId())
        .put("name", key.name())
        .put("prefix", key.prefix())
        .put("last4", key.last4())
        .put("scopes", key.scopes().stream().sorted().map(Scope::wire).toList())
        .put("lineIds", key.lineIds().stream().sorted().toList())
        .put("enabled", key.enabled())
        .putIf("expiresAt", key.expiresAt())
        .putIf("userId", key.userId())
        .put("dialect", key.dialect().wire())
        .putIf("lastUsedAt", lastUsedAt)
        .put("createdAt", key.createdAt())
        .tree();
  }

  static Map<String, @Nullable Object> device(Device device) {
    var health = device.health();
    return new JsonFields()
        .put("id", device.id())
        .put("name", device.name())
        .put("type", device.type())
        .put("baseUrl", device.baseUrl())
        .put("gapSeconds", device.gap().toSeconds())
        .put("method", device.method().wire())
        .put("health", health.state().wire())
        .put("privateApi", health.privateApi())
        .putIf("failures", health.failures())
        .putIf("checkedAt", health.checkedAt())
        .put("createdAt", device.createdAt())
        .put("updatedAt", device.updatedAt())
        .tree();
  }

  static Map<String, @Nullable Object> line(Line line) {
    var limits = line.limits();
    return new JsonFields()
        .put("id", line.id())
        .put("workspaceId", line.workspaceId())
        .put("channel", line.channel().wire())
        .putIf("deviceId", line.deviceId())
        .putIf("phone", line.phone().map(Address::value))
        .putIf("email", line.email().map(Address::value))
        .put("firstName", line.firstName())
        .putIf("lastName", line.lastName())
        .put("isActive", line.active())
        .put("dailyNewConversationsLimit", limits.newConversationsPerDay())
        .put("dailyTotalMessagesLimit", limits.messagesPerDay())
        .put("hourlyFirstTouchLimit", limits.firstTouchesPerHour())
        .put("contactGapSeconds", limits.contactGap().toSeconds())
        .putIf("contactFirst", line.contactFirst())
        .put("sandbox", line.sandbox())
        .putAll(CarrierJson.of(line.carrier()))
        .put("createdAt", line.createdAt())
        .put("updatedAt", line.updatedAt())
        .tree();
  }

  /** Null speaks here: it is the contract's default. */
  private static Map<String, @Nullable Object> rateLimits(RateLimits limits) {
    return new JsonFields()
        .putOrNull("send", limits.send())
        .putOrNull("availability", limits.availability())
        .putOrNull("replies", limits.replies())
        .putOrNull("other", limits.other())
        .tree();
  }
}
