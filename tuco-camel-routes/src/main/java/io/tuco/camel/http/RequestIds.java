package io.tuco.camel.http;

import io.tuco.core.IdGenerator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a request, on every answer (API contract, section 1). */
public final class RequestIds {

  public static final String HEADER = "X-Request-Id";

  private static final Pattern ECHOED = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final IdGenerator ids;

  public RequestIds(IdGenerator ids) {
    this.ids = ids;
  }

  /** The client's id where it is one we echo, else a new one. */
  public String of(Optional<String> given) {
    return given
        .filter(id -> ECHOED.matcher(id).matches())
        .orElseGet(() -> "req_" + ids.sortableId());
  }
}
