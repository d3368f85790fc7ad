package io.tuco.camel.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.Operation;
import io.tuco.core.workspace.RateGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The groups of the API contract, section 1.3, those of operations to come included. */
final class RateGroupsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          POST,   /api/messages,                 SEND
          POST,   /api/messages/bulk,            SEND
          POST,   /api/messages/typing,          SEND
          DELETE, /api/messages/typing,          SEND
          POST,   /api/messages/react,           SEND
          GET,    /api/messages,                 OTHER
          GET,    /api/messages/{id},            OTHER
          POST,   /api/messages/cancel-for-lead, OTHER
          POST,   /api/messages/{id}/resolve,    OTHER
          GET,    /api/check-availability,       AVAILABILITY
          POST,   /api/check-availability,       AVAILABILITY
          POST,   /api/check-availability-rr,    AVAILABILITY
          GET,    /api/leads/check-availability, AVAILABILITY
          POST,   /api/leads/check-availability, AVAILABILITY
          GET,    /api/lines/check-availability, OTHER
          GET,    /api/replies,                  REPLIES
          GET,    /api/leads,                    OTHER
          DELETE, /api/dnc,                      OTHER
          PATCH,  /api/workspace/settings,       OTHER
          """)
  void countsOperationsAsTheContractGroupsThem(String method, String path, RateGroup group) {
    assertThat(RateGroups.of(new Operation(method, path, "any"))).isEqualTo(group);
  }

  @Test
  void knowsEveryOperationByItsRoute() {
    assertThat(ApiOperations.all())
        .allSatisfy(
            operation ->
                assertThat(RateGroups.ofRoute(operation.routeId()))
                    .isEqualTo(RateGroups.of(operation)));
  }

  @Test
  void countsWhatItDoesNotKnowWithEverythingElse() {
    assertThat(RateGroups.ofRoute("tuco-something-new")).isEqualTo(RateGroup.OTHER);
  }
}
