package io.tuco.core.message;

import io.tuco.core.address.Address;
import java.util.ArrayList;
import java.util.List;

/**
 * What the attempts to send a message have come to so far.
 *
 * @param attempts sends that ended with a definite answer
 * @param failedChecks availability look-ups in a row that gave no answer
 * @param repeats sends that were made although an earlier one may have left: e-mail's one repeat,
 *     and what a workspace's policy or an order of somebody caused
 * @param unreachable addresses that turned out not to be reachable so, in the order they were tried
 * @param earlierSends ids of the sends before the present one, oldest first: news of them may come
 *     late
 */
public record Tries(
    int attempts,
    int failedChecks,
    int repeats,
    List<Address> unreachable,
    List<String> earlierSends) {

  private static final int REMEMBERED = 20;

  public Tries {
    unreachable = List.copyOf(unreachable);
    earlierSends = List.copyOf(earlierSends);
  }

  public static Tries none() {
    return new Tries(0, 0, 0, List.of(), List.of());
  }

  Tries afterAttempt() {
    return new Tries(attempts + 1, 0, repeats, unreachable, earlierSends);
  }

  Tries afterFailedCheck() {
    return new Tries(attempts, failedChecks + 1, repeats, unreachable, earlierSends);
  }

  Tries afterRepeat() {
    return new Tries(attempts + 1, 0, repeats + 1, unreachable, earlierSends);
  }

  Tries withUnreachable(List<Address> found) {
    var all = new ArrayList<>(unreachable);
    found.stream().filter(address -> !all.contains(address)).forEach(all::add);
    return new Tries(attempts, failedChecks, repeats, all, earlierSends);
  }

  Tries withEarlier(String sendId) {
    var all = new ArrayList<>(earlierSends);
    all.add(sendId);
    var kept = all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    return new Tries(attempts, failedChecks, repeats, unreachable, kept);
  }
}
