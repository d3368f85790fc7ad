/**
 * The embedded store: a small MongoDB on loopback, for evaluation and for one small node.
 *
 * <p>Owns the wire server, the ordered indexes with their planner, and the SQLite file below {@code
 * <dataDir>/store/}. Must not know Tuco: no message, no lead, no setting, no Camel. Whoever needs
 * it opens {@link io.tuco.camel.standalone.store.EmbeddedStore} and talks to its URI with the
 * ordinary driver, so that a real MongoDB replaces it by another URI.
 *
 * <p>How a command runs: {@code CommandHandler} reads it, {@code StoreBackend} and {@code
 * StoredDatabase} find the collection, {@code Planner} picks an index, {@code StoredCollection}
 * decides under its lock, {@code Journal} writes it down together with everybody else's, and only
 * then the answer leaves.
 */
@NullMarked
package io.tuco.camel.standalone.store;

import org.jspecify.annotations.NullMarked;
