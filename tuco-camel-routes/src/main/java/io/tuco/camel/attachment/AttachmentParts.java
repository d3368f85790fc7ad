package io.tuco.camel.attachment;

import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlRules;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * What the shelf is made of.
 *
 * @param vertx carries the HTTP client; it stays the caller's to close
 * @param urls which addresses may be called
 * @param directory for the files, of this process alone; what an earlier one left there is deleted
 * @param nanos a monotonic clock
 */
public record AttachmentParts(
    Vertx vertx,
    UrlRules urls,
    HostLookup hosts,
    OwnFiles own,
    Path directory,
    FetchLimits fetch,
    ShelfLimits shelf,
    LongSupplier nanos) {}
