package io.tuco.core.workspace;

import java.time.Instant;

/**
 * Why nothing leaves through a workspace's own account until somebody changes its configuration
 * (Twilio contract, section 2).
 *
 * @param reason a sentence for people
 */
public record AccountStop(String reason, Instant since) {}
