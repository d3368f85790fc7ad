package io.tuco.camel.standalone.simulator;

import java.time.Instant;

/**
 * A row of a device's message table: what the real server reads from Apple's database.
 *
 * @param error 0, or Apple's code; 22 means the recipient has no iMessage
 */
record MessageRow(
    long rowId,
    String guid,
    ChatGuid chat,
    MessageBody body,
    boolean fromMe,
    int error,
    Instant createdAt,
    Receipt receipt) {

  static final int NOT_ON_IMESSAGE = 22;

  MessageRow withReceipt(Receipt news) {
    return new MessageRow(rowId, guid, chat, body, fromMe, error, createdAt, news);
  }
}
