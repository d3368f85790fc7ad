package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.line.Device;
import io.tuco.core.line.DeviceLookUps;
import io.tuco.core.line.Line;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.LookUpStore;
import io.tuco.core.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hands out the look-ups that clients order: on their own lines only, apart in time on each device,
 * and never more than a line's quota of the day. A place is taken in the store before the look-up
 * is made, so neither rivals, nor a crash, nor other nodes can exceed it. Thread-safe.
 */
public final class LookUps {

  /** Between two look-ups on a device (API contract, section 6). */
  public static final Duration GAP = Duration.ofSeconds(3);

  /** Of a line, through the API; those of dispatch have a budget of their own. */
  public static final int PER_DAY = 70;

  private static final int RIVALS = 50;

  /** What somebody who wants a look-up gets. */
  public sealed interface Reserved {

    /** A place was taken: the device may be asked at that instant. */
    record Turn(Device device, String lineId, Instant at) implements Reserved {}

    /** Nothing was taken, and why. */
    record Refused(LookUpResult why) implements Reserved {}
  }

  private record Place(Line line, Device device, DeviceLookUps seen) {}

  private final LookUpStore places;
  private final Senders senders;
  private final AvailabilityMemory memory;
  private final Clock clock;

  LookUps(LookUpStore places, Senders senders, AvailabilityMemory memory, Clock clock) {
    this.places = places;
    this.senders = senders;
    this.memory = memory;
    this.clock = clock;
  }

  /**
   * Takes the next place: on the device that is free first, which among idle ones is the one that
   * has rested longest; there, the line that has used least.
   */
  public Reserved reserve(OwnLines lines) {
    var devices = devices(lines);
    if (devices.isEmpty()) {
      return new Reserved.Refused(LookUpResult.NO_DEVICE);
    }
    for (var rival = 0; rival < RIVALS; rival++) {
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      var today = lines.workspace().capDays().dayOf(now);
      var best = best(devices, today);
      if (best.isEmpty()) {
        return new Reserved.Refused(LookUpResult.NO_QUOTA);
      }
      var place = best.get();
      var next = place.seen().taking(place.line().id(), today, now, GAP);
      if (places.replace(place.seen(), next)) {
        return new Reserved.Turn(place.device(), place.line().id(), place.seen().turnAt(now));
      }
    }
    throw new StoreException(
        "Too many rivals for a look-up", new ConcurrentModificationException("look-ups"));
  }

  /** How many devices can look up at once for these lines. */
  public int devicesOf(OwnLines lines) {
    return devices(lines).size();
  }

  /** Whether devices could look up, but no line has any left of its day. */
  public boolean isWithoutQuota(OwnLines lines) {
    var devices = devices(lines);
    var today = lines.workspace().capDays().dayOf(clock.instant());
    return !devices.isEmpty() && best(devices, today).isEmpty();
  }

  /** What the device said: sends need not ask again for a while. */
  public LookUpResult note(OwnLines lines, Address address, Availability answer) {
    memory.note(lines.workspace().id(), address, answer, clock.instant());
    return LookUpResult.of(answer);
  }

  private Optional<Place> best(Map<Device, List<Line>> devices, LocalDate today) {
    var ids = devices.keySet().stream().map(Device::id).toList();
    var seen =
        places.find(ids).stream()
            .collect(Collectors.toMap(DeviceLookUps::deviceId, Function.identity()));
    return devices.entrySet().stream()
        .flatMap(
            each ->
                place(
                    each.getKey(),
                    each.getValue(),
                    seen.getOrDefault(each.getKey().id(), DeviceLookUps.none(each.getKey().id())),
                    today)
                    .stream())
        .min(
            Comparator.comparing((Place place) -> place.seen().freeAt())
                .thenComparing(place -> place.device().id()));
  }

  private static Optional<Place> place(
      Device device, List<Line> lines, DeviceLookUps seen, LocalDate today) {
    return lines.stream()
        .filter(line -> seen.usedBy(line.id(), today) < PER_DAY)
        .min(
            Comparator.comparing((Line line) -> seen.usedBy(line.id(), today))
                .thenComparing(Line::id))
        .map(line -> new Place(line, device, seen));
  }

  private Map<Device, List<Line>> devices(OwnLines lines) {
    var byDevice = new LinkedHashMap<Device, List<Line>>();
    var byId =
        senders.usable(lines.workspace().id(), MessageType.IMESSAGE).stream()
            .filter(line -> lines.contains(line.id()) && line.deviceId().isPresent())
            .collect(Collectors.groupingBy(line -> line.deviceId().orElseThrow()));
    byId.forEach((id, own) -> senders.capable(id).ifPresent(device -> byDevice.put(device, own)));
    return byDevice;
  }
}
