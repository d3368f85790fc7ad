package io.tuco.camel.story;

import io.tuco.camel.http.StatusCodes;
import java.util.Map;

/**
 * A request that must be refused, and the whole answer.
 *
 * @param headers more of them, for who needs some
 */
record BadRequest(
    String what,
    As as,
    State state,
    String method,
    String path,
    String contentType,
    Map<String, String> headers,
    byte[] body,
    int status,
    String answer) {

  BadRequest {
    answer = path.startsWith("/api") ? coded(answer, status) : answer;
  }

  /** With the code of its status, where it has none of its own. */
  private static String coded(String answer, int status) {
    return answer.contains("\"code\":")
        ? answer
        : answer.replaceFirst(
            "^\\{\"error\":(\"(?:[^\"\\\\]|\\\\.)*\")",
            "{\"error\":$1,\"code\":\"" + StatusCodes.of(status) + "\"");
  }

  /** Who asks. */
  enum As {
    A_CLIENT,
    A_READER,
    A_CLIENT_OF_A_READ_ONLY_WORKSPACE,
    A_CLIENT_BOUND_TO_ANOTHER_LINE,
    A_CLIENT_WITHOUT_WORKSPACE,
    A_CLIENT_FOR_FILES_ALONE,
    NOBODY
  }

  /** How the server is. */
  enum State {
    WELL,
    STORE_AWAY,
    BROKEN,
    SLOW_TO_SEARCH,
    AT_ITS_LIMITS,
    OUT_OF_LOOK_UPS,
    WITHOUT_DEVICE
  }

  BadRequest(
      String what,
      As as,
      String method,
      String path,
      String contentType,
      byte[] body,
      int status,
      String answer) {
    this(what, as, State.WELL, method, path, contentType, Map.of(), body, status, answer);
  }

  BadRequest with(String header, String value) {
    return new BadRequest(
        what + " with " + header + " " + value,
        as,
        state,
        method,
        path,
        contentType,
        Map.of(header, value),
        body,
        status,
        answer);
  }

  BadRequest during(State state) {
    return new BadRequest(
        state + " " + what, as, state, method, path, contentType, headers, body, status, answer);
  }

  @Override
  public String toString() {
    return what;
  }
}
