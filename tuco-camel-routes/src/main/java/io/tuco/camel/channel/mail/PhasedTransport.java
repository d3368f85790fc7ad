package io.tuco.camel.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP conversation that knows at every moment how far it has come. For one message; the phase
 * and the reply are noted where the bytes pass, not guessed from exceptions.
 *
 * <p>The last bytes of a message share the buffer with the final dot, so a connection that breaks
 * while they are written counts as broken after the dot. That errs on the side of unknown.
 */
final class PhasedTransport extends SMTPTransport {

  private final Socket socket;
  private final Duration afterDot;
  private SmtpPhase phase = SmtpPhase.CONNECT;
  private Optional<SmtpReply> reply = Optional.empty();

  PhasedTransport(Session session, URLName server, Socket socket, Duration afterDot) {
    super(session, server);
    this.socket = socket;
    this.afterDot = afterDot;
  }

  SmtpEnding ending(String failure) {
    return new SmtpEnding(phase, reply, failure);
  }

  void enter(SmtpPhase next) {
    phase = next;
    reply = Optional.empty();
  }

  /** Only logging in uses it. */
  @Override
  public synchronized int simpleCommand(String command) throws MessagingException {
    if (phase == SmtpPhase.CONNECT) {
      enter(SmtpPhase.AUTH);
    }
    return super.simpleCommand(command);
  }

  @Override
  protected void mailFrom() throws MessagingException {
    enter(SmtpPhase.MAIL);
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    enter(SmtpPhase.RCPT);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    enter(SmtpPhase.DATA);
    var stream = super.data();
    enter(SmtpPhase.CONTENT);
    return stream;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    enter(SmtpPhase.DOT);
    socket.setSoTimeout(Math.toIntExact(afterDot.toMillis()));
    super.finishData();
  }

  /** There is nothing to reset: a connection carries one message. */
  @Override
  public synchronized void issueCommand(String command, int expected) throws MessagingException {
    if (!command.equals("RSET")) {
      super.issueCommand(command, expected);
    }
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    reply = Optional.empty();
    var code = super.readServerResponse();
    reply =
        code >= 100 ? Optional.of(SmtpReply.of(code, getLastServerResponse())) : Optional.empty();
    return code;
  }
}
