/**
 * When a message may leave: send windows in the local time of one IANA zone, and the reading of
 * zones, wall times and weekdays as callers write them.
 *
 * <p>Owns every conversion between instants and local time. It is pure: it asks no clock, keeps no
 * state and knows nothing of messages, lines, caps, stores or JSON.
 */
@NullMarked
package io.tuco.core.timing;

import org.jspecify.annotations.NullMarked;
