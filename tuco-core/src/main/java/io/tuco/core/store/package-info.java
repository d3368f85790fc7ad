/**
 * The ports through which the domain is remembered, in the domain's verbs.
 *
 * <p>Owns what a store promises (one abstract contract test per port). Must not know a database.
 */
@NullMarked
package io.tuco.core.store;

import org.jspecify.annotations.NullMarked;
