/**
 * What is sent or received, and which statuses it may pass through.
 *
 * <p>Owns the message value, its content and the one transition table. Must not know leads, lines,
 * stores or providers.
 */
@NullMarked
package io.tuco.core.message;

import org.jspecify.annotations.NullMarked;
