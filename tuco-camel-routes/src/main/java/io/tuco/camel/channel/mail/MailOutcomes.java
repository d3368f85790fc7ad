package io.tuco.camel.channel.mail;

import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.DeliveryOutcome.Unknown;
import io.tuco.core.line.DeviceProbe;

/**
 * What the end of a transmission means, row by row of the e-mail contract, section 4. Until the
 * final dot is written, a server has nothing that it could deliver.
 */
final class MailOutcomes {

  private static final String CREDENTIALS = "The mail server refused our credentials";

  private MailOutcomes() {}

  static DeliveryOutcome judge(OutgoingMail mail) {
    return of(mail.ending(), mail.getMessageID());
  }

  static DeliveryOutcome of(SmtpEnding ending, String messageId) {
    return switch (ending.phase()) {
      case CONNECT, CONTENT -> NotSent.because(sentence(ending));
      case AUTH ->
          refusesCredentials(ending)
              ? NotSent.senderDown(CREDENTIALS)
              : NotSent.because(sentence(ending));
      case RCPT -> command(ending, Scope.ADDRESS);
      case MAIL, DATA -> command(ending, Scope.MESSAGE);
      case DOT -> afterDot(ending, messageId);
    };
  }

  /**
   * @param ending the end of a connection that was to carry no message
   */
  static DeviceProbe probe(SmtpEnding ending) {
    return refusesCredentials(ending)
        ? new DeviceProbe.CredentialsRefused()
        : new DeviceProbe.NoAnswer(sentence(ending));
  }

  private static DeliveryOutcome command(SmtpEnding ending, Scope scope) {
    return ending.reply().filter(SmtpReply::isPermanent).isPresent()
        ? new Refused(sentence(ending), scope)
        : NotSent.because(sentence(ending));
  }

  private static DeliveryOutcome afterDot(SmtpEnding ending, String messageId) {
    var reply = ending.reply();
    if (reply.filter(SmtpReply::isPositive).isPresent()) {
      return new Accepted(messageId);
    }
    if (reply.filter(SmtpReply::isPermanent).isPresent()) {
      return new Refused(sentence(ending), Scope.MESSAGE);
    }
    return reply.filter(SmtpReply::isTransient).isPresent()
        ? NotSent.because(sentence(ending))
        : new Unknown(sentence(ending));
  }

  /** 535: wrong; 534: not good enough for this server. */
  private static boolean refusesCredentials(SmtpEnding ending) {
    return ending.phase() == SmtpPhase.AUTH
        && ending.reply().filter(reply -> reply.code() == 535 || reply.code() == 534).isPresent();
  }

  private static String sentence(SmtpEnding ending) {
    return ending
        .reply()
        .filter(reply -> !reply.isPositive())
        .map(reply -> "The mail server refused " + what(ending.phase()) + ": " + reply.words())
        .orElse(ending.failure());
  }

  private static String what(SmtpPhase phase) {
    return switch (phase) {
      case CONNECT -> "the connection";
      case AUTH -> "the login";
      case MAIL -> "the sender";
      case RCPT -> "the recipient";
      case DATA, CONTENT, DOT -> "the message";
    };
  }
}
