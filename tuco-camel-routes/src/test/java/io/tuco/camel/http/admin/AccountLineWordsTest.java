package io.tuco.camel.http.admin;

import static io.tuco.camel.http.admin.AdminCalls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.DirectApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line's own account is refused for, and in which words; nothing is stored then. */
final class AccountLineWordsTest {

  private static final String TWILIO =
      "\"accountSid\":\"AC0123456789abcdef0123456789abcdef\",\"authToken\":\"t0ken-secret\"";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

  private AdminCalls admin;

  @BeforeEach
  void open() throws Exception {
    admin = new AdminCalls();
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        " | twilio.accountSid is required",
        "\"twilio\":{\"accountSid\":\"AC1\"} | twilio.authToken is required",
        "\"twilio\":{\"accountSid\":\"AC1\",\"authToken\":\"t\"} | Invalid twilio.accountSid",
        "\"twilio\":5 | twilio must be a object",
        "\"twilio\":{%T} | twilio.from is required",
        "\"twilio\":{%T,\"from\":\"no\"} | Invalid twilio.from",
        "\"twilio\":{%T,\"messagingServiceSid\":\"no\"} | Invalid twilio.messagingServiceSid",
        "\"twilio\":{%T,\"from\":\"+12025550160\",\"messagingServiceSid\":\"S\"}"
            + " | Invalid twilio.messagingServiceSid",
        "\"twilio\":{%T},\"phone\":\"no\" | Invalid phone"
      })
  void refusesALineOfTextsInTheDocumentedWords(String fields, String error) {
    var written =
        fields == null
            ? ""
            : "," + fields.replace("%T", TWILIO).replace("\"S\"", "\"" + SERVICE + "\"");

    var answer = create("{\"channel\":\"sms\",\"firstName\":\"A\"" + written + "}");

    assertRefused(answer, 400, error);
    assertThat(admin.world().watched().writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        " | smtp.host is required",
        "\"smtp\":{\"host\":\"a.example\"} | fromAddress is required",
        "\"smtp\":{\"host\":\"a.example:25\"},F | Invalid smtp.host",
        "\"smtp\":{\"host\":\"a.example\",\"port\":0},F | Invalid smtp.port",
        "\"smtp\":{\"host\":\"a.example\",\"port\":65536},F | Invalid smtp.port",
        "\"smtp\":{\"host\":\"a.example\",\"security\":\"ssl\"},F | Invalid smtp.security",
        "\"smtp\":{\"host\":\"a.example\",\"security\":\"none\"},F | Invalid smtp.security",
        "\"smtp\":{\"host\":\"127.0.0.1.example\",\"security\":\"none\"},F"
            + " | Invalid smtp.security",
        "\"smtp\":{\"host\":\"a.example\",\"username\":\"u\"},F | smtp.password is required",
        "\"smtp\":{\"host\":\"a.example\",\"password\":\"p\"},F | smtp.username is required",
        "\"smtp\":{\"host\":\"a.example\"},\"fromAddress\":\"no\" | Invalid fromAddress",
        "\"smtp\":{\"host\":\"a.example\"},F,\"fromName\":\"A\\r\\nBcc: b\" | Invalid fromName",
        "\"smtp\":{\"host\":\"a.example\"},F,\"fromName\":\"A\\u2028B\" | Invalid fromName",
        "\"smtp\":{\"host\":\"a.example\"},F,\"replyTo\":\"no\" | Invalid replyTo",
        "\"smtp\":{\"host\":\"a.example\"},F,\"unsubscribeMailto\":\"no\""
            + " | Invalid unsubscribeMailto",
        "\"smtp\":{\"host\":\"a.example\"},F,\"maxPerHour\":0 | Invalid maxPerHour"
      })
  void refusesALineOfMailInTheDocumentedWords(String fields, String error) {
    var from = ",\"fromAddress\":\"a@example.com\"";
    var written = fields == null ? "" : "," + fields.replace(",F", from);

    var answer = create("{\"channel\":\"email\",\"firstName\":\"A\"" + written + "}");

    assertRefused(answer, 400, error);
    assertThat(admin.world().watched().writes()).isEmpty();
  }

  private Answer create(String body) {
    return admin.post("/admin/workspaces/{id}/lines", "/admin/workspaces/org_sample/lines", body);
  }
}
