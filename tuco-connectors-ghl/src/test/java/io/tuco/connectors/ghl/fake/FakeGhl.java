package io.tuco.connectors.ghl.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GHL with a state: locations with contacts and conversations, tokens, limits, and faults to order.
 * Every request is held against GHL's own files ({@link SpecJudge}); what breaks them is
 * remembered. One call at a time. Under {@code /__control} it is told what to do ({@link
 * FakeControl}).
 */
public final class FakeGhl implements FakeCrm {

  /** A call as it came, and what it was answered with; status 0 for no answer. */
  public record Request(
      long n, String method, String path, String body, int status, Optional<FakeFault> fault) {}

  private final InstantSource clock;
  private final FakeControl control = new FakeControl(this);
  private final FakeFaults faults = new FakeFaults();
  private final FakeLimits limits = new FakeLimits();
  private final FakeTokens tokens = new FakeTokens();
  private final Map<String, FakeLocation> locations = new LinkedHashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  public FakeGhl(InstantSource clock) {
    this.clock = clock;
  }

  /** Opens a location to a static token. */
  public synchronized FakeGhl withLocation(String location, String token) {
    locations.computeIfAbsent(location, FakeLocation::new);
    tokens.fixed(token, location);
    return this;
  }

  /** A code that a location, or, without one, an agency has consented to. */
  public synchronized FakeGhl withCode(String code, Optional<String> location) {
    tokens.code(code, location);
    location.ifPresent(id -> locations.computeIfAbsent(id, FakeLocation::new));
    return this;
  }

  public synchronized FakeGhl withProvider(String location, String provider) {
    locations.get(location).conversations().ownProvider(provider);
    return this;
  }

  /** By which field upsert looks first, {@code phone} or {@code email}. */
  public synchronized void priority(String location, String field) {
    locations.get(location).contacts().priority(field);
  }

  /** How long a new contact is not found by searching. */
  public synchronized void searchLag(String location, Duration lag) {
    locations.get(location).contacts().searchLag(lag);
  }

  public synchronized void limits(int calls, Duration per, int perDay) {
    limits.set(calls, per, perDay);
  }

  /** Every token is refused from now on; refresh tokens go on working. */
  public synchronized void revokeTokens() {
    tokens.revokeAll();
  }

  /**
   * @param operation method and beginning of the path, such as {@code POST /contacts/upsert}; empty
   *     for any call
   */
  public synchronized void fault(FakeFault fault, String operation, int times) {
    faults.add(fault, operation, times);
  }

  public synchronized void clearFaults() {
    faults.clear();
  }

  /** Adds a contact as a user of GHL would. */
  public synchronized String addContact(String location, String json) {
    var data = Json.of(FakeCall.of("POST", "/", Map.of(), json.getBytes(UTF_8)));
    return locations.get(location).contacts().add(data, clock.instant()).get("id").asText();
  }

  /** Adds a message that a user of GHL has sent through our provider; what it is called. */
  public synchronized String addOrder(String location, String contact, String text) {
    return locations.get(location).conversations().ordered(contact, text, clock.instant());
  }

  public synchronized List<ObjectNode> contacts(String location) {
    return locations.get(location).contacts().all().stream().map(ObjectNode::deepCopy).toList();
  }

  public synchronized List<String> notes(String location, String contact) {
    return locations.get(location).contacts().notesOf(contact).stream()
        .map(note -> note.get("body").asText())
        .toList();
  }

  public synchronized List<ObjectNode> messages(String location) {
    return locations.get(location).conversations().messages().stream()
        .map(ObjectNode::deepCopy)
        .toList();
  }

  public synchronized int contactsMade() {
    return locations.values().stream().mapToInt(each -> each.contacts().made()).sum();
  }

  /** Messages that GHL itself would have sent to the person: there must never be one. */
  public synchronized int sentByGhl() {
    return locations.values().stream().mapToInt(each -> each.conversations().sentByGhl()).sum();
  }

  /**
   * What GHL would call the delivery URL with, if it took what is logged through our provider for
   * an order to send it. Nothing says that it does; nobody must be written to twice if it should.
   */
  public synchronized List<ObjectNode> echoes(String location) {
    return locations.get(location).conversations().echoes();
  }

  public synchronized long limitsExceeded() {
    return limits.exceeded();
  }

  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  synchronized Map<String, FakeLocation> locations() {
    return new LinkedHashMap<>(locations);
  }

  @Override
  public synchronized Optional<Reply> answer(
      String method, String path, Map<String, String> headers, byte[] body) {
    var call = FakeCall.of(method, path, headers, body);
    if (call.path().startsWith(FakeControl.ROOT)) {
      return Optional.of(control.answer(call));
    }
    SpecJudge.flaws(method, path, headers, body).stream()
        .map(flaw -> call.operation() + ": " + flaw)
        .forEach(violations::add);
    var fault = faults.next(call.operation());
    var reply = reply(call, fault);
    requests.add(
        new Request(
            requests.size() + 1,
            method,
            path,
            call.text(),
            reply.map(Reply::status).orElse(0),
            fault));
    return reply;
  }

  private Optional<Reply> reply(FakeCall call, Optional<FakeFault> fault) {
    if (fault.isEmpty()) {
      return Optional.of(proper(call));
    }
    var happened = fault.get().hasEffect() ? proper(call) : Json.error(500, "nothing happened");
    return fault.get().isSilent()
        ? Optional.empty()
        : Optional.of(FakeFaults.answer(fault.get(), happened, firstContact()));
  }

  private String firstContact() {
    return locations.values().stream()
        .flatMap(location -> location.contacts().all().stream())
        .map(contact -> contact.get("id").asText())
        .findFirst()
        .orElse("nobody");
  }

  private Reply proper(FakeCall call) {
    var now = clock.instant();
    if (call.operation().equals("POST /oauth/token")) {
      return tokens.token(call, now);
    }
    if (call.operation().equals("POST /oauth/locationToken")) {
      return tokens.locationToken(call, now);
    }
    var id = tokens.location(call, now);
    if (id.isEmpty()) {
      return FakeTokens.unauthorized();
    }
    var allowed = limits.allows(id.get(), now);
    var reply =
        allowed
            ? locations.computeIfAbsent(id.get(), FakeLocation::new).answer(call, now)
            : Json.error(429, "Too Many Requests");
    var headers = new HashMap<>(reply.headers());
    headers.putAll(limits.headers(id.get(), now));
    return new Reply(reply.status(), headers, reply.body());
  }
}
