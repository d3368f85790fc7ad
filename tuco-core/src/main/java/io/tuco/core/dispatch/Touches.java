package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
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

  /** The mark of one lead or address. */
  public static String mark(String lineId, String whom) {
    return lineId + ":" + whom;
  }
}
