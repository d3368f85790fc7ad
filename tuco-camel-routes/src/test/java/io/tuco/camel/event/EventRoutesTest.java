package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.FailureRoutes;
import io.tuco.core.fixture.Fixtures;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRoutesTest {

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW).starts();

  @AfterEach
  void stop() {
    tuco.close();
  }

  @Test
  void nameTheirFailurePolicies() {
    var policies =
        tuco.context().getRoutes().stream()
            .collect(Collectors.toMap(Route::getRouteId, Route::getConfigurationId));

    assertThat(policies)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "tuco-outbox-publish", FailureRoutes.RECORDING,
                "tuco-outbox-sweep", FailureRoutes.WORKING,
                "tuco-webhook-deliver", FailureRoutes.INNER,
                "tuco-webhook-sweep", FailureRoutes.INNER,
                "tuco-webhook-queue", FailureRoutes.INNER,
                "tuco-webhook-turn", FailureRoutes.WORKING,
                "tuco-webhook-attempt", FailureRoutes.INNER,
                "tuco-webhook-post", FailureRoutes.INNER,
                "tuco-webhook-record", FailureRoutes.RECORDING));
  }
}
