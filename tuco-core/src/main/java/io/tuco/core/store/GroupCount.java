package io.tuco.core.store;

import io.tuco.core.message.MessageStatus;
import java.util.Optional;

/**
 * How many messages of one status a group has.
 *
 * @param key a status, line id, batch or date ({@code 2027-03-12}); empty for those without a line
 *     or a batch
 */
public record GroupCount(Optional<String> key, MessageStatus status, long count) {}
