package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The marks by which a line knows its acquaintances: one for the lead and one for each address that
 * it has written to or looked up.
 */
public final class Touches {

  private Touches() {}

  public static List<String> marks(
      String lineId, Optional<String> leadId, List<? extends Address> addresses) {
    return Stream.concat(leadId.stream(), addresses.stream().map(Address::value))
        .map(whom -> mark(lineId, whom))
        .toList();
  }

  /** Whether the line has reached out to somebody with the message. */
  public static boolean hasTouched(Message message, String lineId) {
    return message.progress().contact().touches().stream()
        .anyMatch(touch -> touch.startsWith(lineId + ":"));
  }

  /** The mark of one lead or address. */
  public static String mark(String lineId, String whom) {
    return lineId + ":" + whom;
  }

  /**
   * What the workspace's own account leaves that writes to them for the line: an answer belongs to
   * the line, which has met nobody.
   */
  static List<String> marksOnBehalf(String lineId, List<? extends Address> addresses) {
    return addresses.stream().map(address -> markOnBehalf(lineId, address.value())).toList();
  }

  /** The marks of whoever wrote to the address, the line or another for it. */
  public static List<String> marksOfAnybody(String lineId, String address) {
    return List.of(mark(lineId, address), markOnBehalf(lineId, address));
  }

  private static String markOnBehalf(String lineId, String whom) {
    return "for:" + mark(lineId, whom);
  }
}
