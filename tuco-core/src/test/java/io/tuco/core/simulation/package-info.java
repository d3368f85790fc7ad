/**
 * The production dispatch code under a simulated clock, store, relay, Twilio, mail server and crash
 * model, in one thread, driven by a seed (dispatch safety, section 8).
 *
 * <p>Owns the world around the engine and what goes wrong in it; judges nothing: that is the
 * checker's, which reads the log only.
 */
@NullMarked
package io.tuco.core.simulation;

import org.jspecify.annotations.NullMarked;
