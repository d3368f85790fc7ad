/**
 * HubSpot's vocabulary: contacts, timeline, import, tokens, workflow actions and signatures, as
 * dialogues and readings without any I/O.
 *
 * <p>Owns what a HubSpot property, status, error or signature means. Must not know Camel, an HTTP
 * client or a store: it translates, the routes transport. The door is {@link
 * io.tuco.connectors.hubspot.HubspotConnectorProvider}.
 */
@NullMarked
package io.tuco.connectors.hubspot;

import org.jspecify.annotations.NullMarked;
