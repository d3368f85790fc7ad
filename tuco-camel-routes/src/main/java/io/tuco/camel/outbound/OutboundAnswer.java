package io.tuco.camel.outbound;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of a call: data in every case, never an exception. */
public sealed interface OutboundAnswer {

  /** A complete answer; header names in lower case. */
  record Answered(int status, Map<String, String> headers, byte[] body) implements OutboundAnswer {

    public Answered {
      headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * No complete answer.
   *
   * @param nothingLeft whether it is proved that no byte of the request was written
   * @param reason one sentence without address or URL
   */
  record Failed(boolean nothingLeft, String reason) implements OutboundAnswer {}
}
