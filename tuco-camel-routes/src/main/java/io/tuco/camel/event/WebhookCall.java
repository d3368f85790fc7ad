package io.tuco.camel.event;

import io.tuco.camel.outbound.GuardedTarget;
import java.time.Duration;
import java.util.Map;

/**
 * One POST, complete.
 *
 * @param target the address of the host that was judged, and the only one to connect to
 * @param headers all of them; nothing is added but what HTTP itself needs
 * @param limit for the head of the answer
 */
record WebhookCall(
    GuardedTarget.Reachable target, Map<String, String> headers, byte[] body, Duration limit) {}
