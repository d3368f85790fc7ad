package io.tuco.camel.crm;

import static io.tuco.core.crm.ToyCrm.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmAnswer.PutOff;
import io.tuco.core.crm.CrmAnswer.Unauthorized;
import io.tuco.core.crm.FakeCrm;
import io.tuco.core.store.ConnectionStore;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tokens are replaced once over all nodes (GHL and HubSpot contracts, section 4). */
final class RefreshingTest {

  private static final Duration FOUR_FIFTHS = Duration.ofMinutes(24);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final CrmWorld world = new CrmWorld();
  private final Transports node = world.node("node-1");
  private final Transports other = world.node("node-2");

  @Test
  void replacesTokensAfterFourFifthsOfTheirLife() {
    var connection = world.connectedByOauth();
    world.time.passes(FOUR_FIFTHS.minusSeconds(1));
    world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ofSeconds(1));
    var before = world.toy.grants();

    world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(before).isZero();
    assertThat(world.toy.grants()).isEqualTo(1);
    assertThat(world.toy.paths()).containsExactly("/things", "/token", "/things");
    assertThat(world.box.open(world.stored(connection).tokens().access())).isEqualTo("access-1");
    assertThat(world.box.open(world.stored(connection).tokens().refresh().orElseThrow()))
        .isEqualTo("refresh-1");
  }

  @Test
  void replacesTokensThatAreRefusedAndAsksOnceMore() {
    var connection = world.connectedByOauth();
    world.toy.expireToken();

    var answers = world.ask(node, connection, get("/things"));
    world.time.passes(MINUTE);

    assertThat(answers).first().isInstanceOf(Answered.class);
    assertThat(world.toy.paths()).containsExactly("/things", "/token", "/things");
  }

  @Test
  void endsWithTokensThatAreRefusedFresh() {
    var connection = world.connectedByOauth();
    world.toy.expireToken();
    world.toy.failing(FakeCrm.Reply.json(401, "{}"), FakeCrm.Reply.json(401, "{}"));

    var answers = world.ask(node, connection, get("/things"));
    world.time.passes(MINUTE);

    assertThat(answers).containsExactly(new Unauthorized("The credentials are refused"));
    assertThat(world.toy.grants()).isEqualTo(1);
    assertThat(world.stored(connection).status()).isEqualTo(ConnectionStatus.UNAUTHORIZED);
  }

  @Test
  void replacesThemOnceHoweverManyAskOnHoweverManyNodes() {
    var connection = world.connectedByOauth();
    world.toy.expireToken();
    List<List<CrmAnswer>> all = new ArrayList<>();
    for (var i = 0; i < 10; i++) {
      all.add(world.ask(node, connection, get("/things")));
      all.add(world.ask(other, connection, get("/things")));
    }

    world.time.passes(MINUTE);

    assertThat(world.toy.grants()).isEqualTo(1);
    assertThat(all)
        .allSatisfy(answers -> assertThat(answers).hasSize(1).first().isInstanceOf(Answered.class));
  }

  @Test
  void usesTokensThatAreOnlyDueWhileAnotherNodeReplacesThem() {
    var connection = world.connectedByOauth();
    world.time.passes(FOUR_FIFTHS);
    var now = world.clock.instant();
    world
        .stores
        .nodes()
        .takeDuty("crm-refresh:" + connection.id(), "node-9", now, now.plusSeconds(60));

    var answers = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ZERO);

    assertThat(answers).first().isInstanceOf(Answered.class);
    assertThat(world.toy.grants()).isZero();
  }

  @Test
  void putsOffWhatNeedsTokensThatAnotherNodeDoesNotFinishReplacing() {
    var connection = world.connectedByOauth();
    world.toy.expireToken();
    for (var second = 0; second < 120; second += 30) {
      var now = world.clock.instant();
      world
          .stores
          .nodes()
          .takeDuty("crm-refresh:" + connection.id(), "node-9", now, now.plusSeconds(300));
    }

    var answers = world.ask(node, connection, get("/things"));
    world.time.passes(Duration.ofMinutes(2));

    assertThat(answers).hasSize(1).first().isInstanceOf(PutOff.class);
    assertThat(world.toy.grants()).isZero();
  }

  @Test
  void triesTheStoredTokenOnceMoreWhenAnAnswerIsLost() {
    var connection = world.connectedByOauth();
    world.toy.expireToken();
    world.toy.losingAnswers(1);

    var answers = world.ask(node, connection, get("/things"));
    world.time.passes(MINUTE);

    assertThat(answers).first().isInstanceOf(Answered.class);
    assertThat(world.toy.paths()).containsExactly("/things", "/token", "/token", "/things");
  }

  @Test
  void leavesAConnectionUnauthorizedWhoseStoredTokenIsRefused() {
    var connection = world.connectedByOauth();
    world.toy.expireToken();
    world.toy.forgetRefreshToken();

    var answers = world.ask(node, connection, get("/things"));
    world.time.passes(MINUTE);

    assertThat(answers).containsExactly(new Unauthorized("The credentials are refused"));
    assertThat(world.stored(connection).status()).isEqualTo(ConnectionStatus.UNAUTHORIZED);
  }

  @Test
  void keepsAConnectionWhoseCrmIsSilent() {
    var connection = world.connectedByOauth();
    world.toy.expireToken();
    world.toy.losingAnswers(2);

    var answers = world.ask(node, connection, get("/things"));
    world.time.passes(MINUTE);

    assertThat(answers).first().isInstanceOf(PutOff.class);
    assertThat(world.stored(connection).status()).isNotEqualTo(ConnectionStatus.UNAUTHORIZED);
  }

  @Test
  void bringsAConnectionBackThatAnotherNodeGaveUpMeanwhile() {
    var failures = new AtomicInteger();
    var flaky = new CrmWorld(failingChanges(new InMemoryStores(), failures));
    var connection = flaky.connectedByOauth();
    flaky.toy.expireToken();
    failures.set(1);
    var answers = flaky.ask(flaky.node("node-1"), connection, get("/things"));
    flaky.time.until(() -> failures.get() == 0);
    var ended =
        flaky
            .stores
            .connections()
            .change(connection.id(), seen -> seen.standing(ConnectionStatus.UNAUTHORIZED));
    flaky.time.passes(MINUTE);

    assertThat(ended.orElseThrow().status()).isEqualTo(ConnectionStatus.UNAUTHORIZED);
    assertThat(flaky.stored(connection).status()).isEqualTo(ConnectionStatus.OK);
    assertThat(answers).first().isInstanceOf(Answered.class);
  }

  @Test
  void keepsAFreshPairUntilTheStoreTakesIt() {
    var failures = new AtomicInteger();
    var flaky = new CrmWorld(failingChanges(new InMemoryStores(), failures));
    var connection = flaky.connectedByOauth();
    flaky.toy.expireToken();
    failures.set(3);

    var answers = flaky.ask(flaky.node("node-1"), connection, get("/things"));
    flaky.time.passes(MINUTE);

    assertThat(failures.get()).isNegative();
    assertThat(answers).first().isInstanceOf(Answered.class);
    assertThat(flaky.toy.grants()).isEqualTo(1);
  }

  private static Stores failingChanges(Stores whole, AtomicInteger failures) {
    var connections =
        (ConnectionStore)
            Proxy.newProxyInstance(
                Stores.class.getClassLoader(),
                new Class<?>[] {ConnectionStore.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("change") && failures.getAndDecrement() > 0) {
                    throw new StoreException("gone", new IllegalStateException());
                  }
                  return call(whole.connections(), method, arguments);
                });
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (self, method, arguments) ->
                method.getName().equals("connections")
                    ? connections
                    : call(whole, method, arguments));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
