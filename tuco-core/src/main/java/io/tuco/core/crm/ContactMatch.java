package io.tuco.core.crm;

/**
 * A lead's contact.
 *
 * @param made whether this dialogue made it
 */
public record ContactMatch(String contactId, boolean made) {}
