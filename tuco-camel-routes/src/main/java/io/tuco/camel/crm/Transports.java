package io.tuco.camel.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmTransport;
import io.tuco.core.crm.CrmTransports;
import io.tuco.core.engine.RateLimiter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transport to each connection's CRM; what they share lies here. Thread-safe. */
final class Transports implements CrmTransports {

  private static final Logger LOG = LoggerFactory.getLogger(Transports.class);

  private final CrmParts parts;
  private final CrmHttp http;
  private final Later later;
  private final CrmMeter meter = new CrmMeter();
  private final Pacing pacing;
  private final Refreshing refreshing;
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

  Transports(CrmParts parts, CrmHttp http, Later later) {
    this.parts = parts;
    this.http = http;
    this.later = later;
    var limiter = new RateLimiter(parts.stores().rateLimits(), parts.clock());
    this.pacing = new Pacing(limiter, parts.clock(), later);
    this.refreshing = new Refreshing(parts, this, meter, later);
  }

  @Override
  public CrmTransport to(Connection connection) {
    var credentials =
        new StoredCredentials(
            connection.id(), parts.stores().connections(), refreshing, parts.clock());
    var breaker =
        breakers.computeIfAbsent(
            connection.id(), id -> new Breaker(parts.limits(), parts.random()));
    return carrying(connection, credentials, breaker);
  }

  /** Of a connection that is not stored, or with other tokens than are stored. */
  CrmTransport trial(Connection draft) {
    return carrying(
        draft,
        new TrialCredentials(draft, parts.secrets()),
        new Breaker(parts.limits(), parts.random()));
  }

  CrmMeter meter() {
    return meter;
  }

  Pacing pacing() {
    return pacing;
  }

  CrmParts parts() {
    return parts;
  }

  CrmHttp http() {
    return http;
  }

  Later later() {
    return later;
  }

  /** Told once when it goes down, and once when it is back; others have their own eyes. */
  void stand(Connection connection, ConnectionStatus from, ConnectionStatus to) {
    var turned = new AtomicBoolean();
    parts
        .stores()
        .connections()
        .change(
            connection.id(),
            seen -> {
              turned.set(seen.status() == from);
              return turned.get() ? seen.standing(to) : seen;
            });
    if (turned.get()) {
      LOG.warn("connection {} is {}", connection.id(), to.wire());
    }
  }

  private CrmTransport carrying(Connection connection, Credentials credentials, Breaker breaker) {
    return (call, answered) ->
        parts
            .connectors()
            .find(connection.crm())
            .map(connector -> new CarriedCall(this, connector, connection, credentials, breaker))
            .orElseThrow(() -> new IllegalStateException("no connector for " + connection.crm()))
            .carry(call, answered);
  }
}
