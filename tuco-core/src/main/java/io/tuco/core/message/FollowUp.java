package io.tuco.core.message;

/**
 * The text that follows a message which did not reach the person.
 *
 * @param messageId its id, settled in the write that ended the original, so that there is one
 * @param made whether it is stored; until then somebody owes it
 */
public record FollowUp(String messageId, boolean made) {

  public static FollowUp owed(String messageId) {
    return new FollowUp(messageId, false);
  }
}
