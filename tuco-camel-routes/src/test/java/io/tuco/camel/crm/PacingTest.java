package io.tuco.camel.crm;

import static io.tuco.core.crm.ToyCrm.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmAnswer.PutOff;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmCall.Authority;
import io.tuco.core.crm.ToyCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No account is called faster than its CRM allows, over all nodes. */
final class PacingTest {

  private final CrmWorld world = new CrmWorld();
  private final Transports node = world.node("node-1");
  private final Transports other = world.node("node-2");

  @Test
  void keepsToThePaceOfAnAccountOverAllNodes() {
    var connection = world.connectedByToken();
    List<List<CrmAnswer>> all = new ArrayList<>();
    for (var i = 0; i < 125; i++) {
      all.add(world.ask(node, connection, get("/a" + i)));
      all.add(world.ask(other, connection, get("/b" + i)));
    }

    world.time.passes(Duration.ofMinutes(1));

    assertThat(world.toy.overLimit()).isZero();
    assertThat(all).allSatisfy(a -> assertThat(a).first().isInstanceOf(Answered.class));
    assertThat(world.toy.paths()).hasSize(250);
  }

  @Test
  void letsCallsGoInTheOrderTheyCame() {
    var connection = world.connectedByToken();
    for (var i = 0; i < 60; i++) {
      world.ask(node, connection, get("/" + i));
    }

    world.time.passes(Duration.ofMinutes(1));

    assertThat(world.toy.paths()).isSortedAccordingTo((a, b) -> number(a) - number(b));
  }

  @Test
  void keepsToANamedPaceBesides() {
    var connection = world.connectedByToken();
    List<Instant> times = new ArrayList<>();
    for (var i = 0; i < 20; i++) {
      node.to(connection).carry(search(), answer -> times.add(world.clock.instant()));
    }

    world.time.passes(Duration.ofMinutes(1));

    assertThat(times).hasSize(20);
    var mostInASecond =
        times.stream()
            .collect(Collectors.toMap(at -> at, at -> within(times, at), Math::max))
            .values()
            .stream()
            .mapToLong(count -> count)
            .max();
    assertThat(mostInASecond.orElseThrow()).isLessThanOrEqualTo(4);
  }

  @Test
  void tellsThoseWhoWouldWaitTooLongWhenToComeAgain() {
    var connection = world.connectedByToken();
    List<List<CrmAnswer>> all = new ArrayList<>();
    for (var i = 0; i < 600; i++) {
      all.add(world.ask(node, connection, get("/" + i)));
    }

    world.time.passes(Duration.ofMinutes(2));

    assertThat(all).allSatisfy(answers -> assertThat(answers).hasSize(1));
    assertThat(all.get(599)).first().isInstanceOf(PutOff.class);
    assertThat(world.toy.paths().size()).isBetween(400, 450);
    assertThat(world.toy.overLimit()).isZero();
  }

  private static long within(List<Instant> times, Instant from) {
    return times.stream()
        .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
        .count();
  }

  private static int number(String path) {
    return Integer.parseInt(path.substring(1));
  }

  private static CrmCall search() {
    return new CrmCall(
        "GET", "/search", Map.of(), new byte[0], Authority.CONNECTION, true, ToyCrm.SEARCH);
  }
}
