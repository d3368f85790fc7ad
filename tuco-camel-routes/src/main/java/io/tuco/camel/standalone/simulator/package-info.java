/**
 * A simulated iMessage relay: a BlueBubbles 1.9.9 server, as far as a client can tell, which sends
 * to nobody. People try Tuco with it, and tests break it on purpose through its control endpoint.
 *
 * <p>Owns the relay's answers (relay contract, sections 2 to 6), several simulated devices, the
 * faults that can be armed and the log from which it comes back after a crash. Everything but the
 * log's writer runs on one event loop, so nothing here needs a lock. Must not know Camel, the core
 * or the adapter it is there to deceive: sharing a codec with that adapter would hide the mistakes
 * both make.
 */
@NullMarked
package io.tuco.camel.standalone.simulator;

import org.jspecify.annotations.NullMarked;
