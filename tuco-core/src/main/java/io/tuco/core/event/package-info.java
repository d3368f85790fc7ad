/**
 * What Tuco tells others: events, who subscribes to them, and how a delivery is addressed and
 * signed.
 *
 * <p>Owns the rules of delivery (URLs, secrets, signatures). Must not know HTTP clients, JSON or
 * DNS: it judges the addresses it is shown.
 */
@NullMarked
package io.tuco.core.event;

import org.jspecify.annotations.NullMarked;
