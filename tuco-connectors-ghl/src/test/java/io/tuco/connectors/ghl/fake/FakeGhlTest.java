package io.tuco.connectors.ghl.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.FakeCrm.Reply;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fake is held to what stories rely on. */
final class FakeGhlTest {

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final FakeGhl ghl = new FakeGhl(clock).withLocation("l1", "t1").withLocation("l2", "t2");

  private Optional<Reply> ask(String token, String method, String path, String body) {
    return ghl.answer(
        method,
        path,
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Version",
            path.startsWith("/conversations") ? "2021-04-15" : "2021-07-28",
            "Content-Type",
            "application/json"),
        body.replace('\'', '"').getBytes(UTF_8));
  }

  private JsonNode json(String method, String path, String body) throws Exception {
    return Json.MAPPER.readTree(ask("t1", method, path, body).orElseThrow().body());
  }

  private int status(String token, String method, String path, String body) {
    return ask(token, method, path, body).orElseThrow().status();
  }

  /** The trap of upsert: two contacts, and the first by priority takes it. */
  @ParameterizedTest
  @CsvSource({"email,+12025550101,a@example.com", "phone,+12025550100,b@example.com"})
  void updatesTheFirstByPriorityAndIgnoresTheOther(String first, String phone, String email)
      throws Exception {
    ghl.priority("l1", first);
    ghl.addContact("l1", "{\"phone\":\"+12025550100\",\"email\":\"b@example.com\"}");
    ghl.addContact("l1", "{\"phone\":\"+12025550101\",\"email\":\"a@example.com\"}");

    var contact =
        json(
                "POST",
                "/contacts/upsert",
                "{'locationId':'l1','phone':'+12025550100','email':'a@example.com','tags':['x']}")
            .path("contact");

    assertThat(contact.path("phone").asText()).isEqualTo(phone);
    assertThat(contact.path("email").asText()).isEqualTo(email);
    assertThat(contact.path("tags").toString()).isEqualTo("[\"x\"]");
    assertThat(ghl.contactsMade()).isEqualTo(2);
  }

  @Test
  void putsASecondaryEmailInThePrimarysPlace() throws Exception {
    ghl.addContact(
        "l1", "{\"email\":\"a@example.com\",\"additionalEmails\":[{\"email\":\"b@example.com\"}]}");

    var contact =
        json("POST", "/contacts/upsert", "{'locationId':'l1','email':'b@example.com'}")
            .path("contact");

    assertThat(contact.path("email").asText()).isEqualTo("b@example.com");
    assertThat(contact.path("additionalEmails").toString()).contains("a@example.com");
  }

  @Test
  void keepsLocationsApart() {
    var id = ghl.addContact("l1", "{\"phone\":\"+12025550100\"}");

    assertThat(status("t2", "GET", "/contacts/" + id, "")).isEqualTo(404);
    assertThat(status("t2", "GET", "/contacts/search/duplicate?locationId=l1", "")).isEqualTo(403);
    assertThat(status("t3", "GET", "/contacts/" + id, "")).isEqualTo(401);
  }

  @Test
  void limitsALocation() {
    ghl.limits(3, Duration.ofSeconds(10), 4);
    var path = "/locations/l1";

    for (var i = 0; i < 3; i++) {
      assertThat(status("t1", "GET", path, "")).isEqualTo(200);
    }
    var refused = ask("t1", "GET", path, "").orElseThrow();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers())
        .containsEntry("X-RateLimit-Interval-Milliseconds", "10000")
        .containsEntry("X-RateLimit-Remaining", "0")
        .containsEntry("X-RateLimit-Daily-Remaining", "1");
    assertThat(status("t2", "GET", "/locations/l2", "")).isEqualTo(200);
    assertThat(ghl.limitsExceeded()).isOne();

    clock.advance(Duration.ofSeconds(10));
    assertThat(status("t1", "GET", path, "")).isEqualTo(200);
    assertThat(status("t1", "GET", path, "")).isEqualTo(429);
  }

  @Test
  void remembersWhatBreaksTheFiles() {
    assumeTrue(SpecJudge.isThere(), "missing: " + SpecJudge.file("contacts.json"));

    status("t1", "POST", "/contacts/upsert", "{'locationId':'l1','nickname':'x'}");

    assertThat(ghl.violations()).singleElement().asString().contains("nickname");
  }

  @Test
  void countsWhatGhlWouldHaveSentItself() {
    var id = ghl.addContact("l1", "{\"phone\":\"+12025550100\"}");

    status("t1", "POST", "/conversations/messages", "{'type':'SMS','contactId':'" + id + "'}");

    assertThat(ghl.sentByGhl()).isOne();
  }

  @Test
  void isToldWhatToDoOverHttp() throws Exception {
    json("POST", "/__control/locations", "{'location':'l3','token':'t3','providers':['p']}");
    json("POST", "/__control/contacts", "{'location':'l3','count':3}");
    json("POST", "/__control/contacts", "{'location':'l3','contact':{'firstName':'Ada'}}");
    json("POST", "/__control/faults", "{'fault':'down','operation':'GET /locations'}");
    assertThat(ask("t3", "GET", "/locations/l3", "")).isEmpty();
    assertThat(ask("t3", "GET", "/locations/l3", "")).isEmpty();
    json("DELETE", "/__control/faults", "");
    assertThat(status("t3", "GET", "/locations/l3", "")).isEqualTo(200);

    var state = json("GET", "/__control/state", "");
    assertThat(state.path("contactsMade").asInt()).isEqualTo(4);
    assertThat(state.at("/locations/l3/contacts").size()).isEqualTo(4);
    assertThat(json("GET", "/__control/requests", "").path("requests").size()).isEqualTo(3);

    json("POST", "/__control/revoke", "");
    assertThat(status("t3", "GET", "/locations/l3", "")).isEqualTo(401);
  }
}
