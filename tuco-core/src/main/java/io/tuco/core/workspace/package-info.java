/**
 * The tenant: a workspace, its API keys and what they may do.
 *
 * <p>Owns keys, scopes, access and limits. Must not know leads, lines, sending or any store.
 */
@NullMarked
package io.tuco.core.workspace;

import org.jspecify.annotations.NullMarked;
