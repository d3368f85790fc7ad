package io.tuco.camel.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ContactPage;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Crms;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.SyncProgress;
import io.tuco.core.engine.ContactIntake;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run through an account's contacts: ask for a page, take its contacts, store how far that is.
 * A page that was not stored is read again, and taking it again changes nothing. Of two runs that
 * meet, by whatever accident, the one that did not begin what is stored ends.
 */
final class ContactRun {

  private static final Logger LOG = LoggerFactory.getLogger(ContactRun.class);
  private static final String DUTY = "crm-sync:";
  private static final Duration DUTY_LIFE = Duration.ofSeconds(60);
  private static final Duration DUTY_RENEWAL = Duration.ofSeconds(15);
  private static final Duration COME_AGAIN = Duration.ofMinutes(1);
  private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

  /** As many take a page's contacts: most of their time is the store's. */
  private static final int HANDS = 4;

  private final CrmParts parts;
  private final Crms crms;
  private final ContactIntake intake;
  private final Later later;
  private final String id;
  private final Runnable whenOver;
  private final Map<String, Optional<String>> owners = new HashMap<>();
  private volatile Instant began = Instant.EPOCH;
  private volatile Instant told = Instant.EPOCH;
  private volatile boolean over;

  ContactRun(
      CrmParts parts,
      Crms crms,
      ContactIntake intake,
      Later later,
      String connectionId,
      Runnable whenOver) {
    this.parts = parts;
    this.crms = crms;
    this.intake = intake;
    this.later = later;
    this.id = connectionId;
    this.whenOver = whenOver;
  }

  void begin() {
    guarded(
        () -> {
          if (!keepsDuty()) {
            end();
            return;
          }
          later.after(DUTY_RENEWAL, this::renew);
          var now = now();
          var connection =
              store(
                  progress ->
                      progress.startedAt().isPresent() ? progress.resumed() : progress.begun(now));
          if (connection.isEmpty()) {
            end();
            return;
          }
          began = connection.get().progress().startedAt().orElse(now);
          told = now;
          ask(connection.get());
        });
  }

  private void renew() {
    guarded(
        () -> {
          if (over) {
            return;
          }
          if (keepsDuty()) {
            later.after(DUTY_RENEWAL, this::renew);
          } else {
            LOG.warn("another node reads the contacts of {}", id);
            over = true;
          }
        });
  }

  private void ask(Connection connection) {
    if (over) {
      end();
      return;
    }
    var progress = connection.progress();
    crms.<ContactPage>hold(
        connection,
        connector ->
            connector
                .contactImport()
                .map(
                    reading ->
                        reading.page(context(connection), progress.watermark(), progress.cursor()))
                .orElseGet(
                    () -> Dialogue.broken(CrmFailure.refused("Its contacts cannot be read"))),
        end -> later.now(() -> guarded(() -> heard(connection, end))));
  }

  private void heard(Connection connection, Dialogue.End<ContactPage> end) {
    if (end instanceof Dialogue.Ended<ContactPage> ended) {
      meetOwners(connection, ended.value());
    } else {
      broke(connection, ((Dialogue.Broken<ContactPage>) end).failure());
    }
  }

  /** Whose the contacts are: by the mapping, else the CRM is asked, once for each in a run. */
  private void meetOwners(Connection connection, ContactPage page) {
    var unknown =
        page.contacts().stream()
            .flatMap(contact -> contact.ownerId().stream())
            .filter(owner -> !connection.mapping().owners().containsKey(owner))
            .filter(owner -> !owners.containsKey(owner))
            .findFirst();
    if (unknown.isEmpty()) {
      take(connection, page);
      return;
    }
    crms.<Optional<String>>hold(
        connection,
        connector -> connector.contacts().ownerEmail(context(connection), unknown.get()),
        end -> later.now(() -> guarded(() -> met(connection, page, unknown.get(), end))));
  }

  private void met(
      Connection connection, ContactPage page, String owner, Dialogue.End<Optional<String>> end) {
    if (end instanceof Dialogue.Ended<Optional<String>> ended) {
      owners.put(owner, ended.value());
      meetOwners(connection, page);
      return;
    }
    var failure = ((Dialogue.Broken<Optional<String>>) end).failure();
    if (comesAgain(failure)) {
      broke(connection, failure);
    } else {
      owners.put(owner, Optional.empty());
      meetOwners(connection, page);
    }
  }

  private void take(Connection connection, ContactPage page) {
    var book = intake.of(connection, now());
    var contacts = page.contacts();
    var hands = Math.max(1, Math.min(HANDS, contacts.size()));
    var left = new AtomicInteger(hands);
    var fault = new AtomicReference<Optional<RuntimeException>>(Optional.empty());
    for (var hand = 0; hand < hands; hand++) {
      var own =
          contacts.subList(contacts.size() * hand / hands, contacts.size() * (hand + 1) / hands);
      later.now(
          () -> {
            try {
              takeEach(connection, book, own);
            } catch (RuntimeException e) {
              fault.set(Optional.of(e));
            }
            if (left.decrementAndGet() == 0) {
              guarded(() -> taken(page, fault.get()));
            }
          });
    }
  }

  private void takeEach(Connection connection, ContactIntake.Page book, List<CrmContact> own) {
    own.forEach(contact -> book.take(contact, ownerOf(connection, contact)));
  }

  private Optional<String> ownerOf(Connection connection, CrmContact contact) {
    return contact
        .ownerId()
        .flatMap(
            owner ->
                Optional.ofNullable(connection.mapping().owners().get(owner))
                    .or(() -> owners.getOrDefault(owner, Optional.empty())));
  }

  private void taken(ContactPage page, Optional<RuntimeException> fault) {
    if (fault.isPresent()) {
      throw fault.get();
    }
    var now = now();
    var stored =
        parts
            .stores()
            .connections()
            .change(
                id,
                seen -> {
                  var after = seen.progress().after(page);
                  return isOurs(seen)
                      ? seen.at(page.next().isPresent() ? after : after.ended(seen.plan(), now))
                      : seen;
                });
    if (stored.filter(this::isOurs).isPresent()) {
      tell(stored.get().progress(), now);
      ask(stored.get());
      return;
    }
    stored
        .filter(seen -> seen.progress().lastRunAt().equals(Optional.of(began)))
        .ifPresent(
            seen -> LOG.info("contacts of {} read: {} taken", id, seen.progress().counted()));
    end();
  }

  private void broke(Connection connection, CrmFailure failure) {
    var now = now();
    store(
        progress ->
            comesAgain(failure)
                ? progress.waiting(
                    failure.notBefore().orElse(now.plus(COME_AGAIN)), failure.reason())
                : progress.failed(failure.reason(), connection.plan(), now));
    LOG.warn("reading the contacts of {} stops: {}", id, failure.reason());
    end();
  }

  private static boolean comesAgain(CrmFailure failure) {
    return switch (failure.kind()) {
      case LATER, UNKNOWN -> true;
      case REFUSED, FORBIDDEN, UNAUTHORIZED -> false;
    };
  }

  private Optional<Connection> store(UnaryOperator<SyncProgress> change) {
    return parts
        .stores()
        .connections()
        .change(
            id,
            seen ->
                began.equals(Instant.EPOCH) || isOurs(seen)
                    ? seen.at(change.apply(seen.progress()))
                    : seen);
  }

  private boolean isOurs(Connection seen) {
    return seen.progress().startedAt().equals(Optional.of(began));
  }

  private void tell(SyncProgress progress, Instant now) {
    if (Duration.between(told, now).compareTo(TOLD_EVERY) >= 0) {
      told = now;
      LOG.info(
          "contacts of {}: {} taken, {} a minute, {} left",
          id,
          progress.counted(),
          progress.perMinute(now),
          progress.remaining().map(String::valueOf).orElse("unknown"));
    }
  }

  private boolean keepsDuty() {
    var now = now();
    return parts.stores().nodes().takeDuty(DUTY + id, parts.nodeId(), now, now.plus(DUTY_LIFE));
  }

  private void end() {
    over = true;
    whenOver.run();
    parts.stores().nodes().leaveDuty(DUTY + id, parts.nodeId());
  }

  /** After a fault the run stays due: the next tick goes on with it. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.error("reading the contacts of {} broke off: {}", id, e.getClass().getName());
      LOG.debug("its cause", e);
      over = true;
      whenOver.run();
    }
  }

  private CrmContext context(Connection connection) {
    return new CrmContext(connection, Regions.of(parts.stores(), connection.workspaceId()), now());
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
