package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.Change;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointRecord;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EndpointTally;
import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.fixture.EndpointBuilder;
import io.tuco.core.secret.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link WebhookStore} promises. */
public abstract class WebhookStoreContract {

  private static final DeliveryAnswer GOOD = DeliveryAnswer.status(204);
  private static final DeliveryAnswer BAD = DeliveryAnswer.none("no answer");

  private WebhookStore webhooks;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    webhooks = openStores().webhooks();
  }

  @Test
  void returnsAFullEndpointAsItWasStored() {
    var endpoint = insert(anEndpoint().withEverything());

    assertThat(webhooks.find(WORKSPACE, endpoint.id())).contains(endpoint);
  }

  @Test
  void returnsABareEndpointAsItWasStored() {
    var endpoint = insert(anEndpoint().withNothing());

    assertThat(webhooks.find(WORKSPACE, endpoint.id())).contains(endpoint);
    assertThat(webhooks.find(WORKSPACE, id(404))).isEmpty();
  }

  @Test
  void keepsWorkspacesApart() {
    var endpoint = insert(anEndpoint());

    note(OTHER_WORKSPACE, endpoint.id(), BAD, NOW);

    assertThat(webhooks.find(OTHER_WORKSPACE, endpoint.id())).isEmpty();
    assertThat(webhooks.ofWorkspace(OTHER_WORKSPACE)).isEmpty();
    assertThat(webhooks.hearing(OTHER_WORKSPACE, EventName.MESSAGE_SENT)).isEmpty();
    assertThat(webhooks.delete(OTHER_WORKSPACE, endpoint.id())).isFalse();
    assertThat(webhooks.find(WORKSPACE, endpoint.id())).contains(endpoint);
  }

  @Test
  void listsAWorkspacesEndpointsNewestFirst() {
    var young = insert(anEndpoint().withId(id(1)).createdAt(NOW.plusMillis(2)));
    var old = insert(anEndpoint().withId(id(3)).inactive());
    var middle = insert(anEndpoint().withId(id(2)).createdAt(NOW.plusMillis(1)));
    insert(anEndpoint().withId(id(4)).inWorkspace(OTHER_WORKSPACE));

    assertThat(webhooks.ofWorkspace(WORKSPACE)).containsExactly(young, middle, old);
  }

  @Test
  void namesTheActiveEndpointsThatHearAnEvent() {
    var old = insert(anEndpoint().withId(id(1)));
    var young =
        insert(
            anEndpoint()
                .withId(id(2))
                .hearing(EventName.MESSAGE_SENT, EventName.MESSAGE_FAILED)
                .createdAt(NOW.plusMillis(1)));
    insert(anEndpoint().withId(id(3)).inactive());
    insert(anEndpoint().withId(id(4)).hearing());
    insert(anEndpoint().withId(id(5)).inWorkspace(OTHER_WORKSPACE));

    assertThat(webhooks.hearing(WORKSPACE, EventName.MESSAGE_SENT)).containsExactly(young, old);
    assertThat(webhooks.hearing(WORKSPACE, EventName.MESSAGE_FAILED)).containsExactly(young);
    assertThat(webhooks.hearing(WORKSPACE, EventName.LINE_DOWN)).isEmpty();
  }

  @Test
  void forgetsADeletedEndpoint() {
    var endpoint = insert(anEndpoint());

    assertThat(webhooks.delete(WORKSPACE, endpoint.id())).isTrue();
    assertThat(webhooks.delete(WORKSPACE, endpoint.id())).isFalse();

    assertThat(webhooks.find(WORKSPACE, endpoint.id())).isEmpty();
    assertThat(webhooks.hearing(WORKSPACE, EventName.MESSAGE_SENT)).isEmpty();
  }

  @Test
  void countsFailuresInARow() {
    var endpoint = insert(anEndpoint());

    note(WORKSPACE, endpoint.id(), DeliveryAnswer.status(200), NOW);
    note(WORKSPACE, endpoint.id(), BAD, NOW.plusMillis(1));
    note(WORKSPACE, endpoint.id(), DeliveryAnswer.status(301), NOW.plusMillis(2));

    assertRecord(
        endpoint,
        new EndpointRecord(
            Optional.of(NOW.plusMillis(2)),
            Optional.of(NOW),
            Optional.of(NOW.plusMillis(2)),
            2,
            Optional.of(NOW.plusMillis(1))));
  }

  @Test
  void startsCountingAnewAfterASuccess() {
    var endpoint = insert(anEndpoint());

    note(WORKSPACE, endpoint.id(), BAD, NOW);
    note(WORKSPACE, endpoint.id(), GOOD, NOW.plusMillis(1));

    assertRecord(
        endpoint,
        new EndpointRecord(
            Optional.of(NOW.plusMillis(1)),
            Optional.of(NOW.plusMillis(1)),
            Optional.of(NOW),
            0,
            Optional.empty()));
  }

  @Test
  void toleratesTheAttemptOfAnEndpointThatIsGone() {
    note(WORKSPACE, id(404), BAD, NOW);

    assertThat(webhooks.find(WORKSPACE, id(404))).isEmpty();
  }

  @Test
  void losesNoFailureNotedAtTheSameTime() {
    var endpoint = insert(anEndpoint());

    Rivals.race(
        20,
        rival -> {
          note(WORKSPACE, endpoint.id(), BAD, NOW);
          return rival;
        });

    assertThat(webhooks.find(WORKSPACE, endpoint.id()).map(found -> found.record().failures()))
        .contains(20);
  }

  @Test
  void changesWhatAnUpdateSpeaksOf() {
    var before = insert(anEndpoint().withEverything());
    var change =
        new EndpointChange(
            Optional.of("https://other.example/"),
            Optional.of(Set.of(EventName.LINE_DOWN)),
            Optional.of("Other"),
            Change.toNothing(),
            Optional.of(false));
    var nothing =
        new EndpointChange(
            Optional.empty(), Optional.empty(), Optional.empty(), Change.none(), Optional.empty());

    assertThat(webhooks.change(OTHER_WORKSPACE, before.id(), change, NOW)).isFalse();
    assertThat(webhooks.change(WORKSPACE, before.id(), nothing, NOW)).isTrue();
    assertThat(webhooks.find(WORKSPACE, before.id())).contains(nothing.appliedTo(before, NOW));
    assertThat(webhooks.change(WORKSPACE, before.id(), change, NOW.plusMillis(1))).isTrue();

    var after = webhooks.find(WORKSPACE, before.id()).orElseThrow();
    assertThat(after).isEqualTo(change.appliedTo(before, NOW.plusMillis(1)));
    assertThat(after.description()).isEmpty();
    assertThat(webhooks.hearing(WORKSPACE, EventName.MESSAGE_SENT)).isEmpty();
  }

  @Test
  void beginsAnewWhenItIsEnabled() {
    var endpoint = insert(anEndpoint());
    var enabled = switched(true);
    note(WORKSPACE, endpoint.id(), BAD, NOW);

    webhooks.change(WORKSPACE, endpoint.id(), enabled, NOW);
    assertThat(failures(endpoint)).isEqualTo(1);
    webhooks.change(WORKSPACE, endpoint.id(), switched(false), NOW);
    assertThat(failures(endpoint)).isEqualTo(1);
    webhooks.change(WORKSPACE, endpoint.id(), enabled, NOW);

    assertThat(failures(endpoint)).isZero();
    assertThat(webhooks.find(WORKSPACE, endpoint.id()).orElseThrow().record().failingFrom())
        .isEmpty();
    assertThat(webhooks.hearing(WORKSPACE, EventName.MESSAGE_SENT)).hasSize(1);
  }

  @Test
  void rotatesASecretOnceForEachThatIsKnown() {
    var before = insert(anEndpoint());
    var known = before.secrets().current();
    var after = before.secrets().rotatedTo(new Sealed("v1.fresh"), NOW);

    assertThat(webhooks.rotate(OTHER_WORKSPACE, before.id(), known, after, NOW)).isFalse();
    assertThat(webhooks.rotate(WORKSPACE, before.id(), known, after, NOW)).isTrue();
    assertThat(webhooks.rotate(WORKSPACE, before.id(), known, after, NOW)).isFalse();
    assertThat(webhooks.find(WORKSPACE, before.id())).contains(before.withSecrets(after, NOW));

    var alone = EndpointSecrets.of(new Sealed("v1.alone"));
    assertThat(webhooks.rotate(WORKSPACE, before.id(), after.current(), alone, NOW)).isTrue();
    assertThat(webhooks.find(WORKSPACE, before.id())).contains(before.withSecrets(alone, NOW));
  }

  @Test
  void disablesAnEndpointThatFailsOnce() {
    var endpoint = insert(anEndpoint());
    note(WORKSPACE, endpoint.id(), BAD, NOW);

    assertThat(webhooks.disable(WORKSPACE, endpoint.id(), 2, NOW)).isFalse();
    assertThat(webhooks.disable(OTHER_WORKSPACE, endpoint.id(), 1, NOW)).isFalse();
    assertThat(webhooks.disable(WORKSPACE, endpoint.id(), 1, NOW)).isTrue();
    assertThat(webhooks.disable(WORKSPACE, endpoint.id(), 1, NOW)).isFalse();

    assertThat(webhooks.find(WORKSPACE, endpoint.id()).orElseThrow().active()).isFalse();
    assertThat(webhooks.hearing(WORKSPACE, EventName.MESSAGE_SENT)).isEmpty();
  }

  @Test
  void notesWhatManyAttemptsAtManyEndpointsCameTo() {
    var failing = insert(anEndpoint().withId(id(1)));
    var recovering = insert(anEndpoint().withId(id(2)));
    var relapsing = insert(anEndpoint().withId(id(3)));
    note(WORKSPACE, failing.id(), BAD, NOW);
    note(WORKSPACE, recovering.id(), BAD, NOW);
    note(WORKSPACE, relapsing.id(), BAD, NOW);
    var later = NOW.plusMillis(1);
    var last = NOW.plusMillis(2);

    webhooks.note(
        List.of(
            tally(failing.id(), BAD, later).and(tally(failing.id(), BAD, last)),
            tally(recovering.id(), BAD, later).and(tally(recovering.id(), GOOD, last)),
            tally(relapsing.id(), GOOD, later).and(tally(relapsing.id(), BAD, last)),
            tally(id(404), BAD, last)));
    webhooks.note(List.of());

    assertRecord(failing, record(last, Optional.empty(), Optional.of(last), 3, Optional.of(NOW)));
    assertRecord(
        recovering, record(last, Optional.of(last), Optional.of(later), 0, Optional.empty()));
    assertRecord(
        relapsing, record(last, Optional.of(later), Optional.of(last), 1, Optional.of(last)));
  }

  private static EndpointRecord record(
      Instant triggered,
      Optional<Instant> success,
      Optional<Instant> failure,
      int failures,
      Optional<Instant> failingFrom) {
    return new EndpointRecord(Optional.of(triggered), success, failure, failures, failingFrom);
  }

  private void note(String workspaceId, String endpointId, DeliveryAnswer answer, Instant at) {
    webhooks.note(List.of(tally(workspaceId, endpointId, answer, at)));
  }

  private static EndpointTally tally(String endpointId, DeliveryAnswer answer, Instant at) {
    return tally(WORKSPACE, endpointId, answer, at);
  }

  private static EndpointTally tally(
      String workspaceId, String endpointId, DeliveryAnswer answer, Instant at) {
    var delivery = aDelivery().inWorkspace(workspaceId).toEndpoint(endpointId).build();
    return EndpointTally.of(delivery, answer, at);
  }

  private int failures(WebhookEndpoint endpoint) {
    return webhooks.find(WORKSPACE, endpoint.id()).orElseThrow().record().failures();
  }

  private static EndpointChange switched(boolean on) {
    return new EndpointChange(
        Optional.empty(), Optional.empty(), Optional.empty(), Change.none(), Optional.of(on));
  }

  private void assertRecord(WebhookEndpoint before, EndpointRecord record) {
    assertThat(webhooks.find(WORKSPACE, before.id())).contains(before.withRecord(record));
  }

  private WebhookEndpoint insert(EndpointBuilder builder) {
    var endpoint = builder.build();
    webhooks.insert(endpoint);
    return endpoint;
  }
}
