package io.tuco.camel.channel.mail;

import io.tuco.core.account.MailAccount;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.message.HeaderText;
import io.tuco.core.message.Message;
import io.tuco.core.message.UnsubscribeToken;
import io.tuco.core.message.UnsubscribeTokens;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The head of a message, exactly the lines of the e-mail contract, section 2. The same message has
 * the same head on every attempt, so that a receiver may drop the second of two.
 */
final class LetterHead {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int LONGEST_FIRST_LINE = 78;

  private final UnsubscribeTokens tokens;
  private final String publicUrl;

  LetterHead(UnsubscribeTokens tokens, URI publicUrl) {
    this.tokens = tokens;
    this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
  }

  /** The message's own id, not the attempt's: a repeat after an unknown outcome bears it too. */
  static String messageId(Message message, MailAccount account) {
    var from = account.fromAddress().value();
    return "<" + message.id() + from.substring(from.indexOf('@')) + ">";
  }

  HeadLines of(Message message, MailAccount account, EmailAddress recipient, String text) {
    var lines =
        new HeadLines()
            .add("Message-ID", messageId(message, account))
            .add("Date", date(message))
            .add("From", HeadValues.mailbox("From", account.fromName(), account.fromAddress()));
    account.replyTo().ifPresent(address -> lines.add("Reply-To", address.value()));
    lines
        .add("To", HeadValues.mailbox("To", message.recipient().name(), recipient))
        .add("Subject", HeadValues.text("Subject", subject(message, text)));
    unsubscribing(lines, message, account, recipient);
    return lines.add("X-Tuco-Message", message.id()).add("Auto-Submitted", "auto-generated");
  }

  /** When it was to leave; an attempt's own time would change with each attempt. */
  private static String date(Message message) {
    var timeline = message.timeline();
    return DATE.format(timeline.scheduledFor().orElse(timeline.createdAt()));
  }

  private static String subject(Message message, String text) {
    return message
        .content()
        .subject()
        .filter(given -> !given.isBlank())
        .orElseGet(() -> derivedSubject(message, text));
  }

  private static String derivedSubject(Message message, String text) {
    var first = HeaderText.firstLine(text, LONGEST_FIRST_LINE);
    return first.isEmpty()
        ? Letter.filesOf(message).stream()
            .map(file -> FileNames.sanitised(file.name()))
            .findFirst()
            .orElse("Message")
        : first;
  }

  /** One click is promised only where it is one: by https (RFC 8058). */
  private void unsubscribing(
      HeadLines lines, Message message, MailAccount account, EmailAddress recipient) {
    var link = publicUrl + "/u/" + tokens.write(UnsubscribeToken.of(message, recipient));
    var mail =
        account
            .unsubscribeMailto()
            .map(address -> "," + EncodedWords.FOLD + "<mailto:" + address.value() + ">");
    lines.add("List-Unsubscribe", "<" + link + ">" + mail.orElse(""));
    if (link.startsWith("https://")) {
      lines.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }
}
