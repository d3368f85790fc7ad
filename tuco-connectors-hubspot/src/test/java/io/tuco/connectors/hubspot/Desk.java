package io.tuco.connectors.hubspot;

import static io.tuco.core.fixture.Fixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.connectors.hubspot.fake.FakeHubspot;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmCall.Authority;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmOptions;
import io.tuco.core.crm.CrmVerdict;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import io.tuco.core.fixture.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector at work on a fake portal, with a transport that does in process what ours does. */
final class Desk {

  static final String PORTAL = "62515";
  static final String TOKEN = "pat-1";

  private static final int TRIES = 3;

  private final Map<String, String> settings = new HashMap<>();
  private ConnectionMapping mapping = ConnectionMapping.none();

  final SettableClock clock = SettableClock.at("2027-03-12T12:00:00Z");
  final FakeHubspot hubspot = new FakeHubspot(clock).withPortal(PORTAL, TOKEN);

  Desk set(String name, String value) {
    settings.put(name, value);
    return this;
  }

  Desk withOption(String name, String value) {
    var options = new HashMap<>(mapping.options());
    options.put(name, value);
    mapping = new ConnectionMapping(mapping.owners(), mapping.customFields(), options);
    return this;
  }

  Desk withCustomField(String property, String key) {
    var fields = new HashMap<>(mapping.customFields());
    fields.put(property, key);
    mapping = new ConnectionMapping(mapping.owners(), fields, mapping.options());
    hubspot.withProperty(PORTAL, property);
    return this;
  }

  CrmConnector connector() {
    CrmOptions options = name -> Optional.ofNullable(settings.get(name));
    return new HubspotConnectorProvider().create(options);
  }

  Connection connection() {
    return aConnection()
        .to("hubspot", new CrmAccount(PORTAL, Optional.of("America/New_York")))
        .with(mapping)
        .build();
  }

  CrmContext context() {
    return new CrmContext(connection(), "US", clock.instant());
  }

  /** What it comes to; a test that expects another end fails with the reason. */
  <T> T done(Dialogue<T> dialogue) {
    var end = held(dialogue);
    assertThat(end).isInstanceOf(Dialogue.Ended.class);
    return ((Dialogue.Ended<T>) end).value();
  }

  CrmFailure failure(Dialogue<?> dialogue) {
    var end = held(dialogue);
    assertThat(end).isInstanceOf(Dialogue.Broken.class);
    return ((Dialogue.Broken<?>) end).failure();
  }

  <T> Dialogue.End<T> held(Dialogue<T> dialogue) {
    var ends = new ArrayList<Dialogue.End<T>>();
    DialogueRun.hold(dialogue, (call, answered) -> answered.accept(carried(call)), ends::add);
    assertThat(ends).hasSize(1);
    return ends.get(0);
  }

  private CrmAnswer carried(CrmCall call) {
    CrmAnswer last = new CrmAnswer.Silent(true, "nobody was asked");
    for (var tries = 0; tries < TRIES; tries++) {
      var heard = once(call);
      if (heard.isEmpty()) {
        last = new CrmAnswer.Silent(false, "No answer came");
      } else {
        last = heard.get();
        var verdict = connector().judge(connection(), call, heard.get(), clock.instant());
        if (verdict instanceof CrmVerdict.Pass) {
          return last;
        }
        if (verdict instanceof CrmVerdict.Expired) {
          return new CrmAnswer.Unauthorized("The token is refused");
        }
        if (verdict instanceof CrmVerdict.Closed closed) {
          return new CrmAnswer.PutOff(closed.until(), closed.reason());
        }
        if (verdict instanceof CrmVerdict.Wait wait) {
          clock.advance(wait.pause());
          last = new CrmAnswer.PutOff(clock.instant().plus(wait.pause()), "A limit is used up");
          continue;
        }
      }
      if (!call.isRepeatable()) {
        return last;
      }
      clock.advance(Duration.ofSeconds(1));
    }
    return last;
  }

  private Optional<CrmAnswer.Answered> once(CrmCall call) {
    var headers = new HashMap<String, String>();
    call.headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
    if (call.authority() == Authority.CONNECTION) {
      headers.put("authorization", connector().authorization(TOKEN));
    }
    return hubspot
        .answer(call.method(), call.path(), headers, call.body())
        .map(reply -> new CrmAnswer.Answered(reply.status(), lower(reply.headers()), reply.body()));
  }

  private static Map<String, String> lower(Map<String, String> headers) {
    var lower = new HashMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), value));
    return lower;
  }

  /** Method and path of every call. */
  List<String> calls() {
    return hubspot.requests().stream()
        .map(request -> request.method() + " " + request.path().replaceFirst("\\?.*", ""))
        .toList();
  }

  FakeHubspot.Request lastRequest() {
    return hubspot.requests().get(hubspot.requests().size() - 1);
  }

  JsonNode lastBody() {
    return json(lastRequest().body());
  }

  static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"')).orElseThrow();
  }
}
