package io.tuco.connectors.ghl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.CrmContact;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactJsonTest {

  private static CrmContact read(String json) {
    return ContactJson.read(GhlJson.parse(json).orElseThrow(), ConnectionMapping.none())
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{}                                                       | -",
        "\"dnd\":false                                            | -",
        "\"dnd\":true                                             | Do not disturb in GHL",
        "\"dnd\":\"true\"                                         | Do not disturb in GHL",
        "\"dndSettings\":{\"SMS\":{\"status\":\"active\"}}        | Do not disturb in GHL: SMS",
        "\"dndSettings\":{\"SMS\":{\"status\":\"permanent\"}}     | Do not disturb in GHL: SMS",
        "\"dndSettings\":{\"SMS\":{\"status\":\"inactive\"}}      | -",
        "\"dndSettings\":{\"Email\":{\"status\":\"active\"}}      | Do not disturb in GHL: Email",
        "\"dndSettings\":{\"Call\":{\"status\":\"active\"}}       | -",
        "\"dndSettings\":{\"WhatsApp\":{\"status\":\"active\"}}   | -",
        "\"dndSettings\":null                                     | -",
        "\"dnd\":false,\"dndSettings\":{\"SMS\":{\"status\":\"active\"}} | Do not disturb in GHL: SMS"
      })
  void readsWhoIsNotToBeDisturbed(String fields, String reason) {
    var json = "{\"id\":\"c\"" + (fields.equals("{}") ? "" : "," + fields) + "}";

    assertThat(read(json).optedOut().orElse(null)).isEqualTo(reason);
  }

  @Test
  void readsEveryAddress() {
    var contact =
        read(
            """
            {"id":"c","phone":"+12025550100","email":"a@example.com",
             "additionalPhones":[{"phone":"+12025550101"},"+12025550102",{"phone":null}],
             "additionalEmails":[{"email":"b@example.com","validEmailDate":null},"a@example.com"]}
            """);

    assertThat(contact.phones()).containsExactly("+12025550100", "+12025550101", "+12025550102");
    assertThat(contact.emails()).containsExactly("a@example.com", "b@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"null\"", "{}", "[]"})
  void takesNothingForWhatSaysNothing(String value) {
    var contact =
        read(
            "{'id':'c','firstName':V,'phone':V,'email':V,'tags':V,'assignedTo':V,'dateUpdated':V}"
                .replace('\'', '"')
                .replace("V", value));

    assertThat(contact.firstName()).isEmpty();
    assertThat(contact.phones()).isEmpty();
    assertThat(contact.emails()).isEmpty();
    assertThat(contact.tags()).isEmpty();
    assertThat(contact.ownerId()).isEmpty();
    assertThat(contact.updatedAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-12T12:00:00.123Z,2027-03-12T12:00:00.123Z",
    "2027-03-12T17:30:00.123+05:30,2027-03-12T12:00:00.123Z",
    "1804852800123,2027-03-12T12:00:00.123Z"
  })
  void readsInstants(String text, Instant instant) {
    assertThat(ContactJson.instant(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2027-03-12", "12", "2027-13-12T00:00:00Z"})
  void takesNoOtherInstants(String text) {
    assertThat(ContactJson.instant(text)).isEmpty();
  }

  @Test
  void readsNoContactWithoutAnId() {
    assertThat(
            ContactJson.read(
                GhlJson.parse("{\"firstName\":\"A\"}").orElseThrow(), ConnectionMapping.none()))
        .isEmpty();
  }
}
