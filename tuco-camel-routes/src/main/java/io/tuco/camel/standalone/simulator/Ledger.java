package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes things happen on a device: written to the log first, then seen in its tables, then told to
 * its callbacks. What these methods return completes when all three are under way.
 */
final class Ledger {

  private final Clock clock;
  private final Guids guids;
  private final RelayState state;
  private final RelayLog log;
  private final AttachmentFiles files;
  private final WebhookPoster poster;

  Ledger(
      Clock clock,
      Guids guids,
      RelayState state,
      RelayLog log,
      AttachmentFiles files,
      WebhookPoster poster) {
    this.clock = clock;
    this.guids = guids;
    this.state = state;
    this.log = log;
    this.files = files;
    this.poster = poster;
  }

  /**
   * A message leaves.
   *
   * @param recognised whether the server still knows which call it belongs to: it then tells the
   *     news twice, the first time with the tempGuid
   */
  Future<SentMessage> leave(RelayDevice device, Outgoing outgoing, boolean recognised) {
    return stored(outgoing)
        .compose(
            body -> {
              var row = newRow(device, outgoing.chat(), body, true, 0);
              var sent =
                  new SentMessage(
                      state.sent().nextNumber(),
                      device.name(),
                      outgoing.kind(),
                      outgoing.tempGuid(),
                      row);
              return log.append(LogLines.sent(sent)).map(sent);
            })
        .onSuccess(state::add)
        .onSuccess(sent -> tell(device, sent.row(), newMessages(device, sent, recognised)));
  }

  /** A message ends as a row with an error: nobody received it. */
  Future<MessageRow> refuse(RelayDevice device, Outgoing outgoing, int error) {
    return stored(outgoing)
        .compose(body -> add(device, newRow(device, outgoing.chat(), body, true, error)))
        .onSuccess(
            row -> {
              var news = tagged(device.json().event(row), outgoing.tempGuid());
              tell(device, row, "message-send-error", news);
            });
  }

  /** Somebody writes to the device. */
  Future<MessageRow> receive(RelayDevice device, ChatGuid chat, String text, List<Upload> uploads) {
    return Future.join(List.copyOf(storedAll(uploads)))
        .compose(
            stored -> {
              var body = new MessageBody(text, Optional.empty(), stored.list(), Optional.empty());
              return add(device, newRow(device, chat, body, false, 0));
            })
        .onSuccess(row -> tell(device, row, "new-message", device.json().event(row)));
  }

  /** A message of ours arrives or is read. */
  Future<MessageRow> note(RelayDevice device, MessageRow row, Receipt receipt) {
    var newer = row.withReceipt(receipt);
    return log.append(LogLines.receipt(device.name(), newer))
        .map(newer)
        .onSuccess(device.table()::replace)
        .onSuccess(now -> tell(device, now, "updated-message", device.json().update(now)));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Future<MessageRow> add(RelayDevice device, MessageRow row) {
    return log.append(LogLines.row(device.name(), row)).map(row).onSuccess(device.table()::add);
  }

  private MessageRow newRow(
      RelayDevice device, ChatGuid chat, MessageBody body, boolean fromMe, int error) {
    var table = device.table();
    return new MessageRow(
        table.nextRowId(), guids.next(), chat, body, fromMe, error, now(), Receipt.NONE);
  }

  private Future<MessageBody> stored(Outgoing outgoing) {
    return outgoing
        .file()
        .map(upload -> stored(upload).map(row -> MessageBody.files(List.of(row))))
        .orElseGet(() -> Future.succeededFuture(outgoing.body()));
  }

  private List<Future<AttachmentRow>> storedAll(List<Upload> uploads) {
    return uploads.stream().map(this::stored).toList();
  }

  private Future<AttachmentRow> stored(Upload upload) {
    var row = upload.row(guids.next());
    return files.store(row, upload.bytes()).map(row);
  }

  private List<WebhookPoster.Event> newMessages(
      RelayDevice device, SentMessage sent, boolean recognised) {
    var events = new ArrayList<WebhookPoster.Event>();
    if (recognised && sent.tempGuid().isPresent()) {
      var first = tagged(device.json().event(sent.row()), sent.tempGuid());
      events.add(new WebhookPoster.Event("new-message", first));
    }
    events.add(new WebhookPoster.Event("new-message", device.json().event(sent.row())));
    return events;
  }

  private void tell(RelayDevice device, MessageRow row, String type, JsonNode data) {
    tell(device, row, List.of(new WebhookPoster.Event(type, data)));
  }

  private void tell(RelayDevice device, MessageRow row, List<WebhookPoster.Event> events) {
    poster.announce(device, row.chat(), events);
  }

  private static JsonNode tagged(ObjectNode data, Optional<String> tempGuid) {
    tempGuid.ifPresent(guid -> data.put("tempGuid", guid));
    return data;
  }
}
