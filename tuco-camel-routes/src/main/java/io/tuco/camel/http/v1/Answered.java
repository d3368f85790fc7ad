package io.tuco.camel.http.v1;

import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.store.MessageStore;
import java.util.Optional;

/** The message that another one answers: by its id, or by the device's. */
final class Answered {

  static final String WHAT = "the id ('msg_…') or the GUID of a message";

  private static final int LONGEST_GUID = 200;

  private final MessageStore messages;

  Answered(MessageStore messages) {
    this.messages = messages;
  }

  /**
   * What names a message.
   *
   * @param id the core's
   * @param guid the device's
   */
  record Name(Optional<String> id, Optional<String> guid) {

    /** An id of ours has its prefix; of another object's it is none of a message. */
    static Optional<Name> parse(String text) {
      if (IdKind.MESSAGE.marks(text)) {
        return IdKind.MESSAGE.parse(text).map(id -> new Name(Optional.of(id), Optional.empty()));
      }
      return Optional.of(text)
          .filter(guid -> guid.length() <= LONGEST_GUID && !isOfAnother(guid))
          .map(guid -> new Name(Optional.empty(), Optional.of(guid)));
    }

    private static boolean isOfAnother(String text) {
      for (var kind : IdKind.values()) {
        if (kind.marks(text) && ObjectIds.isOne(text.substring(kind.prefix().length()))) {
          return true;
        }
      }
      return false;
    }
  }

  /** The message of that name, which the workspace must have. */
  OrAnswer<Message> named(String workspaceId, Name name, String param) {
    return OrAnswer.of(find(workspaceId, name), ErrorCode.MESSAGE_NOT_FOUND.answerOf(param));
  }

  /** The device's id of the message, which must be one of the line's; empty for no name. */
  OrAnswer<Optional<String>> guidOf(Line line, Optional<Name> name) {
    if (name.isEmpty()) {
      return OrAnswer.of(Optional.empty());
    }
    var found =
        find(line.workspaceId(), name.get())
            .filter(message -> message.origin().lineId().equals(Optional.of(line.id())))
            .flatMap(message -> message.progress().externalId());
    return OrAnswer.of(found, ErrorCode.MESSAGE_NOT_FOUND.answerOf("reply_to")).map(Optional::of);
  }

  private Optional<Message> find(String workspaceId, Name name) {
    return name.id()
        .flatMap(id -> messages.find(workspaceId, id))
        .or(() -> name.guid().flatMap(messages::findByExternalId))
        .filter(message -> message.workspaceId().equals(workspaceId));
  }
}
