/**
 * The {@code /v1} facade: the same core, stores and events as {@code /api}, in the words of the
 * messages.dev interface.
 *
 * <p>Owns that interface's paths, ids, errors and pages ({@code docs/reference/v1.md}). Must not
 * know how anything is sent.
 */
@NullMarked
package io.tuco.camel.http.v1;

import org.jspecify.annotations.NullMarked;
