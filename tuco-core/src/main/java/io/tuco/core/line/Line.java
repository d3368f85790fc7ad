package io.tuco.core.line;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.message.MessageType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address of the workspace that messages leave from. */
public record Line(
    String id,
    String workspaceId,
    MessageType channel,
    Carrier carrier,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    String firstName,
    Optional<String> lastName,
    boolean active,
    LineLimits limits,
    Optional<Boolean> contactFirst,
    boolean sandbox,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * The queue this line's sends stand in: its device's, shared with every other line of that
   * device; a line without one has a lane of its own.
   */
  public String laneId() {
    return deviceId().map(device -> "device:" + device).orElse("line:" + id);
  }

  /** The device that carries it; none for a line of another channel than iMessage. */
  public Optional<String> deviceId() {
    return carrier instanceof Carrier.OnDevice on ? Optional.of(on.deviceId()) : Optional.empty();
  }

  /** The health of its own account; a line on a device has none, the device has. */
  public Optional<SenderHealth> accountHealth() {
    if (carrier instanceof Carrier.BySms sms) {
      return Optional.of(sms.health());
    }
    return carrier instanceof Carrier.ByMail mail ? Optional.of(mail.health()) : Optional.empty();
  }

  public Line withAccountHealth(SenderHealth checked) {
    if (carrier instanceof Carrier.BySms sms) {
      return carriedBy(new Carrier.BySms(sms.account(), checked));
    }
    return carrier instanceof Carrier.ByMail mail
        ? carriedBy(new Carrier.ByMail(mail.account(), checked))
        : this;
  }

  private Line carriedBy(Carrier changed) {
    return new Line(
        id,
        workspaceId,
        channel,
        changed,
        phone,
        email,
        firstName,
        lastName,
        active,
        limits,
        contactFirst,
        sandbox,
        createdAt,
        updatedAt);
  }

  /** What people see as the sender: its number, else its address. */
  public String handle() {
    return phone.map(Address::value).or(() -> email.map(Address::value)).orElse("");
  }

  /** What {@code line_name} stands for in a text. */
  public String displayName() {
    return Stream.of(Optional.of(firstName), lastName)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }
}
