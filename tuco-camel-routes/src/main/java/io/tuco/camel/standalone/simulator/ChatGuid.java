package io.tuco.camel.standalone.simulator;

import java.util.Locale;

/**
 * The name of a conversation, {@code <service>;<- or +>;<address>} (relay contract, section 3).
 *
 * <p>Two names mean the same conversation when their addresses agree: the same chat is called
 * {@code iMessage;-;…} by one macOS and {@code any;-;…} by the next.
 */
record ChatGuid(String service, boolean group, String address) {

  private static final String DEFAULT_SERVICE = "iMessage";

  /** Refuses nothing: what has no prefix is taken for the address of a person. */
  static ChatGuid of(String text) {
    var parts = text.split(";", 3);
    return parts.length == 3
        ? new ChatGuid(parts[0], parts[1].equals("+"), parts[2])
        : person(text);
  }

  static ChatGuid person(String address) {
    return new ChatGuid(DEFAULT_SERVICE, false, address);
  }

  /** What conversations are compared by. */
  String key() {
    return key(address);
  }

  static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return service + (group ? ";+;" : ";-;") + address;
  }
}
