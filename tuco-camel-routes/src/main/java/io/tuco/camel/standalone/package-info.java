/**
 * Tuco as a program: the command line, the embedded store, the relay simulator and their wiring.
 *
 * <p>Nobody imports it; it holds no rule.
 */
@NullMarked
package io.tuco.camel.standalone;

import org.jspecify.annotations.NullMarked;
