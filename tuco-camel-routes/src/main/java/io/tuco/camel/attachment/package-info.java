/**
 * The files that messages bring along: fetched from users' URLs by a guarded client, judged by
 * their first bytes, and kept for a while per line.
 *
 * <p>Owns the fetch and the shelf. Must not know channels, lanes or stores. The client is no Camel
 * endpoint: a body goes to a file while it comes, and never is an exchange's.
 */
@NullMarked
package io.tuco.camel.attachment;

import org.jspecify.annotations.NullMarked;
