package io.tuco.camel.channel.mail;

import io.tuco.core.account.MailAccount;
import io.tuco.core.address.EmailAddress;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A letter on its way, in the shape that camel-mail passes to a sender of ours, and how its
 * transmission ended.
 *
 * <p>It writes the bytes we built. Nothing that the library would put into a head, encode or guess
 * takes part. Used by one thread at a time.
 */
final class OutgoingMail extends MimeMessage {

  private final Letter letter;
  private final MailAccount account;
  private final EmailAddress recipient;
  private final String messageId;

  /** If whoever sent it did not tell, it may have left. */
  private SmtpEnding ending =
      new SmtpEnding(SmtpPhase.DOT, Optional.empty(), "Nobody told how it ended");

  OutgoingMail(Letter letter, MailAccount account, EmailAddress recipient, String messageId) {
    super((Session) null);
    this.letter = letter;
    this.account = account;
    this.recipient = recipient;
    this.messageId = messageId;
  }

  MailAccount account() {
    return account;
  }

  EmailAddress recipient() {
    return recipient;
  }

  SmtpEnding ending() {
    return ending;
  }

  void endedWith(SmtpEnding last) {
    ending = last;
  }

  @Override
  public String getMessageID() {
    return messageId;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    LetterWriter.write(letter, out);
  }

  /**
   * @param ignored headers to leave out; ours has none of them
   */
  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    writeTo(out);
  }
}
