package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.engine.ReplyIntake.Written;
import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.line.Line;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Content;
import io.tuco.core.message.Edit;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Tapback;
import io.tuco.core.store.Stores;
import io.tuco.core.store.StrayMessage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a device tells of its messages (relay contract, section 6), by its callback or when it is
 * asked: the same however often, and in whatever order, it is told. A device may speak of what its
 * own lines carried and of nothing else.
 */
public final class DeviceNews {

  private static final String NO_IMESSAGE = "No iMessage";
  private static final String ANY_REGION = "ZZ";

  private final Stores stores;
  private final RecentFacts facts;
  private final LateNews late;
  private final ReplyIntake replies;
  private final Conversations conversations;
  private final ChatNews chats;

  DeviceNews(Stores stores, RecentFacts facts, LateNews late, ReplyIntake replies, ChatNews chats) {
    this.stores = stores;
    this.facts = facts;
    this.late = late;
    this.replies = replies;
    this.conversations = new Conversations(stores.chats(), chats);
    this.chats = chats;
  }

  /** A message of the device, new to it. */
  public void heard(String deviceId, DeviceMessage told, Instant now) {
    told(deviceId, told, true, now);
  }

  /** Something became of a message of the device, perhaps of one from before our time. */
  public void changed(String deviceId, DeviceMessage told, Instant now) {
    told(deviceId, told, false, now);
  }

  /** One of ours did not go; another error than 22 is left to the device's own rows. */
  public void failed(String deviceId, DeviceMessage told, Instant now) {
    if (told.ours() && told.hasNoIMessage()) {
      find(deviceId, told.guid())
          .ifPresent(message -> late.failed(message, NO_IMESSAGE, true, now));
    }
  }

  /**
   * Somebody is typing to the device, or has stopped.
   *
   * @param sender as the device names them
   */
  public void typed(String deviceId, String sender, boolean isTyping, Instant now) {
    var lines = stores.lines().ofDevice(deviceId);
    address(sender, lines)
        .ifPresent(
            person ->
                replies
                    .lineAmong(lines, person)
                    .ifPresent(line -> conversations.typing(line, person, isTyping, now)));
  }

  private void told(String deviceId, DeviceMessage told, boolean isNew, Instant now) {
    if (told.context().reaction().isPresent()) {
      react(deviceId, told, told.context().reaction().get(), now);
    } else if (told.ours()) {
      ours(deviceId, told, now);
    } else {
      theirs(deviceId, told, isNew, now);
    }
  }

  private void react(
      String deviceId, DeviceMessage told, DeviceMessage.Reaction reaction, Instant now) {
    var by = told.ours() ? Optional.of(Tapback.US) : told.sender();
    by.map(person -> new Tapback(person, reaction.word(), told.writtenAt(), reaction.removed()))
        .ifPresent(
            tapback ->
                find(deviceId, reaction.to())
                    .ifPresent(
                        message -> {
                          chats.reacted(message, tapback, now);
                          replies.annotate(message, beside -> beside.with(tapback));
                        }));
  }

  private void ours(String deviceId, DeviceMessage told, Instant now) {
    if (told.error() != 0) {
      failed(deviceId, told, now);
      return;
    }
    told.token()
        .ifPresent(
            of ->
                late.left(
                    of.sendId(), of.part(), told.guid(), message -> isOn(deviceId, message), now));
    var delivered = told.receipts().deliveredBy(now);
    if (delivered.isPresent() || told.receipts().read().isPresent() || isAltered(told)) {
      find(deviceId, told.guid()).ifPresent(message -> receipt(message, told, delivered, now));
    }
  }

  private void receipt(
      Message message, DeviceMessage told, Optional<Instant> delivered, Instant now) {
    var read = told.receipts().read();
    if (read.isPresent()) {
      conversations.read(message, read.get());
      late.opened(message, delivered.orElse(read.get()), read.get(), now);
    } else {
      delivered.ifPresent(at -> late.delivered(message, told.guid(), at, now));
    }
    alter(message, told);
  }

  private void theirs(String deviceId, DeviceMessage told, boolean isNew, Instant now) {
    if (isNew) {
      receive(deviceId, told, now);
    }
    if (isAltered(told)) {
      find(deviceId, told.guid()).ifPresent(message -> alter(message, told));
    }
  }

  /** What says nothing yet is told again once it does. */
  private void receive(String deviceId, DeviceMessage told, Instant now) {
    if (told.text().isBlank() && told.files().isEmpty()) {
      return;
    }
    var lines = stores.lines().ofDevice(deviceId);
    if (lines.isEmpty() && facts.device(deviceId).isEmpty()) {
      // It was removed; its secret is not.
      return;
    }
    var from = told.sender().flatMap(raw -> address(raw, lines));
    var isPlaced =
        from.filter(
                person ->
                    replies.heardByOneOf(
                        lines, written(person, told), told.context().answers(), now))
            .isPresent();
    if (!isPlaced) {
      told.sender()
          .ifPresent(
              raw ->
                  stores
                      .inbox()
                      .keep(
                          new StrayMessage(
                              deviceId, told.guid(), raw, told.text(), told.writtenAt())));
    }
  }

  private static Written written(Address from, DeviceMessage told) {
    var arrival = Arrival.none().with(told.files());
    return new Written(
        MessageType.IMESSAGE,
        from,
        Content.text(told.text()),
        told.guid(),
        told.writtenAt(),
        told.context().group().map(arrival::inGroup).orElse(arrival));
  }

  /** A device gives numbers in full; where it does not, its lines' country is meant. */
  private Optional<Address> address(String raw, List<Line> lines) {
    if (raw.contains("@")) {
      return EmailAddress.parse(raw.toLowerCase(Locale.ROOT)).value().map(found -> found);
    }
    var region =
        lines.stream()
            .flatMap(line -> facts.workspace(line.workspaceId()).stream())
            .map(workspace -> workspace.defaultRegion())
            .findFirst()
            .orElse(ANY_REGION);
    return PhoneNumber.parse(raw, region).value().map(found -> found);
  }

  private static boolean isAltered(DeviceMessage told) {
    return told.changes().editedAt().isPresent() || told.changes().unsentAt().isPresent();
  }

  private void alter(Message message, DeviceMessage told) {
    told.changes()
        .editedAt()
        .filter(at -> told.changes().unsentAt().isEmpty())
        .ifPresent(
            at -> replies.annotate(message, beside -> beside.with(new Edit(told.text(), at))));
    told.changes()
        .unsentAt()
        .ifPresent(
            at ->
                stores
                    .messages()
                    .find(message.workspaceId(), message.id())
                    .ifPresent(known -> replies.annotate(known, beside -> beside.unsent(at))));
  }

  private Optional<Message> find(String deviceId, String guid) {
    return stores.messages().findByExternalId(guid).filter(message -> isOn(deviceId, message));
  }

  /** What another device carried is none of this one's business. */
  private boolean isOn(String deviceId, Message message) {
    return message
        .origin()
        .lineId()
        .flatMap(facts::line)
        .flatMap(Line::deviceId)
        .filter(deviceId::equals)
        .isPresent();
  }
}
