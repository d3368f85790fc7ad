package io.tuco.core.dispatch;

import io.tuco.core.account.MailAccount;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import java.time.Duration;

/** What a message leaves through; its health decides whether anything may. */
public sealed interface Sender {

  /** One kind per channel. */
  enum Kind {
    DEVICE,
    SMS,
    MAIL
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
