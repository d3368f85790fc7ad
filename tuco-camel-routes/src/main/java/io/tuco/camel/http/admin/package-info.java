/**
 * The operator's API under {@code /admin}: workspaces, keys, devices, lines, status.
 *
 * <p>Must not know how a message is sent.
 */
@NullMarked
package io.tuco.camel.http.admin;

import org.jspecify.annotations.NullMarked;
