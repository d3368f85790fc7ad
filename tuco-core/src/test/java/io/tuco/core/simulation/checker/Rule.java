package io.tuco.core.simulation.checker;

import java.util.stream.Stream;

/** One promise, judged over a whole run. */
interface Rule {

  Stream<Violation> judge(History history);
}
