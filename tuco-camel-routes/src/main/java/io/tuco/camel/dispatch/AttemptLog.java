package io.tuco.camel.dispatch;

import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.line.SenderFault;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for what came of each attempt, with the correlation id of the request that caused it.
 * Never a text, a name or an address: a reason that quotes one is masked.
 */
final class AttemptLog {

  private static final Logger LOG = LoggerFactory.getLogger(AttemptLog.class);
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@]+@[^\\s@]+|\\+?[0-9][0-9 ().-]{5,}[0-9]");

  private AttemptLog() {}

  /** Of a record that was stored. */
  static void note(DispatchCommand.Record stored) {
    var message = stored.after();
    if (message.isUnknown()) {
      LOG.warn("{}: nobody knows yet whether it left; asking", ofWhom(message));
    } else if (message.status() == MessageStatus.SENT) {
      LOG.info("{}: sent", ofWhom(message));
    } else if (message.status() != MessageStatus.SENDING) {
      LOG.info("{}: {}, {}", ofWhom(message), message.status().wire(), why(message));
    }
    stored
        .senderDown()
        .map(SenderFault::reason)
        .ifPresent(why -> LOG.warn("{} serves nobody now: {}", stored.laneId(), masked(why)));
  }

  private static String ofWhom(Message message) {
    return "message "
        + message.id()
        + " of "
        + message.workspaceId()
        + ", attempt "
        + message.progress().attempts()
        + ", correlation "
        + message.origin().correlationId();
  }

  private static String why(Message message) {
    var progress = message.progress();
    return masked(progress.errorMessage().or(progress::reason).orElse("without a reason"));
  }

  static String masked(String text) {
    return ADDRESS.matcher(text).replaceAll("***");
  }
}
