package io.tuco.camel.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.DirectApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another workspace's id, in whatever place an operation takes one, is answered as an id that
 * nobody has, and changes nothing of either workspace.
 */
final class TenantMatrixTest {

  /** What came back, the id in it blotted out, and whether anything changed. */
  private record Outcome(int status, String body, Map<String, Object> headers, boolean isChanged) {}

  static List<IdPlace> places() {
    return Stream.of(ApiDocument.ours(), ApiDocument.v1())
        .flatMap(document -> IdPlace.all(document).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("places")
  void answersAnotherWorkspacesIdAsAMissingOne(IdPlace place) throws Exception {
    var missing = outcome(place, TwoTenants.missing(place.kind()));
    var others = outcome(place, TwoTenants.others(place.kind()));

    assertThat(others).isEqualTo(missing);
    assertThat(others.isChanged()).isFalse();
    assertThat(others.body()).doesNotContain(TwoTenants.SECRET);
  }

  /** There are no campaigns: the id of one is always missing. */
  static List<IdPlace> placesOfWhatThereIs() {
    return places().stream()
        .filter(place -> !place.kind().equals("campaign"))
        .collect(Collectors.toList());
  }

  /** Else the comparison would say nothing. */
  @ParameterizedTest
  @MethodSource("placesOfWhatThereIs")
  void answersAnIdOfOurOwnInAnotherWay(IdPlace place) throws Exception {
    var missing = outcome(place, TwoTenants.missing(place.kind()));
    var own = outcome(place, TwoTenants.own(place.kind()));

    assertThat(own).isNotEqualTo(missing);
  }

  @Test
  void hasAnObjectOfEveryKindThatIsAskedFor() {
    assertThat(placesOfWhatThereIs())
        .hasSizeGreaterThan(20)
        .extracting(IdPlace::kind)
        .isSubsetOf(TwoTenants.kinds());
    assertThat(places()).extracting(IdPlace::in).contains("path", "query", "body", "messages");
  }

  private static Outcome outcome(IdPlace place, String id) throws Exception {
    try (var api = new DirectApi()) {
      var stores = api.world().stores();
      TwoTenants.settle(stores);
      var before = TwoTenants.everything(stores);
      Map<String, Object> headers =
          Map.of(
              "Authorization",
              "Bearer " + api.world().key(),
              "Content-Type",
              "application/json",
              "x-correlation-id",
              "c-1");
      var answer =
          api.call(
              place.operation().name(), place.target(id), headers, place.body(id).getBytes(UTF_8));
      return new Outcome(
          answer.status(),
          answer.body().replace(id, "<id>"),
          told(answer.headers()),
          !TwoTenants.everything(stores).equals(before));
    }
  }

  private static Map<String, Object> told(Map<String, Object> headers) {
    return headers.entrySet().stream()
        .filter(header -> !header.getKey().equals("X-Request-Id"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
