package io.tuco.camel.json;

import io.tuco.core.address.Address;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.SenderHealth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line as a workspace sees it (API contract, section 7); never its credentials. */
public final class LineJson {

  private LineJson() {}

  /**
   * @param health its account's health, or that of the device behind it
   * @param usage what it has used of its caps today
   */
  public static Map<String, @Nullable Object> of(Line line, SenderHealth health, LineUsage usage) {
    return new JsonFields()
        .put("_id", line.id())
        .put("workspaceId", line.workspaceId())
        .putIf("phone", line.phone().map(Address::value))
        .putIf("email", line.email().map(Address::value))
        .put("firstName", line.firstName())
        .putIf("lastName", line.lastName())
        .put("isActive", line.active())
        .put("provisioningStatus", "active")
        .put("lineType", "byon")
        .put("dailyNewConversationsLimit", line.limits().newConversationsPerDay())
        .put("dailyTotalMessagesLimit", line.limits().messagesPerDay())
        .put("usage", usage(usage))
        .put("healthCheck", healthCheck(health))
        .put("createdAt", line.createdAt())
        .put("updatedAt", line.updatedAt())
        .put("channel", line.channel().wire())
        .tree();
  }

  private static Map<String, @Nullable Object> usage(LineUsage usage) {
    return new JsonFields()
        .put("date", usage.day().toString())
        .put("newConversationsCount", usage.firsts())
        .put("totalMessagesCount", usage.total())
        .tree();
  }

  /** Clients know two words; a sender that never answered is as good as down. */
  private static Map<String, @Nullable Object> healthCheck(SenderHealth health) {
    return new JsonFields()
        .put("status", health.isHealthy() ? "healthy" : "down")
        .putIf("lastCheckedAt", health.checkedAt())
        .tree();
  }
}
