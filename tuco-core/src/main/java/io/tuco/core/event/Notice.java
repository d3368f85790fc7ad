package io.tuco.core.event;

import io.tuco.core.address.Address;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import java.time.Instant;
import java.util.Map;

/**
 * An event that is about no message: about a line, or about another endpoint.
 *
 * <p>Its id is made of what it is about and of when that began, so that whoever finds the same
 * thing twice, on two nodes or after a crash, tells it under the same id.
 */
public record Notice(
    String id, EventName name, long seq, Instant at, String workspaceId, Map<String, Object> data)
    implements Event {

  public Notice {
    data = Map.copyOf(data);
  }

  /**
   * A line cannot be used any more.
   *
   * @param outageId of {@link EventIds#outage}
   * @param seq how many outages the line has had with this one
   */
  public static Notice lineDown(
      Line line, SenderHealth health, String outageId, long seq, Instant now) {
    return new Notice(
        outageId,
        EventName.LINE_DOWN,
        seq,
        now,
        line.workspaceId(),
        Map.of(
            "lineId", line.id(),
            "linePhone", line.phone().map(Address::value),
            "lineEmail", line.email().map(Address::value),
            "failures", health.failures(),
            "checkedAt", health.checkedAt()));
  }

  /** An endpoint gets no more deliveries. */
  public static Notice webhookDisabled(WebhookEndpoint endpoint, DisableCause cause, Instant now) {
    return new Notice(
        EventIds.disabling(endpoint),
        EventName.WEBHOOK_DISABLED,
        1,
        now,
        endpoint.workspaceId(),
        Map.of(
            "webhookId", endpoint.id(),
            "url", endpoint.url(),
            "cause", cause.wire(),
            "disabledAt", now,
            "failureCount", endpoint.record().failures()));
  }
}
