/**
 * Events on their way out: the bytes of a payload, the fan-out to subscribers and the delivery.
 *
 * <p>Owns payload rendering and delivery routes. Must not know a driver or decide what is delivered
 * when.
 */
@NullMarked
package io.tuco.camel.event;

import org.jspecify.annotations.NullMarked;
