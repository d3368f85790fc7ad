package io.tuco.core.message;

import java.util.Optional;

/**
 * How the words of a message are to be taken.
 *
 * @param literal whether braces are just braces and stand for nothing
 * @param answers the provider's id of the message of the same chat that it answers; where a device
 *     cannot say so, it is sent as any other
 */
public record Manner(boolean literal, Optional<String> answers) {

  private static final Manner USUAL = new Manner(false, Optional.empty());

  public static Manner usual() {
    return USUAL;
  }
}
