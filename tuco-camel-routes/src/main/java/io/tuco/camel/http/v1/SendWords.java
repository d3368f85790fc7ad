package io.tuco.camel.http.v1;

import io.tuco.core.address.Address;
import io.tuco.core.address.AddressKind;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.line.Line;
import io.tuco.core.message.CrmIds;
import java.util.List;
import java.util.Optional;

/**
 * A send of the facade in the words of the send call (/v1 contract, section 6): the line fixed, one
 * address and no other, at once.
 */
final class SendWords {

  private static final List<Optional<String>> NO_OTHERS =
      List.of(Optional.empty(), Optional.empty(), Optional.empty());

  private SendWords() {}

  static SubmitMessage of(
      Line line, Address to, Optional<String> text, AttachmentWords attachments) {
    return new SubmitMessage(
        text,
        Optional.empty(),
        Optional.of(line.channel().wire()),
        recipient(to),
        attachments,
        WindowWords.none(),
        Optional.of(line.id()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CrmIds.none());
  }

  private static RecipientWords recipient(Address to) {
    var value = Optional.of(to.value());
    return new RecipientWords(
        value.filter(text -> to.kind() == AddressKind.PHONE),
        value.filter(text -> to.kind() == AddressKind.EMAIL),
        Optional.empty(),
        Optional.empty(),
        NO_OTHERS,
        NO_OTHERS,
        Optional.of(false));
  }
}
