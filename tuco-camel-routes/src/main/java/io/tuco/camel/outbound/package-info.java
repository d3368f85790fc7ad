/**
 * HTTP calls that we make: a call as a record, an answer or a failure as a record, no thread held
 * while waiting.
 *
 * <p>Owns the client's limits: no retries, no redirects, bounded answers, separate connect and
 * total times. Must not know whom it calls or what an answer means.
 */
@NullMarked
package io.tuco.camel.outbound;

import org.jspecify.annotations.NullMarked;
