package io.tuco.camel.http.v1;

import io.tuco.camel.http.OrAnswer;
import io.tuco.core.address.Address;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageFilter;
import java.util.Optional;
import java.util.Set;

/** The chats of lines, each known by its messages. */
final class Chats {

  private final MessageArchive archive;

  Chats(MessageArchive archive) {
    this.archive = archive;
  }

  /** The chat's id; one that was named by its id must be there. */
  OrAnswer<String> of(Line line, Target target) {
    return target.chat().isEmpty()
        ? OrAnswer.of(target.chatWith(line))
        : known(line, target.chat().get()).map(message -> target.chatWith(line));
  }

  /** Whom to write to; a chat of several has no address. */
  OrAnswer<Address> addressOf(Call call, Line line, Target target) {
    return target
        .address()
        .map(OrAnswer::of)
        .orElseGet(
            () ->
                known(line, target.chat().orElseThrow())
                    .then(
                        message ->
                            OrAnswer.of(
                                address(message, call.workspace().defaultRegion()),
                                ErrorCode.INVALID_PARAMETER_VALUE.answerOf(
                                    "to", "The 'to' field must not name a chat of several."))));
  }

  private OrAnswer<Message> known(Line line, String chatId) {
    var all = MessageFilter.ofChat(chatId, Set.of());
    var latest = archive.after(line.workspaceId(), all, Optional.empty(), 1).stream().findFirst();
    return OrAnswer.of(
        latest.filter(message -> message.origin().lineId().equals(Optional.of(line.id()))),
        ErrorCode.CHAT_NOT_FOUND.answerOf("to"));
  }

  private static Optional<Address> address(Message message, String region) {
    return message
        .chatWith()
        .filter(who -> message.annotations().arrival().group().isEmpty())
        .flatMap(who -> Handles.parse(who, region));
  }
}
