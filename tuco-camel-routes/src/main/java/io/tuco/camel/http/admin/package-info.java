/**
 * The operator's API under {@code /admin}: workspaces, users, keys, devices, lines, status.
 *
 * <p>Keys of another dialect than {@code tuco} are refused as invalid until there is something that
 * speaks it.
 *
 * <p>Must not know how a message is sent. Absent unless it is switched on: nothing else refers to
 * it.
 */
@NullMarked
package io.tuco.camel.http.admin;

import org.jspecify.annotations.NullMarked;
