/**
 * The product without threads: what embedders test with, and we too.
 *
 * <p>Everything is real but the clock, the relay and the stores' medium.
 */
@NullMarked
package io.tuco.core.harness;

import org.jspecify.annotations.NullMarked;
