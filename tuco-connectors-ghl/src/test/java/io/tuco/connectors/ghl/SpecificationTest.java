package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tuco.connectors.ghl.fake.SpecJudge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The judge behind every test of this module that talks to the fake: without these, one that has
 * fallen asleep would not be noticed.
 */
final class SpecificationTest {

  @BeforeAll
  static void filesAreThere() {
    assumeTrue(SpecJudge.isThere(), "missing: " + SpecJudge.file("contacts.json"));
  }

  private static List<String> flaws(String method, String path, String version, String body) {
    return SpecJudge.flaws(
        method,
        path,
        Map.of(
            "Version", version,
            "Content-Type", "application/json",
            "Authorization", "Bearer token"),
        (body == null ? "" : body.replace('\'', '"')).getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "GET  | /contacts/search/duplicate?number=%2B1          | 2021-07-28 | - | locationId",
        "GET  | /contacts/c1                                    | 2021-04-15 | - | 2021-07-28",
        "POST | /contacts/upsert  | 2021-07-28 | {'locationId':'l','nickname':'x'} | nickname",
        "POST | /contacts/upsert  | 2021-07-28 | {'phone':'+12025550100'}  | locationId",
        "PUT  | /contacts/c1      | 2021-07-28 | {'locationId':'l'}        | locationId",
        "PUT  | /contacts/c1      | 2021-07-28 | {'companyName':'c'}       | companyName",
        "PUT  | /contacts/c1 | 2021-07-28 | {'dndSettings':{'SMS':{'status':'on'}}} | status",
        "POST | /contacts/c1/notes | 2021-07-28 | {'text':'x'}             | body",
        "POST | /contacts/c1/tags | 2021-07-28 | {'tags':'vip'}            | tags",
        "POST | /conversations/messages | 2021-04-15 | {'type':'Fax','contactId':'c'} | type",
        "POST | /conversations/messages/inbound | 2021-04-15 | {'type':'SMS','contactId':'c','conversationId':'v','conversationProviderId':'p','status':'delivered'} | status",
        "PUT  | /conversations/messages/m1/status | 2021-04-15 | {'status':'sent'} | status",
        "POST | /conversations | 2021-04-15 | {'locationId':'l','contactId':'c'} | -",
        "GET  | /users/u1 | 2021-07-28 | - | -"
      })
  void noticesABrokenRequest(String method, String path, String version, String body, String word) {
    var flaws = flaws(method, path, version, body);

    assertThat(flaws).isNotEmpty();
    assertThat(String.join("\n", flaws)).contains(word == null ? "" : word);
  }

  /** Its file demands what nobody can send; ours is held against the repaired one. */
  @Test
  void allowsOurOutboundMessage() {
    var body =
        "{'type':'SMS','contactId':'c','conversationProviderId':'p','message':'Hi',"
            + "'status':'delivered'}";

    assertThat(flaws("POST", "/conversations/messages", "2021-04-15", body)).isEmpty();
  }

  /** The file describes its body as an object without fields: only the rest of it is judged. */
  @Test
  void judgesTheSearchButForItsFields() {
    assertThat(flaws("POST", "/contacts/search", "2021-07-28", "{'locationId':'l'}")).isEmpty();
    assertThat(flaws("POST", "/contacts/search", "2021-07-28", "[]")).isNotEmpty();
    assertThat(flaws("POST", "/contacts/search", "v3", "{}")).isNotEmpty();
  }
}
