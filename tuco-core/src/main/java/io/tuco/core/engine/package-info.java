/**
 * The core at work: loads facts from the stores, lets the rules decide, and records what they said.
 *
 * <p>Owns the order "load, decide, record" for accepting and for claiming; decides nothing itself.
 * Must not know a database, a route or a provider.
 */
@NullMarked
package io.tuco.core.engine;

import org.jspecify.annotations.NullMarked;
