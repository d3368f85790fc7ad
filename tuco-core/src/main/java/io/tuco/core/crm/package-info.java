/**
 * What a CRM connector is: one CRM's vocabulary, spoken in calls and answers that are values.
 *
 * <p>Owns the connection, the dialogue, and what is said between Tuco and any CRM: contacts,
 * activities, notices, orders to send. Must not know HTTP clients, JSON, stores, or any CRM's
 * words: those are the connectors'.
 */
@NullMarked
package io.tuco.core.crm;

import org.jspecify.annotations.NullMarked;
