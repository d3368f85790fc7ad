package io.tuco.camel.standalone.simulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The armed faults. Where several fit, the one armed first strikes. */
final class Faults {

  private final Clock clock;
  private final List<Fault> armed = new ArrayList<>();

  Faults(Clock clock) {
    this.clock = clock;
  }

  void arm(Fault fault) {
    armed.add(fault);
  }

  int clear() {
    var cleared = armed().size();
    armed.clear();
    return cleared;
  }

  List<Fault> armed() {
    armed.removeIf(fault -> fault.isOver(clock.instant()));
    return List.copyOf(armed);
  }

  /** The fault that strikes here, if any; it has one time less afterwards. */
  Optional<Fault> take(Predicate<FaultKind> kinds, Fault.Aim actual) {
    var struck =
        armed().stream()
            .filter(fault -> kinds.test(fault.kind()) && fault.aim().covers(actual))
            .findFirst();
    struck.ifPresent(fault -> armed.set(armed.indexOf(fault), fault.struckOnce()));
    return struck;
  }
}
