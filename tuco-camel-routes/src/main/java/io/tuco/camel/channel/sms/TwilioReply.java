package io.tuco.camel.channel.sms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer of Twilio's, as far as we read it.
 *
 * @param code of an error body
 * @param message a message resource
 * @param page a list of them
 */
record TwilioReply(Optional<Integer> code, Optional<Row> message, Optional<Page> page) {

  /**
   * A message as Twilio has it.
   *
   * @param errorCode what it failed with, if it says
   */
  record Row(
      String sid,
      String status,
      String body,
      String to,
      Optional<Integer> errorCode,
      Optional<Instant> createdAt) {

    boolean failed() {
      return status.equals("failed") || status.equals("undelivered");
    }

    boolean canceled() {
      return status.equals("canceled");
    }
  }

  /**
   * @param last whether there is nothing behind it
   */
  record Page(List<Row> rows, boolean last) {

    Page {
      rows = List.copyOf(rows);
    }
  }
}
