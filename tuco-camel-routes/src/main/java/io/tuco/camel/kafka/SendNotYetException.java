package io.tuco.camel.kafka;

/** A record that is to come again: another runs the same call. */
final class SendNotYetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SendNotYetException(String place) {
    super("the call of the send at " + place + " is running");
  }
}
