package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tuco.core.event.DisableCause;
import io.tuco.core.event.Event;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Notice;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NoticesTest {

  private static final Instant LATER = NOW.plusSeconds(60);

  private final InMemoryStores stores = new InMemoryStores();
  private final WebhookEndpoint gone = anEndpoint().withId(id(1)).build();
  private final Notice notice = Notice.webhookDisabled(gone, DisableCause.GONE, NOW);

  @Test
  void tellsTheStreamThoughNobodyListens() {
    assertThat(notices(true).tell(notice)).isEmpty();
    assertThat(notices(true).tell(notice)).isEmpty();

    assertThat(stores.notices().due(LATER, 10)).hasSize(1);
    var waiting = stores.notices().due(LATER, 10).get(0);
    assertThat(waiting.workspaceId()).isEqualTo(gone.workspaceId());
    assertThat(waiting.messageId()).isEqualTo(gone.id());
    assertThat(waiting.events())
        .extracting(OutboxEvent::id, OutboxEvent::name)
        .containsExactly(tuple(notice.id(), EventName.WEBHOOK_DISABLED));
  }

  @Test
  void tellsTheStreamTheSameEventAsThoseWhoListen() {
    stores
        .webhooks()
        .insert(anEndpoint().withId(id(2)).hearing(EventName.WEBHOOK_DISABLED).build());

    assertThat(notices(true).tell(notice)).containsExactly(notice.id() + ":" + id(2));

    assertThat(stores.notices().due(LATER, 10))
        .flatExtracting(Outbox::events)
        .extracting(OutboxEvent::id)
        .containsExactly(notice.id());
  }

  @Test
  void leavesNothingForAStreamThatIsNotThere() {
    notices(false).tell(notice);

    assertThat(stores.notices().due(LATER, 10)).isEmpty();
  }

  private Notices notices(boolean streamed) {
    return new Notices(stores, Event::id, streamed);
  }
}
