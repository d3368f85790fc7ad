package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import java.util.stream.Stream;

/** The engine throws nothing but what the store throws. */
final class NothingBroke implements Rule {

  @Override
  public Stream<Violation> judge(History history) {
    return history
        .all(Entry.Broke.class)
        .map(broke -> new Violation("nothing broke", broke.at(), broke.what()));
  }
}
