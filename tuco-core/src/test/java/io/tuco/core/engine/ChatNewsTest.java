package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.event.ChatEvent;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.Event;
import io.tuco.core.event.EventName;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.InChat;
import io.tuco.core.line.Line;
import io.tuco.core.message.Tapback;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.SandboxPairing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears what only {@code /v1} tells, and how often. */
final class ChatNewsTest {

  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  private static final Line LINE = aLine().build();
  private static final Line SANDBOX =
      aLine().withId(id(0x7a)).withPhone("+12025550179").asSandbox().build();

  /** A body is the event's name, its line's address and its person. */
  private static final EventRenderer WORDS =
      new EventRenderer() {
        @Override
        public String render(Event event) {
          return event.id();
        }

        @Override
        public Optional<InChat> renderInChat(Event event) {
          var chat = (ChatEvent) event;
          return Optional.of(new InChat(chat.lineId(), chat.person(), false, chat.person()));
        }

        @Override
        public String bodyInV1(
            EventName name, InChat chat, String lineHandle, String deliveryId, Instant at) {
          return name.wire() + " " + lineHandle + " " + chat.data();
        }
      };

  private final InMemoryStores stores = new InMemoryStores();
  private final List<String> woken = new ArrayList<>();
  private final ChatNews news = new ChatNews(stores, WORDS, woken::add);

  @BeforeEach
  void open() {
    stores.lines().insert(LINE);
    stores.lines().insert(SANDBOX);
    hears(1, LINE.id(), Optional.empty());
  }

  @Test
  void tellsOfEachReactionOnceHoweverOftenItIsReported() {
    var message = aMessage().fromLine(LINE.id()).build();
    var love = new Tapback(ADA.value(), "love", NOW, false);
    var gone = new Tapback(ADA.value(), "love", NOW.plusSeconds(5), true);

    news.reacted(message, love, NOW);
    news.reacted(message, love, NOW.plusSeconds(60));
    var reacted = message.annotated(message.annotations().with(love));
    news.reacted(reacted, love, NOW);
    news.reacted(reacted, gone, NOW);

    assertThat(bodies())
        .containsExactlyInAnyOrder(
            "reaction.added " + LINE.handle() + " " + ADA.value(),
            "reaction.removed " + LINE.handle() + " " + ADA.value());
    assertThat(woken).isNotEmpty().allMatch(key -> key.endsWith(":" + id(1)));
  }

  @Test
  void tellsOnlyEndpointsOfTheLineThatAskedForIt() {
    hears(2, id(0x7f), Optional.empty());
    stores
        .webhooks()
        .insert(
            anEndpoint()
                .withId(id(3))
                .hearing(EventName.MESSAGE_SENT)
                .ofLine(LINE.id(), Optional.empty())
                .build());

    news.typed(LINE, ADA, true, NOW);
    news.typed(LINE, ADA, false, NOW.plusSeconds(1));

    assertThat(bodies())
        .containsExactlyInAnyOrder(
            "typing.started " + LINE.handle() + " " + ADA.value(),
            "typing.stopped " + LINE.handle() + " " + ADA.value());
  }

  @Test
  void tellsOnTheSandboxLineOfThePhoneOfTheAccountAlone() {
    hears(4, SANDBOX.id(), Optional.of("user_ada"));
    hears(5, SANDBOX.id(), Optional.of("user_ben"));
    hears(6, SANDBOX.id(), Optional.empty());
    stores
        .sandboxes()
        .replace(
            SandboxPairing.none(WORKSPACE, "user_ada").with(new SandboxPairing.Phone(ADA, NOW)));

    news.typed(SANDBOX, ADA, true, NOW);
    news.typed(SANDBOX, new PhoneNumber("+12025550101"), true, NOW);

    assertThat(deliveries())
        .singleElement()
        .matches(delivery -> delivery.endpointId().equals(id(4)));
  }

  private void hears(int number, String lineId, Optional<String> userId) {
    stores
        .webhooks()
        .insert(
            anEndpoint()
                .withId(id(number))
                .hearing(
                    EventName.REACTION_ADDED,
                    EventName.REACTION_REMOVED,
                    EventName.TYPING_STARTED,
                    EventName.TYPING_STOPPED)
                .ofLine(lineId, userId)
                .build());
  }

  private List<String> bodies() {
    return deliveries().stream().map(Delivery::payload).toList();
  }

  private List<Delivery> deliveries() {
    return stores.deliveries().claimDue(NOW.plusSeconds(600), NOW.plusSeconds(700), 100);
  }
}
