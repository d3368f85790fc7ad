/**
 * Secrets at rest, sealed and opened with one key; and keys to sign with, made from it.
 *
 * <p>Must not know what a secret is for.
 */
@NullMarked
package io.tuco.core.secret;

import org.jspecify.annotations.NullMarked;
