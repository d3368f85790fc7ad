package io.tuco.core.engine;

import io.tuco.core.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that a client wants looked up, in their order. Several walkers may take the next one at
 * the same time; who takes one notes what came of it. It ends early when there is no quota or no
 * device any more, and, where the client wants one hit, at the first. Thread-safe.
 */
public final class LookUpSeries {

  /** The address in this place, for one walker to look up. */
  public record Step(int place, Address address) {}

  private final OwnLines lines;
  private final List<Optional<Address>> addresses;
  private final boolean untilHit;
  private final List<LookUpResult> results = new ArrayList<>();
  private int taken;
  private Optional<LookUpResult> end = Optional.empty();

  private LookUpSeries(OwnLines lines, List<Optional<Address>> addresses, boolean untilHit) {
    this.lines = lines;
    this.addresses = List.copyOf(addresses);
    this.untilHit = untilHit;
  }

  /**
   * All of them.
   *
   * @param addresses a place without one fails
   */
  public static LookUpSeries each(OwnLines lines, List<Optional<Address>> addresses) {
    return new LookUpSeries(lines, addresses, false);
  }

  /** One after the other until one has iMessage. */
  public static LookUpSeries untilHit(OwnLines lines, List<Address> addresses) {
    return new LookUpSeries(lines, addresses.stream().map(Optional::of).toList(), true);
  }

  public OwnLines lines() {
    return lines;
  }

  /** How many may walk it at once, where so many devices can look up. */
  public int walkers(int devices) {
    return untilHit ? 1 : Math.max(1, Math.min(devices, addresses.size()));
  }

  /** The next step that nobody has taken; empty at the end. */
  public synchronized Optional<Step> take() {
    while (end.isEmpty() && taken < addresses.size()) {
      var place = taken++;
      results.add(LookUpResult.FAILED);
      if (addresses.get(place).isPresent()) {
        return addresses.get(place).map(address -> new Step(place, address));
      }
    }
    return Optional.empty();
  }

  public synchronized void note(Step step, LookUpResult result) {
    results.set(step.place(), result);
    var ends =
        result == LookUpResult.NO_QUOTA
            || result == LookUpResult.NO_DEVICE
            || untilHit && result == LookUpResult.AVAILABLE;
    if (ends && end.isEmpty()) {
      end = Optional.of(result);
    }
  }

  /** What came of those that were taken: as many of the first places. */
  public synchronized List<LookUpResult> taken() {
    return List.copyOf(results);
  }

  /** What is worth keeping: of every place, unless the walk was broken off before its end. */
  public synchronized List<LookUpResult> settled() {
    return end.isPresent() ? results() : taken();
  }

  /** Of every place; those that nobody took are like the one that ended it, else failed. */
  public synchronized List<LookUpResult> results() {
    var all = new ArrayList<>(results);
    while (all.size() < addresses.size()) {
      all.add(end.orElse(LookUpResult.FAILED));
    }
    return List.copyOf(all);
  }
}
