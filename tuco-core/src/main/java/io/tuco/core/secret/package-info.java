/**
 * Secrets at rest: sealing and opening with one key.
 *
 * <p>Must not know what a secret is for.
 */
@NullMarked
package io.tuco.core.secret;

import org.jspecify.annotations.NullMarked;
