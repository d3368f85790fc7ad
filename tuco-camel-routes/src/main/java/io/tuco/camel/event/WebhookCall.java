package io.tuco.camel.event;

import io.tuco.core.event.GuardedUrl;
import java.net.InetAddress;
import java.util.Map;

/**
 * One POST, complete.
 *
 * @param address the address of the host that was judged, and the only one to connect to
 * @param headers all of them; nothing is added but what HTTP itself needs
 */
record WebhookCall(GuardedUrl url, InetAddress address, Map<String, String> headers, byte[] body) {}
