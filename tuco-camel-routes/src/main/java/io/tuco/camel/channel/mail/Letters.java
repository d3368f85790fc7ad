package io.tuco.camel.channel.mail;

import io.tuco.camel.channel.mail.Letter.Enclosure;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.core.account.MailAccount;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.message.HeaderText;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.Send;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the e-mail of a send, or says why there is none. */
final class Letters {

  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");

  /** Base64 is not allowed on them (RFC 2045, section 6.4). */
  private static final Pattern COMPOSITE = Pattern.compile("(?:multipart|message)/.*");

  private static final String ANY_BYTES = "application/octet-stream";

  private final LetterHead heads;
  private final AttachmentFiles files;

  Letters(LetterHead heads, AttachmentFiles files) {
    this.heads = heads;
    this.files = files;
  }

  /** An {@link OutgoingMail}, or the {@link DeliveryOutcome} that it has without one. */
  Object prepare(DispatchCommand.Send command) {
    var account = ((Sender.OverMail) command.sender()).account();
    var message = command.message();
    var flaw = flawOf(message, account);
    if (flaw.isPresent()) {
      return flaw.get();
    }
    List<Enclosure> enclosures = new ArrayList<>();
    for (var file : Letter.filesOf(message)) {
      var path = files.open(message, file.place());
      if (path.isEmpty()) {
        return NotSent.because("An attachment is not at hand");
      }
      enclosures.add(enclosure(file, path.get()));
    }
    var recipient = (EmailAddress) command.address();
    var letter = letter(message, account, recipient, enclosures);
    return letter.isSafe()
        ? new OutgoingMail(letter, account, recipient, LetterHead.messageId(message, account))
        : new Refused("The head of the e-mail would not be what it was built as", Scope.MESSAGE);
  }

  private Letter letter(
      Message message, MailAccount account, EmailAddress recipient, List<Enclosure> enclosures) {
    var text = message.progress().send().map(Send::text).orElse(message.content().text());
    var boundary = Letter.boundaryOf(message);
    var head = heads.of(message, account, recipient, text).add("MIME-Version", "1.0");
    var whole =
        enclosures.isEmpty()
            ? textHead(head)
            : head.add("Content-Type", "multipart/mixed; boundary=\"" + boundary + '"');
    return new Letter(whole, text, enclosures, boundary);
  }

  static HeadLines textHead(HeadLines lines) {
    return lines
        .add("Content-Type", "text/plain; charset=UTF-8")
        .add("Content-Transfer-Encoding", "quoted-printable");
  }

  private static Enclosure enclosure(PartFile file, Path path) {
    return new Enclosure(
        new HeadLines()
            .add("Content-Type", mediaType(file.contentType()))
            .add("Content-Transfer-Encoding", "base64")
            .add("Content-Disposition", "attachment" + FileNames.parameter(file.name())),
        path);
  }

  private static String mediaType(String claimed) {
    return MEDIA_TYPE.matcher(claimed).matches() && !COMPOSITE.matcher(claimed).matches()
        ? claimed
        : ANY_BYTES;
  }

  /** Asked at accept already; names of leads and files come later. */
  private static Optional<DeliveryOutcome> flawOf(Message message, MailAccount account) {
    return flaw("subject", message.content().subject(), Scope.MESSAGE)
        .or(() -> flaw("recipientName", message.recipient().name(), Scope.MESSAGE))
        .or(() -> flaw("attachmentNames", names(message), Scope.MESSAGE))
        .or(() -> flaw("fromName", account.fromName(), Scope.SENDER));
  }

  private static Optional<String> names(Message message) {
    return Letter.filesOf(message).stream().map(PartFile::name).reduce(String::concat);
  }

  private static Optional<DeliveryOutcome> flaw(String field, Optional<String> text, Scope scope) {
    return text.filter(given -> !HeaderText.isAllowed(given))
        .map(given -> new Refused("Invalid characters in " + field, scope));
  }
}
