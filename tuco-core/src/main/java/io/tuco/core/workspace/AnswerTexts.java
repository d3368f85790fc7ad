package io.tuco.core.workspace;

import io.tuco.core.message.AutomaticAnswer;

/**
 * What a workspace answers by itself (settled answer 23). An empty text is not sent.
 *
 * @param confirmation follows an opt-out
 * @param help follows a question for help
 * @param start follows a new subscription
 */
public record AnswerTexts(String confirmation, String help, String start) {

  /** Characters of one text; more than a carrier takes in one message helps nobody. */
  public static final int LONGEST = 1_600;

  private static final AnswerTexts STANDARD =
      new AnswerTexts(
          "You are unsubscribed and will receive no more messages. Reply START to resubscribe.",
          "Reply STOP to unsubscribe.",
          "You are subscribed again.");

  public AnswerTexts {
    if (confirmation.length() > LONGEST || help.length() > LONGEST || start.length() > LONGEST) {
      throw new IllegalArgumentException("a text of at most " + LONGEST + " characters");
    }
  }

  public static AnswerTexts standard() {
    return STANDARD;
  }

  public String of(AutomaticAnswer answer) {
    return switch (answer) {
      case UNSUBSCRIBED -> confirmation;
      case HELP -> help;
      case SUBSCRIBED -> start;
    };
  }
}
