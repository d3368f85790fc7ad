/**
 * Speaking with CRMs: what is the same for every one of them.
 *
 * <p>Owns tokens and their refresh, pacing, repetition, the breaker, time limits, the reading of
 * contacts, and counts of all that. Holds no thread while a CRM thinks. Must not know any CRM's
 * words: those are the connectors'.
 */
@NullMarked
package io.tuco.camel.crm;

import org.jspecify.annotations.NullMarked;
