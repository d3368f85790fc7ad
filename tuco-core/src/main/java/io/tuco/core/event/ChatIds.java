package io.tuco.core.event;

import io.tuco.core.message.Message;
import io.tuco.core.workspace.Sha256;
import java.util.Optional;

/**
 * Ids of what is no document of its own: made of what it is about, so that it is found by whoever
 * knows that. 24 lower-case hexadecimal digits, like every other id.
 */
public final class ChatIds {

  private static final int CHARACTERS = 24;

  private ChatIds() {}

  /**
   * @param person the address of the other side, or the device's name of a chat of several
   */
  public static String chat(String lineId, String person) {
    return of("chat", lineId, person);
  }

  /** That of a message's chat; empty where no line or nobody is known of it. */
  public static Optional<String> chatOf(Message message) {
    return message
        .origin()
        .lineId()
        .flatMap(line -> message.chatWith().map(who -> chat(line, who)));
  }

  public static String typing(String lineId, String person) {
    return of("typing", lineId, person);
  }

  public static String receipt(String lineId, String person) {
    return of("receipt", lineId, person);
  }

  /** A person has one reaction to a message at a time. */
  public static String reaction(String messageId, String by) {
    return of("reaction", messageId, by);
  }

  private static String of(String... parts) {
    return Sha256.hexOf(String.join("\n", parts)).substring(0, CHARACTERS);
  }
}
