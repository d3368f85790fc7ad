/**
 * GHL's vocabulary: contacts, conversations, workflow requests and signatures, as data.
 *
 * <p>Owns what a GHL field, status or signature means. Must not know Camel, an HTTP client or a
 * store: it translates, the routes transport.
 */
@NullMarked
package io.tuco.connectors.ghl;

import org.jspecify.annotations.NullMarked;
