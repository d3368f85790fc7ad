package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.dispatch.AttachmentShelf;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.Outbox;
import io.tuco.core.message.FileLinks;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the engine is made of.
 *
 * @param streamed whether events go to a stream as well, and not to endpoints alone
 * @param nodeId this node, different from every other node and every earlier start
 * @param nanos a monotonic clock
 * @param factAge how old workspaces, lines and devices may be; {@link RecentFacts#AGE} in
 *     production
 * @param links writes the URLs of what came in
 * @param wake looks at a lane soon
 * @param publish passes on events that no turn of a lane passes on
 * @param deliver attempts a delivery soon
 */
public record EngineParts(
    Stores stores,
    DispatchSettings settings,
    EventRenderer renderer,
    boolean streamed,
    IdGenerator ids,
    Clock clock,
    LongSupplier nanos,
    String nodeId,
    Duration factAge,
    AttachmentShelf attachments,
    FileLinks links,
    Consumer<String> wake,
    Consumer<Outbox> publish,
    Consumer<String> deliver) {}
