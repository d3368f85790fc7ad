package io.tuco.camel.dispatch;

import io.tuco.core.IdGenerator;
import io.tuco.core.dispatch.AttachmentShelf;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.message.FileLinks;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What dispatch is made of.
 *
 * @param nodeId this node, different from every other node and every earlier start
 * @param nanos a monotonic clock
 * @param links writes the URLs of what came in
 */
public record DispatchParts(
    Stores stores,
    DispatchSettings settings,
    EventRenderer renderer,
    boolean streamed,
    IdGenerator ids,
    Clock clock,
    LongSupplier nanos,
    String nodeId,
    AttachmentShelf attachments,
    FileLinks links,
    Ticks ticks,
    int workers) {}
