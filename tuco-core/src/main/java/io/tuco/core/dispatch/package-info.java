/**
 * Sending an accepted message: which step comes next, what an answer means, and what follows.
 *
 * <p>Owns the step machine; it yields one command at a time and takes its result. Must not know a
 * provider's protocol, a route or a database.
 */
@NullMarked
package io.tuco.core.dispatch;

import org.jspecify.annotations.NullMarked;
