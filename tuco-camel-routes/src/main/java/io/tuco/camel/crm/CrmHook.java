package io.tuco.camel.crm;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpBody;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import io.tuco.core.engine.crm.CrmSends.Taken;
import io.tuco.core.intake.SubmissionResult.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One hook of one CRM: the connector verifies and reads what was called, over the raw bytes; it is
 * answered once everything that follows is stored, and asked to come again where that fails.
 */
final class CrmHook {

  private static final Logger LOG = LoggerFactory.getLogger(CrmHook.class);
  private static final Duration COME_AGAIN = Duration.ofSeconds(30);
  private static final HookHeard TOO_LARGE = refused(413, "Request body too large");
  private static final HookHeard UNSUPPORTED = refused(415, "Unsupported media type");

  /** Before a hook's own name there are {@code hooks} and the CRM. */
  private static final int FIRST = 2;

  private final HookParts parts;
  private final String crm;
  private final CrmHooks hooks;
  private final CrmHooks.Hook hook;

  CrmHook(HookParts parts, String crm, CrmHooks hooks, CrmHooks.Hook hook) {
    this.parts = parts;
    this.crm = crm;
    this.hooks = hooks;
    this.hook = hook;
  }

  Operation operation() {
    var name = hook.name().isEmpty() ? "" : "/" + hook.name();
    var connection = hook.ofConnection() ? "/{connectionId}" : "";
    var id = "tuco-crm-hook-" + crm + (hook.name().isEmpty() ? "" : "-" + hook.name());
    return new Operation("POST", "/hooks/" + crm + name + connection, id);
  }

  HookHeard hear(HttpRequest request) {
    if (request.body().kind() != HttpBody.Kind.BYTES) {
      return request.body().kind() == HttpBody.Kind.TOO_LARGE ? TOO_LARGE : UNSUPPORTED;
    }
    try {
      return heard(request, parts.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    } catch (RuntimeException e) {
      // The class, never the message: drivers repeat documents in theirs.
      LOG.error("{} failed: {}", operation().routeId(), e.getClass().getName());
      LOG.debug("its cause", e);
      return HookHeard.of(hooks.notStored(COME_AGAIN));
    }
  }

  private HookHeard heard(HttpRequest request, Instant now) {
    var called = called(request);
    if (hook.ofConnection() && called.isEmpty()) {
      return HookHeard.of(hooks.unknownConnection());
    }
    var reading = hooks.read(call(request, now), keys(called));
    return reading instanceof HookReading.Refused refused
        ? HookHeard.of(refused.answer())
        : heed(called, ((HookReading.Heard) reading).notices(), now);
  }

  private Optional<Connection> called(HttpRequest request) {
    return hook.ofConnection()
        ? parts
            .stores()
            .connections()
            .find(request.segment(hook.name().isEmpty() ? FIRST : FIRST + 1))
            .filter(connection -> connection.crm().equals(crm))
        : Optional.empty();
  }

  private HookCall call(HttpRequest request, Instant now) {
    var query = request.rawQuery();
    return new HookCall(
        hook.name(),
        request.method(),
        parts.publicUrl() + request.path() + (query.isEmpty() ? "" : "?" + query),
        request.headers(),
        request.body().bytes(),
        request.queryParameter("token"),
        now);
  }

  private HookKeys keys(Optional<Connection> called) {
    return new HookKeys(
        called.flatMap(Connection::accountId),
        called
            .filter(connection -> hook.tokenInUrl())
            .map(connection -> parts.box().open(connection.hookSecret())));
  }

  private HookHeard heed(Optional<Connection> called, List<CrmNotice> notices, Instant now) {
    var answer = hooks.stored();
    var accepted = new ArrayList<Accepted>();
    for (var notice : notices) {
      var concerned = concerned(called, notice);
      if (!(notice instanceof CrmNotice.SendWanted wanted)) {
        concerned.forEach(connection -> parts.notices().take(connection, notice, now));
      } else if (concerned.isEmpty()) {
        answer = hooks.unknownConnection();
      } else {
        var taken = parts.sends().take(concerned.get(0), wanted.order(), now);
        if (taken instanceof Taken.Limited limited) {
          return HookHeard.of(hooks.limited(limited.retryAfter()), accepted);
        }
        if (taken instanceof Taken.Answered answered) {
          answer = hooks.answer(wanted.order(), answered.outcome());
          answered.accepted().ifPresent(accepted::add);
        } else {
          answer = hooks.unknownConnection();
        }
      }
    }
    return HookHeard.of(answer, accepted);
  }

  /** Who named a connection speaks of its account alone; others, of all that have the account. */
  private List<Connection> concerned(Optional<Connection> called, CrmNotice notice) {
    return hook.ofConnection()
        ? called
            .filter(connection -> connection.accountId().equals(Optional.of(notice.accountId())))
            .stream()
            .toList()
        : parts.stores().connections().ofAccount(crm, notice.accountId());
  }

  private static HookHeard refused(int status, String text) {
    return new HookHeard(HttpAnswer.error(status, text), List.of());
  }
}
