package io.tuco.camel.outbound;

/** An answer went over the caller's bound; the connection is dropped. */
final class AnswerTooLongException extends Exception {

  private static final long serialVersionUID = 1L;

  AnswerTooLongException(int bound) {
    super("an answer was longer than " + bound + " bytes", null, false, false);
  }
}
