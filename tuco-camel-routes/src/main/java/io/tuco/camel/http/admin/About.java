package io.tuco.camel.http.admin;

import java.time.Instant;

/**
 * What the status page tells of this process.
 *
 * @param storeKind such as {@code memory}, {@code embedded} or {@code mongodb}
 */
public record About(String version, String storeKind, Instant startedAt) {}
