package io.tuco.core.store;

import java.util.Optional;

/**
 * Which leads of a workspace are asked for.
 *
 * @param text a part of a name, the e-mail, the phone or the company, in whatever case; empty text
 *     does not restrict
 * @param listId absent when leads of all lists are meant
 */
public record LeadFilter(String text, Optional<String> listId) {}
