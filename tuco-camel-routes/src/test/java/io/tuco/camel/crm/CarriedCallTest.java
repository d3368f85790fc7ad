package io.tuco.camel.crm;

import static io.tuco.core.crm.ToyCrm.get;
import static io.tuco.core.crm.ToyCrm.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmAnswer.PutOff;
import io.tuco.core.crm.CrmAnswer.Silent;
import io.tuco.core.crm.CrmAnswer.Unauthorized;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmCall.Authority;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One call and all that the transport does about it. */
final class CarriedCallTest {

  private static final OutboundAnswer LOST =
      new OutboundAnswer.Failed(false, "The connection was lost");
  private static final OutboundAnswer REFUSED =
      new OutboundAnswer.Failed(true, "The connection was refused");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final CrmWorld world = new CrmWorld();
  private final Transports node = world.node("node-1");

  @Test
  void speaksWithTheTokenOfTheConnection() {
    var answers = world.ask(node, world.connectedByToken(), get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(answers).hasSize(1);
    assertThat(((Answered) answers.get(0)).text()).isEqualTo("ok");
    assertThat(world.calls.get(0).url()).isEqualTo("https://toy.invalid/things");
    assertThat(world.calls.get(0).headers()).containsEntry("Authorization", "Bearer access-0");
  }

  @Test
  void leavesACallForNobodyItsOwnHeaders() {
    world.ask(
        node,
        world.connectedByToken(),
        new CrmCall(
            "POST",
            "/token",
            Map.of("Authorization", "Bearer agency"),
            new byte[0],
            Authority.NONE,
            false,
            ""));
    world.time.passes(Duration.ZERO);

    assertThat(world.calls.get(0).headers()).containsEntry("Authorization", "Bearer agency");
  }

  @Test
  void repeatsWhatCanBeRepeatedWithGrowingPauses() {
    world.scripted.add(LOST);
    world.scripted.add(status(500));
    world.scripted.add(REFUSED);

    var answers = world.ask(node, world.connectedByToken(), get("/things"));
    world.time.passes(Duration.ofMillis(249));
    var atOnce = world.calls.size();
    world.time.passes(Duration.ofSeconds(6));

    assertThat(atOnce).isEqualTo(1);
    assertThat(world.calls).hasSize(4);
    assertThat(answers).hasSize(1).first().isInstanceOf(Answered.class);
  }

  @Test
  void givesUpAfterFourTries() {
    for (var i = 0; i < 9; i++) {
      world.scripted.add(LOST);
    }

    var answers = world.ask(node, world.connectedByToken(), get("/things"));
    world.time.passes(MINUTE);

    assertThat(world.calls).hasSize(4);
    assertThat(answers).containsExactly(new Silent(false, "The connection was lost"));
  }

  @Test
  void doesNotRepeatWhatMayHaveHappened() {
    var connection = world.connectedByToken();
    world.scripted.add(LOST);
    var lost = world.ask(node, connection, post("/things", "x"));
    world.time.passes(MINUTE);
    world.scripted.add(status(503));
    var failed = world.ask(node, connection, post("/things", "x"));
    world.time.passes(MINUTE);

    assertThat(lost).containsExactly(new Silent(false, "The connection was lost"));
    assertThat(((Answered) failed.get(0)).status()).isEqualTo(503);
    assertThat(world.calls).hasSize(2);
  }

  @Test
  void repeatsWhatProvablyDidNotLeave() {
    world.scripted.add(REFUSED);

    var answers = world.ask(node, world.connectedByToken(), post("/things", "x"));
    world.time.passes(MINUTE);

    assertThat(world.calls).hasSize(2);
    assertThat(answers).first().isInstanceOf(Answered.class);
  }

  @Test
  void waitsAsLongAsTheCrmAsksAndKeepsOthersWaiting() {
    var connection = world.connectedByToken();
    world.scripted.add(new OutboundAnswer.Answered(429, Map.of("retry-after", "10"), new byte[0]));
    var first = world.ask(node, connection, post("/things", "x"));
    world.time.passes(Duration.ofSeconds(1));
    var second = world.ask(node, connection, get("/others"));
    world.time.passes(Duration.ofSeconds(8));
    var early = world.calls.size();
    world.time.passes(Duration.ofSeconds(2));

    assertThat(early).isEqualTo(1);
    assertThat(first).first().isInstanceOf(Answered.class);
    assertThat(second).first().isInstanceOf(Answered.class);
    assertThat(world.calls).hasSize(3);
  }

  @Test
  void putsOffWhatWouldWaitLongerThanADialogueDoes() {
    world.scripted.add(new OutboundAnswer.Answered(429, Map.of("retry-after", "600"), new byte[0]));

    var answers = world.ask(node, world.connectedByToken(), get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(answers)
        .containsExactly(
            new PutOff(world.clock.instant().plusSeconds(600), "The CRM asks for a pause"));
  }

  @Test
  void leavesAnAccountAloneWhoseDayIsOver() {
    var connection = world.connectedByToken();
    world.scripted.add(status(423));
    var first = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);
    var until = world.clock.instant().plus(Duration.ofHours(5));
    world.time.passes(MINUTE);
    var second = world.ask(node, connection, get("/things"));
    world.time.passes(MINUTE);

    assertThat(first).containsExactly(new PutOff(until, "The day's limit is used up"));
    assertThat(second)
        .containsExactly(new PutOff(until, "The account's limit of calls is used up"));
    assertThat(world.calls).hasSize(1);
  }

  @Test
  void breaksOffWithACrmThatIsDownAndComesBackByItself() {
    var connection = world.connectedByToken();
    for (var i = 0; i < 5; i++) {
      world.scripted.add(LOST);
      world.ask(node, connection, post("/things", "x"));
      world.time.passes(Duration.ofSeconds(1));
    }
    var down = world.stored(connection).status();
    var whileDown = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);
    var made = world.calls.size();
    world.time.passes(Duration.ofSeconds(20));
    var trial = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(down).isEqualTo(ConnectionStatus.FAILING);
    assertThat(whileDown).first().isInstanceOf(PutOff.class);
    assertThat(made).isEqualTo(5);
    assertThat(trial).first().isInstanceOf(Answered.class);
    assertThat(world.stored(connection).status()).isEqualTo(ConnectionStatus.OK);
  }

  @Test
  void triesACrmThatIsDownWithOneCallAtATime() {
    var connection = world.connectedByToken();
    for (var i = 0; i < 6; i++) {
      world.scripted.add(LOST);
    }
    for (var i = 0; i < 5; i++) {
      world.ask(node, connection, post("/things", "x"));
    }
    world.time.passes(Duration.ofSeconds(20));

    var first = world.ask(node, connection, post("/things", "x"));
    var second = world.ask(node, connection, post("/things", "x"));
    world.time.passes(Duration.ofSeconds(1));

    assertThat(first).containsExactly(new Silent(false, "The connection was lost"));
    assertThat(second).first().isInstanceOf(PutOff.class);
    assertThat(world.calls).hasSize(6);
  }

  @Test
  void marksAConnectionWhoseTokenIsRefused() {
    var connection = world.connectedByToken();
    world.toy.expireToken();
    var first = world.ask(node, connection, get("/things"));
    world.time.passes(MINUTE);
    var second = world.ask(node, connection, get("/things"));
    world.time.passes(MINUTE);

    assertThat(first).first().isInstanceOf(Unauthorized.class);
    assertThat(second).containsExactly(new Unauthorized("The credentials are refused"));
    assertThat(world.stored(connection).status()).isEqualTo(ConnectionStatus.UNAUTHORIZED);
    assertThat(world.calls).hasSize(1);
  }

  @Test
  void answersForAConnectionThatIsGone() {
    var connection = world.connectedByToken();
    world.stores.connections().delete(connection.id());

    var answers = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(answers).containsExactly(new Unauthorized("The connection is gone"));
  }

  @Test
  void answersWhenItsConnectorCannotJudge() {
    world.scripted.add(
        new OutboundAnswer.Answered(429, Map.of("retry-after", "soon"), new byte[0]));

    var answers = world.ask(node, world.connectedByToken(), get("/things"));
    world.time.passes(MINUTE);

    assertThat(answers).containsExactly(new CrmAnswer.Silent(false, "The call broke off"));
  }

  @Test
  void countsWhatItDoes() {
    world.scripted.add(LOST);
    world.ask(node, world.connectedByToken(), get("/things"));
    world.time.passes(MINUTE);

    var counts = node.meter().counts().get("toy");
    assertThat(counts.calls()).isEqualTo(2);
    assertThat(counts.failures()).isEqualTo(1);
  }

  @Test
  void triesADownCrmAgainAfterATrialThatLedToNoCall() {
    var connection = world.connectedByToken();
    breakOff(connection);
    world.time.passes(Duration.ofSeconds(20));
    var left = world.ask(node, connection, get("/things"));
    world.stores.connections().delete(connection.id());
    world.time.passes(Duration.ZERO);
    world.stores.connections().insert(connection);

    var next = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(left).containsExactly(new Unauthorized("The connection is gone"));
    assertThat(next).first().isInstanceOf(Answered.class);
  }

  @Test
  void staysAwayNoLongerThanAMinuteHoweverLongTheCrmWasDown() {
    var connection = world.connectedByToken();
    breakOff(connection);
    for (var minute = 0; minute < 60; minute++) {
      world.scripted.add(LOST);
      world.ask(node, connection, post("/things", "x"));
      world.time.passes(MINUTE.multipliedBy(2));
      world.scripted.clear();
    }
    world.scripted.add(LOST);
    world.ask(node, connection, post("/things", "x"));
    world.time.passes(Duration.ZERO);

    var off = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(((PutOff) off.get(0)).until())
        .isAfter(world.clock.instant().plusSeconds(30))
        .isBefore(world.clock.instant().plusSeconds(76));
  }

  @Test
  void letsOthersLookSoonForWhatBecameOfATrial() {
    var connection = world.connectedByToken();
    breakOff(connection);
    world.time.passes(Duration.ofSeconds(20));

    world.ask(node, connection, get("/things"));
    var other = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(((PutOff) other.get(0)).until())
        .isBeforeOrEqualTo(world.clock.instant().plusSeconds(2));
  }

  private void breakOff(Connection connection) {
    for (var i = 0; i < 5; i++) {
      world.scripted.add(LOST);
      world.ask(node, connection, post("/things", "x"));
      world.time.passes(Duration.ZERO);
    }
  }

  private static OutboundAnswer status(int status) {
    return new OutboundAnswer.Answered(status, Map.of(), new byte[0]);
  }
}
