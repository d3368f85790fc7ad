package io.tuco.camel.http.v1;

import io.tuco.camel.RouteIds;
import io.tuco.camel.http.Operation;
import java.util.List;

/** Everything the facade offers. */
final class V1Operations {

  static final Operation LIST_LINES = new Operation("GET", "/v1/lines", RouteIds.V1_LINE_LIST);

  static final Operation SEND_MESSAGE =
      new Operation("POST", "/v1/messages", RouteIds.V1_MESSAGE_SEND);
  static final Operation SEND_AUDIO =
      new Operation("POST", "/v1/audio-messages", RouteIds.V1_AUDIO_SEND);
  static final Operation LIST_MESSAGES =
      new Operation("GET", "/v1/messages", RouteIds.V1_MESSAGE_LIST);
  static final Operation READ_OUTBOX = new Operation("GET", "/v1/outbox", RouteIds.V1_OUTBOX_READ);
  static final Operation KEEP_FILE = new Operation("POST", "/v1/files", RouteIds.V1_FILE_KEEP);
  static final Operation READ_FILE = new Operation("GET", "/v1/files", RouteIds.V1_FILE_READ);
  static final Operation READ_SANDBOX =
      new Operation("GET", "/v1/sandbox", RouteIds.V1_SANDBOX_READ);
  static final Operation OPEN_SANDBOX =
      new Operation("POST", "/v1/sandbox", RouteIds.V1_SANDBOX_OPEN);
  static final Operation LIST_HOOKS =
      new Operation("GET", "/v1/webhooks", RouteIds.V1_WEBHOOK_LIST);
  static final Operation CREATE_HOOK =
      new Operation("POST", "/v1/webhooks", RouteIds.V1_WEBHOOK_CREATE);
  static final Operation DELETE_HOOK =
      new Operation("DELETE", "/v1/webhooks", RouteIds.V1_WEBHOOK_DELETE);

  static final Operation LIST_CHATS = new Operation("GET", "/v1/chats", RouteIds.V1_CHAT_LIST);
  static final Operation READ_TYPING = new Operation("GET", "/v1/typing", RouteIds.V1_TYPING_READ);
  static final Operation SEND_TYPING = new Operation("POST", "/v1/typing", RouteIds.V1_TYPING_SEND);
  static final Operation READ_RECEIPTS =
      new Operation("GET", "/v1/receipts", RouteIds.V1_RECEIPT_READ);
  static final Operation SEND_RECEIPT =
      new Operation("POST", "/v1/receipts", RouteIds.V1_RECEIPT_SEND);
  static final Operation LIST_REACTIONS =
      new Operation("GET", "/v1/reactions", RouteIds.V1_REACTION_LIST);
  static final Operation SEND_REACTION =
      new Operation("POST", "/v1/reactions", RouteIds.V1_REACTION_SEND);

  /** For everybody; asks no key. */
  static final Operation READ_DOCUMENT =
      new Operation("GET", "/v1/openapi.json", RouteIds.V1_OPENAPI_READ);

  /** Whatever else comes under the facade's path. */
  static final Operation ANYTHING_ELSE = new Operation("*", "/v1", RouteIds.V1_REFUSE);

  private V1Operations() {}

  /** Those that ask for a key. */
  static List<Operation> all() {
    return List.of(
        LIST_LINES,
        SEND_MESSAGE,
        SEND_AUDIO,
        LIST_MESSAGES,
        READ_OUTBOX,
        KEEP_FILE,
        READ_FILE,
        READ_SANDBOX,
        OPEN_SANDBOX,
        LIST_HOOKS,
        CREATE_HOOK,
        DELETE_HOOK,
        LIST_CHATS,
        READ_TYPING,
        SEND_TYPING,
        READ_RECEIPTS,
        SEND_RECEIPT,
        LIST_REACTIONS,
        SEND_REACTION);
  }
}
