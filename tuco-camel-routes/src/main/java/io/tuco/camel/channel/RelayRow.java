package io.tuco.camel.channel;

import java.util.Optional;

/**
 * A message row of the relay, as far as we read it.
 *
 * @param chatAddress the address behind the chat's prefix, if the row names its chat
 */
record RelayRow(
    String guid, String text, int error, boolean fromMe, Optional<String> chatAddress) {}
