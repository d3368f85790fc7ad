package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EndpointRecord;
import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.fixture.EndpointBuilder;
import java.util.Optional;
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

    webhooks.noteAttempt(OTHER_WORKSPACE, endpoint.id(), BAD, NOW);

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

    webhooks.noteAttempt(WORKSPACE, endpoint.id(), DeliveryAnswer.status(200), NOW);
    webhooks.noteAttempt(WORKSPACE, endpoint.id(), BAD, NOW.plusMillis(1));
    webhooks.noteAttempt(WORKSPACE, endpoint.id(), DeliveryAnswer.status(301), NOW.plusMillis(2));

    assertRecord(
        endpoint,
        new EndpointRecord(
            Optional.of(NOW.plusMillis(2)), Optional.of(NOW), Optional.of(NOW.plusMillis(2)), 2));
  }

  @Test
  void startsCountingAnewAfterASuccess() {
    var endpoint = insert(anEndpoint());

    webhooks.noteAttempt(WORKSPACE, endpoint.id(), BAD, NOW);
    webhooks.noteAttempt(WORKSPACE, endpoint.id(), GOOD, NOW.plusMillis(1));

    assertRecord(
        endpoint,
        new EndpointRecord(
            Optional.of(NOW.plusMillis(1)), Optional.of(NOW.plusMillis(1)), Optional.of(NOW), 0));
  }

  @Test
  void toleratesTheAttemptOfAnEndpointThatIsGone() {
    webhooks.noteAttempt(WORKSPACE, id(404), BAD, NOW);

    assertThat(webhooks.find(WORKSPACE, id(404))).isEmpty();
  }

  @Test
  void losesNoFailureNotedAtTheSameTime() {
    var endpoint = insert(anEndpoint());

    Rivals.race(
        20,
        rival -> {
          webhooks.noteAttempt(WORKSPACE, endpoint.id(), BAD, NOW);
          return rival;
        });

    assertThat(webhooks.find(WORKSPACE, endpoint.id()).map(found -> found.record().failures()))
        .contains(20);
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
