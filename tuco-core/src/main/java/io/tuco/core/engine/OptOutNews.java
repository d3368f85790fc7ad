package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.engine.OptOuts.Person;
import io.tuco.core.event.EventName;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Sha256;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tells a workspace that a person has opted out (webhook contract, {@code contact.opted_out}). The
 * event lies in the outbox of the message that the opt-out came by: one write with what is noted
 * there. It is made of the entry alone, so that telling it twice is one event.
 */
final class OptOutNews {

  private static final int ID_CHARACTERS = 26;

  private final Stores stores;
  private final EventRenderer renderer;
  private final Consumer<Outbox> publish;

  OptOutNews(Stores stores, EventRenderer renderer, Consumer<Outbox> publish) {
    this.stores = stores;
    this.renderer = renderer;
    this.publish = publish;
  }

  /**
   * What is told of one opt-out.
   *
   * @param entry of the address that the person used
   */
  record News(Person person, DoNotContact entry, String keyword, int cancelled) {}

  /** Stores what was noted of the person's text, and the event with it. */
  void tell(News news, Message noted) {
    var event = rendered(news, noted);
    if (stores.messages().amend(MessageStatus.RECEIVED, noted, List.of(event))) {
      passOn(noted, event);
    }
  }

  /** Tells it by a message that was sent, where no text came in. */
  void tellBy(Message sent, News news) {
    var event = rendered(news, sent);
    if (stores.messages().announce(sent.workspaceId(), sent.id(), List.of(event))) {
      passOn(sent, event);
    }
  }

  private void passOn(Message by, OutboxEvent event) {
    publish.accept(
        new Outbox(
            by.workspaceId(), by.id(), Optional.of(by.origin().correlationId()), List.of(event)));
  }

  private OutboxEvent rendered(News news, Message by) {
    return OutboxEvent.rendered(event(news, by), renderer);
  }

  private MessageEvent event(News news, Message by) {
    var entry = news.entry();
    var cause = entry.id() + " " + entry.createdAt();
    var who = news.person().lead().map(Lead::id).orElse(entry.address().value());
    return new MessageEvent(
        "evt_" + Sha256.hexOf("contact.opted_out\n" + cause).substring(0, ID_CHARACTERS),
        EventName.CONTACT_OPTED_OUT,
        stores.doNotContact().countOptOut(entry.workspaceId(), who, cause),
        entry.createdAt().truncatedTo(ChronoUnit.MILLIS),
        by,
        news.person().lead(),
        news.person().lead().flatMap(Lead::contactOwnerEmail),
        Map.of(
            "phone", value(entry.address(), PhoneNumber.class, PhoneNumber::value),
            "email", value(entry.address(), EmailAddress.class, EmailAddress::value),
            "keyword", news.keyword(),
            "dncId", entry.id(),
            "cancelledCount", news.cancelled()));
  }

  private static <A extends Address> Optional<String> value(
      Address address, Class<A> kind, Function<A, String> value) {
    return Optional.of(address).filter(kind::isInstance).map(kind::cast).map(value);
  }
}
