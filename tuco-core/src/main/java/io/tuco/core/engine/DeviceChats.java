package io.tuco.core.engine;

import java.util.Optional;

/**
 * Names of chats as devices have them: {@code service;kind;address} (relay contract, section 2).
 */
final class DeviceChats {

  private static final String WITH_A_PERSON = ";-;";

  private DeviceChats() {}

  /** The other one's address in a chat of two; empty for a group. */
  static Optional<String> personIn(String deviceChat) {
    var at = deviceChat.indexOf(WITH_A_PERSON);
    return at < 0
        ? Optional.empty()
        : Optional.of(deviceChat.substring(at + WITH_A_PERSON.length()))
            .filter(address -> !address.isBlank());
  }
}
