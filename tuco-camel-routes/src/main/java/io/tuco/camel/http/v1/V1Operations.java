package io.tuco.camel.http.v1;

import io.tuco.camel.RouteIds;
import io.tuco.camel.http.Operation;
import java.util.List;

/** Everything the facade offers. */
final class V1Operations {

  static final Operation LIST_LINES = new Operation("GET", "/v1/lines", RouteIds.V1_LINE_LIST);

  static final Operation SEND_MESSAGE =
      new Operation("POST", "/v1/messages", RouteIds.V1_MESSAGE_SEND);
  static final Operation LIST_MESSAGES =
      new Operation("GET", "/v1/messages", RouteIds.V1_MESSAGE_LIST);
  static final Operation READ_OUTBOX = new Operation("GET", "/v1/outbox", RouteIds.V1_OUTBOX_READ);

  /** For everybody; asks no key. */
  static final Operation READ_DOCUMENT =
      new Operation("GET", "/v1/openapi.json", RouteIds.V1_OPENAPI_READ);

  /** Whatever else comes under the facade's path. */
  static final Operation ANYTHING_ELSE = new Operation("*", "/v1", RouteIds.V1_REFUSE);

  private V1Operations() {}

  /** Those that ask for a key. */
  static List<Operation> all() {
    return List.of(LIST_LINES, SEND_MESSAGE, LIST_MESSAGES, READ_OUTBOX);
  }
}
