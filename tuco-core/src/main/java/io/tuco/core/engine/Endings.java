package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.dispatch.FollowUpRules;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.event.Outbox;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.FollowUp;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Every write by which a message reaches a status that the world is told about: status, event and
 * the id of a text that follows are one update (invariant 11); the text itself is stored after it,
 * by whoever gets there first.
 */
public final class Endings {

  private static final int STEP = 100;

  private final Stores stores;
  private final StatusNews news;
  private final FollowUps followUps;
  private final RecentFacts facts;
  private final IdGenerator ids;
  private final Consumer<Outbox> publish;
  private final EndWatch ends;

  /**
   * @param publish passes events on at once; the sweep does it where nobody listens
   * @param ends told of what was stored
   */
  Endings(
      Stores stores,
      MessageEvents events,
      EventRenderer renderer,
      FollowUps followUps,
      RecentFacts facts,
      IdGenerator ids,
      Consumer<Outbox> publish,
      EndWatch ends) {
    this.stores = stores;
    this.news = new StatusNews(events, renderer);
    this.followUps = followUps;
    this.facts = facts;
    this.ids = ids;
    this.publish = publish;
    this.ends = ends;
  }

  StatusNews.Told tell(Message after, Optional<Lead> lead, Instant now) {
    var followed =
        facts
            .workspace(after.workspaceId())
            .filter(workspace -> FollowUpRules.isDue(after, workspace))
            .map(workspace -> after.followedBy(FollowUp.owed(ids.objectId())))
            .orElse(after);
    return news.of(followed, lead, now);
  }

  /** Ends a message that still waits; false when it waits no more. */
  boolean endWaiting(Message ended, Instant now) {
    var told = tell(ended, leadOf(ended), now);
    var done = stores.messages().endWaiting(told.message(), told.events());
    if (done) {
      afterwards(told);
    }
    return done;
  }

  /**
   * Ends all that waits there.
   *
   * @param waiting the first of what waits, so many at most, oldest first
   * @param mayTouch leaves the others alone: they keep waiting, so that each look sees past them
   * @return the ids of what was ended here
   */
  List<String> endWaiting(
      IntFunction<List<Message>> waiting,
      Predicate<Message> mayTouch,
      UnaryOperator<Message> how,
      Instant now) {
    var ended = new ArrayList<String>();
    var leftAlone = 0;
    while (true) {
      var most = leftAlone + STEP;
      var seen = waiting.apply(most);
      var mine = seen.stream().filter(mayTouch).toList();
      if (mine.isEmpty() && seen.size() < most) {
        return ended;
      }
      leftAlone = seen.size() - mine.size();
      for (var message : mine) {
        if (endWaiting(how.apply(message), now)) {
          ended.add(message.id());
        }
      }
    }
  }

  /** Stores late news of a message that was in status {@code before}; false when it is not. */
  boolean amend(MessageStatus before, Message after, Instant now) {
    var told = tell(after, leadOf(after), now);
    var done = stores.messages().amend(before, told.message(), told.events());
    if (done) {
      afterwards(told);
    }
    return done;
  }

  /**
   * Stores that a message was read, and first that it was delivered where nobody knew; both events
   * go with the one write. False when its status is another meanwhile, or it was read before.
   */
  boolean open(Message before, Instant deliveredAt, Instant readAt, Instant now) {
    var lead = leadOf(before);
    var delivered =
        before.status() == MessageStatus.SENT
            ? tell(before.delivered(deliveredAt, now), lead, now)
            : new StatusNews.Told(before, List.of());
    var read = new StatusNews.Told(delivered.message().opened(readAt, now), delivered.events());
    var told = news.opened(read, lead, now);
    var done = stores.messages().open(before.status(), told.message(), told.events());
    if (done) {
      afterwards(told);
    }
    return done;
  }

  /** What follows once the write is done. */
  void afterwards(StatusNews.Told told) {
    stored(told);
    told.outbox().ifPresent(publish);
  }

  /** The same where a turn of a lane passes the events on. */
  void stored(StatusNews.Told told) {
    ends.note(told.message());
    followUps.make(told.message());
  }

  Optional<Lead> leadOf(Message message) {
    return message.origin().leadId().flatMap(id -> stores.leads().find(message.workspaceId(), id));
  }
}
