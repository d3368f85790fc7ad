package io.tuco.camel.channel.mail;

import io.tuco.core.account.MailAccount;
import io.tuco.core.line.DeviceProbe;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one message, or just knocks; tells how it ended and never throws for it. Blocks. */
final class SmtpCourier {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpCourier.class);

  private final SmtpDoor door;

  SmtpCourier(SmtpDoor door) {
    this.door = door;
  }

  /** What is done with an open connection. */
  private interface Errand {
    void run(PhasedTransport transport) throws MessagingException;
  }

  SmtpEnding carry(OutgoingMail mail) {
    return visit(
        mail.account(),
        transport ->
            transport.sendMessage(
                mail, new Address[] {new InternetAddress(mail.recipient().value())}));
  }

  /** Whether the server lets us in. */
  DeviceProbe knock(MailAccount account) {
    var ending = visit(account, transport -> transport.enter(SmtpPhase.MAIL));
    return ending.phase() == SmtpPhase.MAIL
        ? new DeviceProbe.Answered(false, 0)
        : MailOutcomes.probe(ending);
  }

  private SmtpEnding visit(MailAccount account, Errand errand) {
    var refusal = SmtpDoor.refusal(account);
    if (refusal.isPresent()) {
      return notConnected(refusal.get());
    }
    try (var socket = door.connect(account)) {
      return visit(account, errand, socket);
    } catch (IOException e) {
      return notConnected(SmtpFailures.sentence(e));
    }
  }

  private SmtpEnding visit(MailAccount account, Errand errand, Socket socket) {
    var transport = door.transport(account, socket);
    try {
      door.enter(account, transport, socket);
      errand.run(transport);
      return transport.ending("");
    } catch (IOException | MessagingException e) {
      LOG.debug("a transmission ended", e);
      return transport.ending(SmtpFailures.sentence(e));
    } finally {
      leave(transport);
    }
  }

  /** What the server says to {@code QUIT} changes nothing. */
  private static void leave(PhasedTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("a connection was lost at its end", e);
    }
  }

  private static SmtpEnding notConnected(String why) {
    return new SmtpEnding(SmtpPhase.CONNECT, Optional.empty(), why);
  }
}
