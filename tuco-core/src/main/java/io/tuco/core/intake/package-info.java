/**
 * Accepting a message: from a request's words to a stored message or a documented refusal.
 *
 * <p>Owns every refusal of the send call and their order. Must not know JSON or HTTP.
 */
@NullMarked
package io.tuco.core.intake;

import org.jspecify.annotations.NullMarked;
