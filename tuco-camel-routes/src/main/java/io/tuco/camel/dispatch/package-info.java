/**
 * Lanes at work: wakes, sweeps and the route that carries the step machine's commands out.
 *
 * <p>Must not know a provider's protocol, nor decide anything about order.
 */
@NullMarked
package io.tuco.camel.dispatch;

import org.jspecify.annotations.NullMarked;
