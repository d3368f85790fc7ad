package io.tuco.camel.event;

import io.tuco.core.event.DeliverySchedule;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.UrlRules;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the event routes are made of.
 *
 * @param nodeId of this process and no other
 * @param beside makes what else follows from events than their deliveries, and before they are
 *     marked; may be given the same ones twice
 * @param drained takes outboxes whose deliveries are made: marks them, or hands them on
 * @param urls which addresses may be called
 * @param streamed whether events go to a stream as well
 * @param nanos a monotonic clock
 * @param vertx carries the HTTP client; it stays the caller's to close
 */
public record EventParts(
    Stores stores,
    String nodeId,
    Consumer<Collection<Outbox>> beside,
    Consumer<Collection<Outbox>> drained,
    UrlRules urls,
    HostLookup lookup,
    SecretBox secrets,
    DeliverySchedule schedule,
    EventRenderer renderer,
    boolean streamed,
    Clock clock,
    LongSupplier nanos,
    Vertx vertx,
    EventSettings settings) {}
