/**
 * HubSpot's vocabulary: contacts, communications, workflow actions and signatures, as data.
 *
 * <p>Owns what a HubSpot property, status or signature means. Must not know Camel, an HTTP client
 * or a store: it translates, the routes transport.
 */
@NullMarked
package io.tuco.connectors.hubspot;

import org.jspecify.annotations.NullMarked;
