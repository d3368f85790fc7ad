/**
 * What a simulated run leaves behind: what devices and providers did, and what the API would have
 * shown.
 *
 * <p>Plain words and numbers of the JDK; must not know the product, so that whoever judges a run by
 * it cannot share the product's mistakes.
 */
@NullMarked
package io.tuco.core.simulation.log;

import org.jspecify.annotations.NullMarked;
