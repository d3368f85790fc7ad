package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.address.Address;
import io.tuco.core.engine.Attribution.Place;
import io.tuco.core.event.Outbox;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.line.Line;
import io.tuco.core.message.Annotations;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Content;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.ReceivedPlace;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.Reply;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stores what people write, once however often it is told, together with its event; then gives it
 * to whoever heeds it. What a crash leaves unheeded a sweep finds.
 */
public final class ReplyIntake {

  /** Who is still heeding it has died by then, or the sweep comes to the same end. */
  static final Duration UNHEEDED = Duration.ofMinutes(1);

  private static final int SWEPT = 100;
  private static final int TRIES = 10;

  private final Stores stores;
  private final Attribution attribution;
  private final StatusNews news;
  private final IdGenerator ids;
  private final Consumer<Outbox> publish;
  private final ReplyConsumer consumer;
  private final FileLinks links;
  private final ChatNews chats;

  ReplyIntake(
      Stores stores,
      StatusNews news,
      IdGenerator ids,
      Consumer<Outbox> publish,
      ReplyConsumer consumer,
      ChatNews chats,
      FileLinks links) {
    this.stores = stores;
    this.attribution = new Attribution(stores);
    this.news = news;
    this.ids = ids;
    this.publish = publish;
    this.consumer = consumer;
    this.chats = chats;
    this.links = links;
  }

  /**
   * What a person wrote, whoever it was written to.
   *
   * @param externalId the provider's id for it
   */
  public record Written(
      MessageType type,
      Address from,
      Content content,
      String externalId,
      Instant writtenAt,
      Arrival arrival) {}

  /** A number of the line's own heard it. */
  public void heardBy(Line line, Written written, Instant now) {
    take(attribution.at(line, written.from()), written, now);
  }

  /** The workspace's own account heard it. */
  public void heardBy(String workspaceId, Written written, Instant now) {
    take(attribution.at(workspaceId, written.from()), written, now);
  }

  /**
   * One of these lines, which share a device, heard it.
   *
   * @param answers the device's id of the message that was answered, where it names one
   * @return false when it cannot be said which one did; nothing is stored then
   */
  boolean heardByOneOf(List<Line> lines, Written written, Optional<String> answers, Instant now) {
    var place = attribution.among(lines, written.from(), answers);
    place.ifPresent(known -> take(known, written, now));
    return place.isPresent();
  }

  /** Which of these lines, which share a device, the person is in touch with. */
  Optional<Line> lineAmong(List<Line> lines, Address person) {
    return attribution.among(lines, person, Optional.empty()).flatMap(Place::line);
  }

  /** Heeds what a crash left unheeded. */
  public void sweep(Instant now) {
    stores.messages().unheeded(now.minus(UNHEEDED), SWEPT).forEach(message -> heed(message, now));
  }

  private void take(Place place, Written written, Instant now) {
    if (isKnown(place.workspaceId(), written)) {
      return;
    }
    var inGroup = written.arrival().group().isPresent();
    var arrival =
        written.arrival().answering(place.original().filter(sent -> !inGroup).map(Message::id));
    var received =
        withUrls(
                new InboundMessage(
                    place.workspaceId(),
                    written.type(),
                    written.from(),
                    written.content(),
                    written.externalId(),
                    written.writtenAt(),
                    inGroup ? place.withoutLead() : place.belonging(),
                    arrival),
                now)
            .received(now, "app_" + ids.uuid());
    var told =
        inGroup
            ? new StatusNews.Told(received, List.of())
            : news.replied(received, place.lead(), now, talk(received, place));
    Conversations.hear(stores.chats(), received, now);
    if (inGroup) {
      chats.heardInGroup(received, now);
    }
    if (stores.messages().insert(told.message(), Optional.empty(), told.events())) {
      told.outbox().ifPresent(publish);
      if (!inGroup) {
        heed(told.message(), now);
      }
    }
  }

  /** What lies on a device is read there by a URL of ours. */
  private InboundMessage withUrls(InboundMessage message, Instant now) {
    var files = message.arrival().files();
    var until = now.plus(StoredFile.KEPT);
    return message.with(
        IntStream.range(0, files.size())
            .mapToObj(
                place ->
                    files
                        .get(place)
                        .at(
                            links.url(
                                message.workspaceId(),
                                new ReceivedPlace(message.id(), place).asFileId(),
                                until)))
            .toList());
  }

  /** By an id that another report gave it; by its own, the store refuses it. */
  private boolean isKnown(String workspaceId, Written written) {
    return written.arrival().aliases().stream()
        .flatMap(alias -> stores.messages().findByExternalId(alias).stream())
        .anyMatch(message -> message.workspaceId().equals(workspaceId));
  }

  /** What the event says of it: the row of the list of replies, and what it answers. */
  private Map<String, Object> talk(Message received, Place place) {
    var row = stores.replies().rowOf(received, Set.of());
    var recent =
        Stream.concat(
                Stream.of(received),
                row.recent().stream().filter(each -> !each.id().equals(received.id())))
            .limit(Reply.MOST)
            .toList();
    var talk = new HashMap<String, Object>();
    talk.put("reply", new Reply(received, recent, row.parents()));
    place
        .original()
        .or(() -> row.parents().stream().findFirst())
        .ifPresent(sent -> talk.put("original", sent));
    return talk;
  }

  private void heed(Message message, Instant now) {
    consumer.take(message, now);
    annotate(message, Annotations::heeded);
  }

  /** Puts something beside a message; whoever changes it meanwhile is asked again. */
  void annotate(Message message, UnaryOperator<Annotations> change) {
    var found = Optional.of(message);
    for (var tries = 0; tries < TRIES && found.isPresent(); tries++) {
      var before = found.get().annotations();
      var after = change.apply(before);
      if (after.equals(before)
          || stores.messages().annotate(message.workspaceId(), message.id(), after)) {
        return;
      }
      found = stores.messages().find(message.workspaceId(), message.id());
    }
  }
}
