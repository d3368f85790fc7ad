package io.tuco.core.timing;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/** Reads the names of time zones, as the field {@code timezone} of the send contract has them. */
public final class IanaZone {

  private static final String UTC = "UTC";

  /** Dropped by IANA in 2020, still known to Java 17. */
  private static final String LEFT_IANA = "SystemV/";

  private IanaZone() {}

  /**
   * The zone of that exact IANA name: a region such as {@code Europe/Paris}, or {@code UTC}.
   *
   * @return empty for names this JVM's time-zone data does not know, for offsets ({@code +02:00},
   *     {@code UTC+2}) and for abbreviations ({@code EST}), which do not say when clocks change
   */
  public static Optional<ZoneId> parse(String id) {
    return isRegion(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
  }

  private static boolean isRegion(String id) {
    // The set is asked rather than ZoneId.of, which also takes offsets behind a prefix.
    return (id.equals(UTC) || id.contains("/"))
        && !id.startsWith(LEFT_IANA)
        && ZoneRulesProvider.getAvailableZoneIds().contains(id);
  }
}
