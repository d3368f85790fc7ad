package io.tuco.camel.crm;

import io.tuco.camel.crm.Credentials.Outcome;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.crm.CrmTransports;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import io.tuco.core.crm.TokenGrant;
import io.tuco.core.secret.Sealed;
import io.tuco.core.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a connection's tokens, once over all nodes (GHL and HubSpot contracts, section 4): most
 * CRMs take a refresh token a single time. One node has the duty; the others look at the store
 * until the new pair is there. It is stored before anybody uses it. When the answer is lost, the
 * stored token is tried once more, for the CRM may not have heard us; a CRM that refuses it then
 * leaves the connection unauthorized.
 */
final class Refreshing {

  private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);
  private static final String DUTY = "crm-refresh:";
  private static final Duration COME_AGAIN = Duration.ofSeconds(30);
  private static final Duration STORE_AGAIN = Duration.ofMillis(500);

  private final CrmParts parts;
  private final CrmTransports transports;
  private final CrmMeter meter;
  private final Later later;
  private final Map<String, List<Consumer<Outcome>>> waiting = new HashMap<>();

  Refreshing(CrmParts parts, CrmTransports transports, CrmMeter meter, Later later) {
    this.parts = parts;
    this.transports = transports;
    this.meter = meter;
    this.later = later;
  }

  Outcome usable(Connection connection) {
    return new Outcome.Usable(connection, parts.secrets().open(connection.tokens().access()));
  }

  /**
   * Answers with other tokens than {@code stale} has, or why there are none.
   *
   * @param urgent whether they are of no use any more; those that are only due serve as long as
   *     another node replaces them
   */
  void replace(Connection stale, boolean urgent, Instant deadline, Consumer<Outcome> answered) {
    if (joins(stale.id(), answered)) {
      return;
    }
    attempt(new Attempt(stale, urgent, deadline));
  }

  /** The CRM refuses the tokens: unless somebody has replaced them, that is the end of them. */
  Outcome refuse(Connection refused) {
    var now =
        parts
            .stores()
            .connections()
            .change(
                refused.id(),
                seen ->
                    hasTokensOf(seen, refused)
                        ? seen.standing(ConnectionStatus.UNAUTHORIZED)
                        : seen);
    if (now.filter(seen -> hasTokensOf(seen, refused)).isPresent()) {
      LOG.warn("connection {} is unauthorized: it must be connected anew", refused.id());
    }
    return StoredCredentials.barred(now).orElseGet(() -> usable(now.orElseThrow()));
  }

  private record Attempt(Connection stale, boolean urgent, Instant deadline) {

    String id() {
      return stale.id();
    }
  }

  /** Whether somebody on this node is at it already. */
  private boolean joins(String connectionId, Consumer<Outcome> answered) {
    synchronized (waiting) {
      var others = waiting.get(connectionId);
      if (others != null) {
        others.add(answered);
        return true;
      }
      waiting.put(connectionId, new ArrayList<>(List.of(answered)));
      return false;
    }
  }

  private void attempt(Attempt attempt) {
    guarded(attempt, () -> begin(attempt));
  }

  private void begin(Attempt attempt) {
    var settled = settled(attempt);
    if (settled.isPresent()) {
      tell(attempt, settled.get());
      return;
    }
    var now = parts.clock().instant();
    if (takesDuty(attempt.id(), now)) {
      // Somebody may have been at it until just now.
      var meanwhile = settled(attempt);
      if (meanwhile.isPresent()) {
        end(attempt, meanwhile.get());
      } else {
        exchange(attempt, 1);
      }
    } else if (!attempt.urgent()) {
      tell(attempt, usable(attempt.stale()));
    } else if (now.isAfter(attempt.deadline())) {
      tell(attempt, new Outcome.NotNow(now.plus(COME_AGAIN), "The tokens are being refreshed"));
    } else {
      later.after(parts.limits().refreshLook(), () -> attempt(attempt));
    }
  }

  /** What the store says already; empty while it has the stale tokens. */
  private Optional<Outcome> settled(Attempt attempt) {
    var found = parts.stores().connections().find(attempt.id());
    return StoredCredentials.barred(found)
        .or(() -> found.filter(seen -> !hasTokensOf(seen, attempt.stale())).map(this::usable));
  }

  private void exchange(Attempt attempt, int tries) {
    var oauth = parts.connectors().find(attempt.stale().crm()).flatMap(each -> each.oauth());
    var token = attempt.stale().tokens().refresh();
    if (oauth.isEmpty() || token.isEmpty()) {
      end(attempt, refuse(attempt.stale()));
      return;
    }
    meter.refreshed(attempt.stale().crm());
    DialogueRun.hold(
        dialogue(attempt, oauth.get(), token.get()),
        transports.to(attempt.stale()),
        end -> later.now(() -> guarded(attempt, () -> heard(attempt, tries, end))));
  }

  private Dialogue<TokenGrant> dialogue(Attempt attempt, CrmOauth oauth, Sealed token) {
    var context =
        new CrmContext(
            attempt.stale(),
            Regions.of(parts.stores(), attempt.stale().workspaceId()),
            parts.clock().instant());
    return oauth.refresh(context, parts.secrets().open(token));
  }

  private void heard(Attempt attempt, int tries, Dialogue.End<TokenGrant> end) {
    if (end instanceof Dialogue.Ended<TokenGrant> ended) {
      store(attempt, granted(attempt.stale(), ended.value()));
      return;
    }
    var failure = ((Dialogue.Broken<TokenGrant>) end).failure();
    if (failure.kind() == CrmFailure.Kind.UNKNOWN && tries == 1) {
      exchange(attempt, tries + 1);
    } else if (isFinal(failure)) {
      end(attempt, refuse(attempt.stale()));
    } else {
      end(attempt, notNow(attempt, failure));
    }
  }

  private static boolean isFinal(CrmFailure failure) {
    return switch (failure.kind()) {
      case UNAUTHORIZED, REFUSED, FORBIDDEN -> true;
      case LATER, UNKNOWN -> false;
    };
  }

  /** Tokens that are only due serve on. */
  private Outcome notNow(Attempt attempt, CrmFailure failure) {
    var now = parts.clock().instant();
    return attempt.urgent()
        ? new Outcome.NotNow(failure.notBefore().orElse(now.plus(COME_AGAIN)), failure.reason())
        : usable(attempt.stale());
  }

  private ConnectionTokens granted(Connection stale, TokenGrant grant) {
    var box = parts.secrets();
    var now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    var before = stale.tokens().grantedAt();
    return new ConnectionTokens(
        box.seal(grant.accessToken()),
        grant.refreshToken().map(box::seal).or(() -> stale.tokens().refresh()),
        grant.life().map(now::plus),
        // It tells one pair from the next.
        now.isAfter(before) ? now : before.plusMillis(1));
  }

  /** Until it is stored: the CRM will not give this pair again, nor take the old one. */
  private void store(Attempt attempt, ConnectionTokens tokens) {
    try {
      var stored =
          parts
              .stores()
              .connections()
              .change(
                  attempt.id(),
                  seen -> hasTokensOf(seen, attempt.stale()) ? renewed(seen, tokens) : seen);
      LOG.info("connection {} has fresh tokens", attempt.id());
      end(attempt, StoredCredentials.barred(stored).orElseGet(() -> usable(stored.orElseThrow())));
    } catch (StoreException e) {
      LOG.error("fresh tokens of connection {} wait for the store", attempt.id());
      later.after(STORE_AGAIN, () -> store(attempt, tokens));
    }
  }

  /** Whoever was refused with the old pair meanwhile was refused because there is a new one. */
  private static Connection renewed(Connection seen, ConnectionTokens tokens) {
    var fresh = seen.with(tokens);
    return seen.status() == ConnectionStatus.UNAUTHORIZED
        ? fresh.standing(ConnectionStatus.OK)
        : fresh;
  }

  private void end(Attempt attempt, Outcome outcome) {
    parts.stores().nodes().leaveDuty(DUTY + attempt.id(), parts.nodeId());
    tell(attempt, outcome);
  }

  private void tell(Attempt attempt, Outcome outcome) {
    List<Consumer<Outcome>> told;
    synchronized (waiting) {
      told = Optional.ofNullable(waiting.remove(attempt.id())).orElseGet(List::of);
    }
    told.forEach(each -> each.accept(outcome));
  }

  /** A store that is away must not leave anybody waiting for ever. */
  private void guarded(Attempt attempt, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.error("a refresh of {} broke off: {}", attempt.id(), e.getClass().getName());
      LOG.debug("its cause", e);
      tell(
          attempt,
          new Outcome.NotNow(parts.clock().instant().plus(COME_AGAIN), "The refresh broke off"));
    }
  }

  private boolean takesDuty(String connectionId, Instant now) {
    return parts
        .stores()
        .nodes()
        .takeDuty(
            DUTY + connectionId, parts.nodeId(), now, now.plus(parts.limits().refreshLease()));
  }

  private static boolean hasTokensOf(Connection seen, Connection other) {
    return seen.tokens().grantedAt().equals(other.tokens().grantedAt());
  }
}
