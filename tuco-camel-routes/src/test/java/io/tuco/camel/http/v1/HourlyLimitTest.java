package io.tuco.camel.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests per key and clock hour, over the servers of one store (/v1 contract, section 7). */
final class HourlyLimitTest {

  private static final String LINES = "/v1/lines";

  @Test
  void admitsTheLimitOnEitherSideOfTheHoursEdgeWhicheverServerIsAsked() throws Exception {
    var world = worldAt(Duration.ofSeconds(20));
    var key = world.key();
    int[] admitted = {0, 0};
    try (var one = new DirectApi(world);
        var other = new DirectApi(world)) {
      for (var i = 0; i < 2_600; i++) {
        var status = (i % 3 == 0 ? one : other).seen("GET " + LINES, LINES, by(key), null).status();
        assertThat(status).isIn(200, 429);
        admitted[i < 1_300 ? 0 : 1] += status == 200 ? 1 : 0;
        world.clock().advance(i == 1_299 ? Duration.ofSeconds(20) : Duration.ofMillis(5));
      }
    }

    assertThat(admitted[0]).isBetween(980, 1_000);
    assertThat(admitted[1]).isBetween(980, 1_000);
  }

  @Test
  void saysWhenTheNextHourBeginsAndChangesNothing() throws Exception {
    var world = worldAt(Duration.ofMinutes(10));
    world.allowPerHour(1);
    try (var api = new DirectApi(world)) {
      var key = world.key();
      assertThat(api.call("GET " + LINES, LINES, key, null).status()).isEqualTo(200);
      world.watched().writes().clear();

      var refused =
          api.call(
              "POST /v1/messages",
              "/v1/messages",
              key,
              "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"text\":\"Hi\"}");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.body()).contains("rate_limit_error", V1Shelf.code("rate_limit_exceeded"));
      assertThat(refused.headers()).containsEntry("Retry-After", "600");
      assertThat(world.watched().writes()).isEmpty();
    }
  }

  @Test
  void countsNeitherStrangersNorBrowsersQuestions() throws Exception {
    var world = worldAt(Duration.ofMinutes(10));
    world.allowPerHour(1);
    try (var api = new DirectApi(world)) {
      var key = world.key();
      for (var i = 0; i < 5; i++) {
        api.seen("* /v1", "OPTIONS", LINES, by(key), null);
        api.seen("* /v1", "GET", "/v1/nothing", by(key), null);
        api.call("GET " + LINES, LINES, Map.of("Authorization", "Bearer x"), null);
      }

      assertThat(api.call("GET " + LINES, LINES, key, null).status()).isEqualTo(200);
      assertThat(api.call("GET " + LINES, LINES, key, null).status()).isEqualTo(429);
      assertThat(api.call("GET " + LINES, LINES, world.key(), null).status()).isEqualTo(200);
    }
  }

  private static Map<String, Object> by(String key) {
    return Map.of("Authorization", "Bearer " + key);
  }

  /** So long before an hour is over. */
  private static ApiWorld worldAt(Duration before) {
    var world = new ApiWorld();
    world.allowPerHour(1_000);
    var now = world.clock().instant();
    Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    world.clock().advance(Duration.between(now, end.minus(before)));
    return world;
  }
}
