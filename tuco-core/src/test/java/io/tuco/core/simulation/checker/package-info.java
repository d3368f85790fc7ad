/**
 * The judge of simulated runs.
 *
 * <p>Owns what may and may not happen, in its own words: it reads the log of a run and the JDK's
 * calendar. Must not know the product, whose mistakes it would share.
 */
@NullMarked
package io.tuco.core.simulation.checker;

import org.jspecify.annotations.NullMarked;
