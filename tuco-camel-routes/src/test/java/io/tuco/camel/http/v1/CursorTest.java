package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.core.message.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A list that is read in small pages while it changes: each original exactly once. */
@Tag("long")
final class CursorTest extends V1Shelf {

  private static final String ADA = "+12025550100";
  private static final String CHAT = "/v1/messages?from=%2B12025550171&to=%2B12025550100&limit=7";
  private static final int ORIGINALS = 10_000;
  private static final int MORE = 2_000;
  private static final int CANCELLED = 500;

  private final ObjectMapper mapper = new ObjectMapper();
  private int arrived;
  private int cancelled;

  @Test
  void showsEachOriginalOnceWhileOthersComeAndGo() throws Exception {
    for (var number = 0; number < ORIGINALS; number++) {
      // Seven of a moment each, so that pages end within one.
      insert(received(number, number / 7));
    }
    for (var number = 0; number < CANCELLED; number++) {
      insert(waiting(number));
    }
    var seen = new HashMap<String, Integer>();

    var next = Optional.of(CHAT);
    while (next.isPresent()) {
      var page = mapper.readTree(get(next.get()).body());
      page.path("data").forEach(each -> seen.merge(each.path("id").asText(), 1, Integer::sum));
      changeMeanwhile();
      next =
          Optional.of(page.path("next_cursor"))
              .filter(JsonNode::isTextual)
              .map(cursor -> CHAT + "&cursor=" + cursor.asText());
    }

    assertThat(arrived).isEqualTo(MORE);
    assertThat(cancelled).isEqualTo(CANCELLED);
    assertThat(originals(seen)).isEqualTo(expected());
    assertThat(seen.values()).containsOnly(1);
  }

  /** Two arrive, as new as can be and in the middle, and something that waits is cancelled. */
  private void changeMeanwhile() {
    if (arrived < MORE) {
      insert(received(ORIGINALS + arrived, ORIGINALS + arrived));
      insert(received(ORIGINALS + arrived + 1, ORIGINALS / 14));
      arrived += 2;
    }
    if (cancelled < CANCELLED) {
      var waiting = world.stores().messages().find(WORKSPACE, idOfWaiting(cancelled)).orElseThrow();
      world.stores().messages().endWaiting(waiting.cancelled("by request", NOW), List.of());
      cancelled++;
    }
  }

  private static Set<String> originals(Map<String, Integer> seen) {
    var originals = new HashSet<>(seen.keySet());
    originals.retainAll(expected());
    return originals;
  }

  private static Set<String> expected() {
    var expected = new HashSet<String>();
    for (var number = 0; number < ORIGINALS; number++) {
      expected.add("msg_" + id(0x100000 + number));
    }
    return expected;
  }

  private void insert(Message message) {
    world.stores().messages().insert(message, Optional.empty(), List.of());
  }

  private static Message received(int number, int second) {
    return aMessage()
        .withId(id(0x100000 + number))
        .toPhone(ADA)
        .createdAt(NOW.plusSeconds(second))
        .receivedAs("guid-" + number)
        .build();
  }

  private static Message waiting(int number) {
    return aMessage().withId(idOfWaiting(number)).toPhone(ADA).createdAt(NOW).build();
  }

  private static String idOfWaiting(int number) {
    return id(0x900000 + number);
  }
}
