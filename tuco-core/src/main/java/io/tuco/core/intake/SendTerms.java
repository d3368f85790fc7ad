package io.tuco.core.intake;

import java.util.Optional;

/**
 * What holds for a send beside its words, which depends on the facade it was asked for on.
 *
 * @param ofV1 on {@code /v1}: the words are literal, the double-send guard is off unless the
 *     workspace wants it there, and a line may write only to those who wrote first (/v1 contract,
 *     section 6)
 * @param answers the provider's id of the message that it answers
 */
public record SendTerms(boolean ofV1, Optional<String> answers) {

  public static SendTerms ofApi() {
    return new SendTerms(false, Optional.empty());
  }

  public static SendTerms ofV1(Optional<String> answers) {
    return new SendTerms(true, answers);
  }
}
