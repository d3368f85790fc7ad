/** HubSpot for tests: a CRM with a state, without a server, written from the HubSpot contract. */
@NullMarked
package io.tuco.connectors.hubspot.fake;

import org.jspecify.annotations.NullMarked;
