package io.tuco.core.dispatch;

import io.tuco.core.account.MailAccount;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageType;
import java.time.Duration;
import java.util.Optional;

/** What a message leaves through; its health decides whether anything may. */
public sealed interface Sender {

  /** One kind per channel. */
  enum Kind {
    DEVICE,
    SMS,
    MAIL
  }

  /** Whether the workspace's own account sends the message, whatever line it is linked to. */
  static boolean isByWorkspace(MessageType type, Optional<Line> line) {
    return type == MessageType.SMS
        && line.filter(known -> known.channel() == MessageType.SMS).isEmpty();
  }

  Kind kind();

  SenderHealth health();

  /** The pause after each of its sends. */
  default Duration gap() {
    return Duration.ZERO;
  }

  /** A Mac and its relay. */
  record OverDevice(Device device) implements Sender {
    @Override
    public Kind kind() {
      return Kind.DEVICE;
    }

    @Override
    public SenderHealth health() {
      return device.health();
    }

    @Override
    public Duration gap() {
      return device.gap();
    }
  }

  /** A number or messaging service of a Twilio account. */
  record OverSms(SmsAccount account, SenderHealth health) implements Sender {
    @Override
    public Kind kind() {
      return Kind.SMS;
    }
  }

  /** A mailbox. */
  record OverMail(MailAccount account, SenderHealth health) implements Sender {
    @Override
    public Kind kind() {
      return Kind.MAIL;
    }
  }
}
