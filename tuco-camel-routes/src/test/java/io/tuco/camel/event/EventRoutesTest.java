package io.tuco.camel.event;

import static java.util.Map.entry;
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
            Map.ofEntries(
                entry("tuco-outbox-offer", FailureRoutes.INNER),
                entry("tuco-outbox-batch", FailureRoutes.RECORDING),
                entry("tuco-outbox-publish", FailureRoutes.RECORDING),
                entry("tuco-outbox-sweep", FailureRoutes.WORKING),
                entry("tuco-webhook-deliver", FailureRoutes.INNER),
                entry("tuco-webhook-sweep", FailureRoutes.INNER),
                entry("tuco-webhook-queue", FailureRoutes.INNER),
                entry("tuco-webhook-turn", FailureRoutes.WORKING),
                entry("tuco-webhook-attempt", FailureRoutes.INNER),
                entry("tuco-webhook-check", FailureRoutes.INNER),
                entry("tuco-webhook-post", FailureRoutes.INNER),
                entry("tuco-webhook-offer", FailureRoutes.INNER),
                entry("tuco-webhook-record", FailureRoutes.RECORDING),
                entry("tuco-webhook-note", FailureRoutes.RECORDING)));
  }
}
