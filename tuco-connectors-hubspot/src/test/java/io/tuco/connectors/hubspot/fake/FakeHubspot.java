package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HubSpot with a state: portals with contacts and timelines, tokens, limits, and faults to order.
 * Every request is held against the contract ({@link FakeShapes}), and against the vendor's files
 * where somebody has them ({@link VendorSpecs}); what breaks them is remembered. One call at a
 * time. Under {@code /__control} it is told what to do ({@link FakeControl}). Portals are numbers.
 */
public final class FakeHubspot implements FakeCrm {

  /** Of the OAuth app; the secret also signs what HubSpot calls us with ({@link FakeHooks}). */
  public static final String CLIENT_ID = FakeTokens.CLIENT_ID;

  public static final String CLIENT_SECRET = FakeTokens.CLIENT_SECRET;

  /** A call as it came, and what it was answered with; status 0 for no answer. */
  public record Request(
      long n, String method, String path, String body, int status, Optional<FakeFault> fault) {}

  /** A communication or a note on the timeline of a contact. */
  public record Logged(String id, String contactId, Map<String, String> properties) {}

  private static final Optional<VendorSpecs> VENDORS = VendorSpecs.ofTheEnvironment();

  private final InstantSource clock;
  private final FakeControl control = new FakeControl(this);
  private final FakeFaults faults = new FakeFaults();
  private final FakeTokens tokens = new FakeTokens();
  private final Map<String, FakePortal> portals = new LinkedHashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  public FakeHubspot(InstantSource clock) {
    this.clock = clock;
  }

  /** Opens a portal to the token of a private app. */
  public FakeHubspot withPortal(String portal, String token) {
    return withPortal(portal, token, ZoneId.of("America/New_York"));
  }

  public synchronized FakeHubspot withPortal(String portal, String token, ZoneId zone) {
    portals.computeIfAbsent(portal, id -> new FakePortal(id, zone));
    tokens.fixed(token, portal);
    return this;
  }

  /** A code that a portal has consented to; opens the portal when it is not there. */
  public synchronized FakeHubspot withCode(String code, String portal) {
    portals.computeIfAbsent(portal, id -> new FakePortal(id, ZoneId.of("America/New_York")));
    tokens.code(code, portal);
    return this;
  }

  public synchronized FakeHubspot withOwner(String portal, String id, String email) {
    portal(portal).contacts().own(id, email);
    return this;
  }

  /** A property beside the usual ones; others are refused. */
  public synchronized FakeHubspot withProperty(String portal, String name) {
    portal(portal).contacts().know(name);
    return this;
  }

  public synchronized FakeHubspot withTemplate(String portal, String template) {
    portal(portal).engagements().know(template);
    return this;
  }

  /** A workflow action that waits to be completed. */
  public synchronized FakeHubspot withCallback(String portal, String callback) {
    portal(portal).callbacks().expect(callback);
    return this;
  }

  public synchronized void refuseCommunications(String portal) {
    portal(portal).engagements().refuseCommunications();
  }

  /** How long a search does not know what was written. */
  public synchronized void searchLag(String portal, Duration lag) {
    portal(portal).search().lag(lag);
  }

  /** How many results of one search are shown. */
  public synchronized void searchDepth(String portal, int results) {
    portal(portal).search().depth(results);
  }

  public synchronized void limits(
      String portal, int calls, Duration per, int searchesPerSecond, int perDay) {
    portal(portal).limits().set(calls, per, searchesPerSecond, perDay);
  }

  /** Every access token is refused from now on; refresh tokens go on working. */
  public synchronized void revokeTokens() {
    tokens.revokeAccess();
  }

  /** Refresh tokens are refused as well: somebody has taken the app out of the portal. */
  public synchronized void uninstall() {
    tokens.revokeAll();
  }

  /**
   * @param operation method and beginning of the path, such as {@code POST
   *     /crm/v3/objects/contacts/batch}; with {@code $} behind it, that path alone; empty for any
   *     call
   */
  public synchronized void fault(FakeFault fault, String operation, int times) {
    faults.add(fault, operation, times);
  }

  public synchronized void clearFaults() {
    faults.clear();
  }

  /** Adds a contact as a user of HubSpot would. */
  public synchronized String addContact(String portal, Map<String, String> properties) {
    return portal(portal).contacts().add(properties, clock.instant());
  }

  public synchronized void changeContact(String portal, String id, Map<String, String> properties) {
    portal(portal).contacts().change(id, properties, clock.instant());
  }

  public synchronized void archiveContact(String portal, String id) {
    portal(portal).contacts().archive(id);
  }

  /** The properties of a contact that is there and not archived. */
  public synchronized Optional<Map<String, String>> contact(String portal, String id) {
    return portal(portal).contacts().find(id).map(FakeContact::now);
  }

  /** All that are there and not archived, by id. */
  public synchronized Map<String, Map<String, String>> contacts(String portal) {
    var all = new LinkedHashMap<String, Map<String, String>>();
    portal(portal).contacts().all().stream()
        .filter(contact -> !contact.isArchived())
        .forEach(contact -> all.put(String.valueOf(contact.id()), contact.now()));
    return all;
  }

  public synchronized List<Logged> communications(String portal) {
    return logged(portal, "communications");
  }

  public synchronized List<Logged> notes(String portal) {
    return logged(portal, "notes");
  }

  private List<Logged> logged(String portal, String kind) {
    return portal(portal).engagements().of(kind).stream()
        .map(each -> new Logged(each.id(), each.contactId(), each.properties()))
        .toList();
  }

  public synchronized List<ObjectNode> timeline(String portal) {
    return portal(portal).engagements().events();
  }

  /** What each workflow action was completed with, by its callback. */
  public synchronized Map<String, JsonNode> completed(String portal) {
    return new LinkedHashMap<>(portal(portal).callbacks().completed());
  }

  /** Contacts that were made by calls. */
  public synchronized int contactsMade() {
    return portals.values().stream().mapToInt(each -> each.contacts().made()).sum();
  }

  public synchronized long limitsExceeded() {
    return portals.values().stream().mapToLong(each -> each.limits().exceeded()).sum();
  }

  /** Searches that asked for more than HubSpot shows. */
  public synchronized long searchesTooDeep() {
    return portals.values().stream().mapToLong(each -> each.search().tooDeep()).sum();
  }

  /** Which part of the calls without an ordered fault was answered with an error. */
  public synchronized double errorShare() {
    var honest = requests.stream().filter(each -> each.fault().isEmpty()).toList();
    var errors = honest.stream().filter(each -> each.status() >= 400).count();
    return honest.isEmpty() ? 0 : (double) errors / honest.size();
  }

  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** What was wrong with requests; must stay empty. */
  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  synchronized Map<String, FakePortal> portals() {
    return new LinkedHashMap<>(portals);
  }

  private FakePortal portal(String id) {
    return Optional.ofNullable(portals.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no portal " + id));
  }

  @Override
  public synchronized Optional<Reply> answer(
      String method, String path, Map<String, String> headers, byte[] body) {
    var call = FakeCall.of(method, path, headers, body);
    if (call.path().startsWith(FakeControl.ROOT)) {
      return Optional.of(control.answer(call));
    }
    violations.addAll(FakeShapes.flaws(call));
    VENDORS.ifPresent(files -> violations.addAll(files.flaws(call)));
    var fault = faults.next(call.operation());
    var reply = reply(call, fault);
    var status = reply.map(Reply::status).orElse(0);
    requests.add(new Request(requests.size() + 1, method, path, call.text(), status, fault));
    return reply;
  }

  private Optional<Reply> reply(FakeCall call, Optional<FakeFault> fault) {
    if (fault.isEmpty()) {
      return Optional.of(proper(call));
    }
    var happened =
        fault.get().hasEffect() ? proper(call) : Json.error(500, "NONE", "nothing happened");
    return fault.get().isSilent()
        ? Optional.empty()
        : Optional.of(FakeFaults.answer(fault.get(), happened));
  }

  private Reply proper(FakeCall call) {
    var now = clock.instant();
    if (call.path().matches("/oauth/(v3|2026-03)/token")) {
      return tokens.token(call, now);
    }
    var access = tokens.valid(call, now);
    if (access.isEmpty()) {
      return FakeTokens.unauthorized();
    }
    var portal = portal(access.get().portal());
    var broken = portal.limits().broken(call.path().endsWith("/search"), now);
    var reply = broken.map(FakeFaults::limited).orElseGet(() -> portal.answer(call, now));
    var headers = new HashMap<>(reply.headers());
    headers.putAll(portal.limits().headers(access.get().isOauth()));
    return new Reply(reply.status(), headers, reply.body());
  }
}
