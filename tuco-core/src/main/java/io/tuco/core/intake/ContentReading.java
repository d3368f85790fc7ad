package io.tuco.core.intake;

import io.tuco.core.message.Attachment;
import io.tuco.core.message.Content;
import io.tuco.core.message.HeaderText;
import io.tuco.core.message.MessageType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what a request wants said (API contract, section 2.1). */
final class ContentReading {

  private static final int MAX_ATTACHMENTS = 2;
  private static final int MAX_SUBJECT = 200;
  private static final int MAX_BATCH_ID = 200;
  private static final int LONGEST_SMS = 1_600;
  private static final int LONGEST_TEXT = 20_000;

  private final SubmitMessage words;
  private final AttachmentUrls attachmentUrls;

  ContentReading(SubmitMessage words, AttachmentUrls attachmentUrls) {
    this.words = words;
    this.attachmentUrls = attachmentUrls;
  }

  Optional<MessageType> type() {
    return words.messageType().isEmpty()
        ? Optional.of(MessageType.IMESSAGE)
        : words.messageType().flatMap(MessageType::parse);
  }

  Content content() {
    var text = words.message().orElse("");
    var subject = words.subject().filter(given -> type().equals(Optional.of(MessageType.EMAIL)));
    return new Content(text, subject, attachments());
  }

  /** In the order of settled answer 20. */
  Optional<Rejection> refusal() {
    if (type().isEmpty()) {
      return Optional.of(RejectionCode.INVALID_MESSAGE_TYPE.rejection());
    }
    return attachmentRefusal().or(this::lengthRefusal).or(this::headRefusal);
  }

  private Optional<Rejection> attachmentRefusal() {
    var given = words.attachments();
    if (words.message().orElse("").isBlank() && given.isEmpty()) {
      return Optional.of(RejectionCode.EMPTY_CONTENT.rejection());
    }
    if (!given.isArray()) {
      return Optional.of(RejectionCode.ATTACHMENTS_NOT_AN_ARRAY.rejection());
    }
    if (given.urls().size() > MAX_ATTACHMENTS) {
      return Optional.of(RejectionCode.TOO_MANY_ATTACHMENTS.rejection());
    }
    return given.urls().stream().allMatch(url -> url.map(attachmentUrls::isUrl).orElse(false))
        ? Optional.empty()
        : Optional.of(RejectionCode.INVALID_ATTACHMENT_URL.rejection());
  }

  private Optional<Rejection> lengthRefusal() {
    var longest = type().equals(Optional.of(MessageType.SMS)) ? LONGEST_SMS : LONGEST_TEXT;
    if (length(words.message()) > longest) {
      return Optional.of(RejectionCode.MESSAGE_TOO_LONG.rejection());
    }
    if (length(words.subject()) > MAX_SUBJECT) {
      return Optional.of(RejectionCode.INVALID_FIELD.rejection("subject"));
    }
    return length(words.batchId()) > MAX_BATCH_ID
        ? Optional.of(RejectionCode.INVALID_FIELD.rejection("batchId"))
        : Optional.empty();
  }

  /** What would stand in the head of an e-mail (e-mail contract, section 3). */
  private Optional<Rejection> headRefusal() {
    if (!type().equals(Optional.of(MessageType.EMAIL))) {
      return Optional.empty();
    }
    return words
        .subject()
        .flatMap(text -> headRefusal("subject", text))
        .or(() -> words.recipient().name().flatMap(text -> headRefusal("recipientName", text)))
        .or(() -> headRefusal("attachmentNames", String.join("", words.attachments().names())));
  }

  private static Optional<Rejection> headRefusal(String field, String text) {
    return HeaderText.isAllowed(text)
        ? Optional.empty()
        : Optional.of(RejectionCode.INVALID_CHARACTERS.rejection(field));
  }

  /** The last refusal of all: whose a file is. */
  Optional<Rejection> foreignRefusal(String workspaceId) {
    return words.attachments().urls().stream()
            .flatMap(Optional::stream)
            .anyMatch(url -> attachmentUrls.isForeign(url, workspaceId))
        ? Optional.of(RejectionCode.FOREIGN_ATTACHMENT.rejection())
        : Optional.empty();
  }

  private List<Attachment> attachments() {
    var urls = words.attachments().urls();
    var names = words.attachments().names();
    return IntStream.range(0, urls.size())
        .mapToObj(
            place ->
                new Attachment(
                    urls.get(place).orElse(""),
                    place < names.size() ? Optional.of(names.get(place)) : Optional.empty(),
                    words.attachments().voice()))
        .collect(Collectors.toList());
  }

  private static int length(Optional<String> text) {
    return text.map(given -> given.codePointCount(0, given.length())).orElse(0);
  }
}
