package io.tuco.core.intake;

import io.tuco.core.message.ReceivedFile;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message as a device tells of it, ours or a person's, new or changed (relay contract, sections 3
 * and 6). The same row may be told often, late and out of order.
 *
 * @param guid the device's id of it
 * @param ours whether it left from the device
 * @param token what we gave the send, where the device knows
 * @param sender who wrote it, as the device says; absent for what is ours
 * @param text without the marks that stand for files
 * @param writtenAt by the device's clock
 * @param error the device's own code, 0 for none
 */
public record DeviceMessage(
    String guid,
    boolean ours,
    Optional<SendToken> token,
    Optional<String> sender,
    String text,
    List<ReceivedFile> files,
    Instant writtenAt,
    Receipts receipts,
    Changes changes,
    Context context,
    int error) {

  /** The recipient is not on iMessage (relay contract, section 4). */
  public static final int NOT_ON_IMESSAGE = 22;

  /**
   * How far it came.
   *
   * @param isDelivered a device may say so without saying when
   */
  public record Receipts(boolean isDelivered, Optional<Instant> delivered, Optional<Instant> read) {

    public static Receipts none() {
      return new Receipts(false, Optional.empty(), Optional.empty());
    }

    /** When it was delivered, where it was. */
    public Optional<Instant> deliveredBy(Instant now) {
      return delivered.or(() -> isDelivered ? Optional.of(now) : Optional.empty());
    }
  }

  /** What its writer did to it since. */
  public record Changes(Optional<Instant> editedAt, Optional<Instant> unsentAt) {

    public static Changes none() {
      return new Changes(Optional.empty(), Optional.empty());
    }
  }

  /**
   * What it stands in.
   *
   * @param group the chat, where several people take part
   * @param answers the device's id of the message it is a threaded answer to
   * @param reaction present when it is no message but a reaction to one
   */
  public record Context(
      Optional<String> group, Optional<String> answers, Optional<Reaction> reaction) {

    public static Context none() {
      return new Context(Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * A reaction.
   *
   * @param to the device's id of the message it concerns
   * @param word such as {@code love}
   * @param removed whether it takes that back
   */
  public record Reaction(String to, String word, boolean removed) {}

  public DeviceMessage {
    Objects.requireNonNull(guid, "guid");
    files = List.copyOf(files);
  }

  public boolean hasNoIMessage() {
    return error == NOT_ON_IMESSAGE;
  }

  /** What tells this report from another of the same message that has more to say. */
  public String fingerprint() {
    return String.join(
        "|",
        guid,
        receipts.toString(),
        changes.toString(),
        Integer.toString(error),
        Integer.toString(text.hashCode()));
  }
}
