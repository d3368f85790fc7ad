/**
 * The operator's API under {@code /admin}: workspaces, users, keys, devices, lines, status.
 *
 * <p>Lines are of the channel {@code imessage}; another channel is refused as invalid until there
 * is something to send it with. The same holds for keys of another dialect than {@code tuco}.
 *
 * <p>Must not know how a message is sent. Absent unless it is switched on: nothing else refers to
 * it.
 */
@NullMarked
package io.tuco.camel.http.admin;

import org.jspecify.annotations.NullMarked;
