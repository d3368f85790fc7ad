/**
 * The {@code /api} facade: paths, admission, texts and status codes to the letter of its contract.
 *
 * <p>Must not know how a message is sent or stored.
 */
@NullMarked
package io.tuco.camel.http.api;

import org.jspecify.annotations.NullMarked;
