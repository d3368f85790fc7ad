package io.tuco.core.message;

import java.util.Locale;

/** Who or what changed a message (settled answer 36, {@code by}). */
public enum Actor {
  /** A call of the workspace's own. */
  API,
  /** The rules by which messages are sent. */
  DISPATCH,
  /** A device, by its answer, its callback or what it shows when asked. */
  RELAY,
  /** The SMS provider, likewise. */
  TWILIO,
  /** A mail server, by its answer. */
  SMTP,
  /** Whoever runs the installation. */
  OPERATOR,
  /** The person, who wants nothing any more. */
  OPT_OUT;

  private final String wire = name().toLowerCase(Locale.ROOT);

  public String wire() {
    return wire;
  }

  /** Who carries messages of the type. */
  public static Actor carrying(MessageType type) {
    return switch (type) {
      case IMESSAGE -> RELAY;
      case SMS -> TWILIO;
      case EMAIL -> SMTP;
    };
  }
}
