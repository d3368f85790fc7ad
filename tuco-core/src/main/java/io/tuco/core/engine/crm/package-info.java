/**
 * What flows between Tuco and the CRMs of its workspaces.
 *
 * <p>Owns which contact a lead is, what is to be told to a CRM and when it is tried again, and what
 * follows from what a CRM tells. Must not know any CRM's words, HTTP, or threads but those that it
 * is given.
 */
@NullMarked
package io.tuco.core.engine.crm;

import org.jspecify.annotations.NullMarked;
