package io.tuco.core.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of a call after everything the transport does about it: data, never an exception. */
public sealed interface CrmAnswer {

  /** A complete answer, whatever it says; header names in lower case. */
  record Answered(int status, Map<String, String> headers, byte[] body) implements CrmAnswer {

    public Answered {
      headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String text() {
      return new String(body, UTF_8);
    }

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * No complete answer.
   *
   * @param nothingLeft whether it is proved that the CRM saw nothing of it
   * @param reason one sentence without address or URL
   */
  record Silent(boolean nothingLeft, String reason) implements CrmAnswer {}

  /**
   * The call was not made, or the CRM put it off for longer than a dialogue waits: a limit is used
   * up, or the CRM is down.
   *
   * @param until when it may be tried again
   */
  record PutOff(Instant until, String reason) implements CrmAnswer {}

  /** The connection's credentials are refused, also after a refresh. */
  record Unauthorized(String reason) implements CrmAnswer {}
}
