package io.tuco.camel.http.api;

import io.tuco.camel.http.Operation;
import io.tuco.core.workspace.RateGroup;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which operations share an allowance (API contract, section 1.3), by their paths. What is not
 * named here is counted with everything else, so that no operation can be without a limit.
 */
final class RateGroups {

  private static final Map<String, RateGroup> BY_PATH =
      Map.of(
          "/api/messages/bulk", RateGroup.SEND,
          "/api/messages/typing", RateGroup.SEND,
          "/api/messages/react", RateGroup.SEND,
          "/api/check-availability", RateGroup.AVAILABILITY,
          "/api/check-availability-rr", RateGroup.AVAILABILITY,
          "/api/leads/check-availability", RateGroup.AVAILABILITY,
          "/api/replies", RateGroup.REPLIES);

  private static final Map<String, RateGroup> BY_ROUTE =
      ApiOperations.all().stream().collect(Collectors.toMap(Operation::routeId, RateGroups::of));

  private RateGroups() {}

  /** Sending and listing messages have one path: only the former is sending. */
  static RateGroup of(Operation operation) {
    return operation.path().equals(ApiOperations.SUBMIT_MESSAGE.path())
            && operation.method().equals(ApiOperations.SUBMIT_MESSAGE.method())
        ? RateGroup.SEND
        : BY_PATH.getOrDefault(operation.path(), RateGroup.OTHER);
  }

  static RateGroup ofRoute(String routeId) {
    return BY_ROUTE.getOrDefault(routeId, RateGroup.OTHER);
  }
}
