/**
 * GHL's vocabulary: contacts, conversations, tokens, workflow requests and signatures, as data.
 *
 * <p>Owns what a GHL field, status or signature means. Must not know Camel, an HTTP client or a
 * store: it describes calls and reads answers, the transport makes them. Its door is {@link
 * io.tuco.connectors.ghl.GhlConnectorProvider}.
 */
@NullMarked
package io.tuco.connectors.ghl;

import org.jspecify.annotations.NullMarked;
