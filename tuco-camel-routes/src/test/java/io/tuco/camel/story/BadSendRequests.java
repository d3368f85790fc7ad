package io.tuco.camel.story;

import static io.tuco.camel.story.BadRequests.as;
import static io.tuco.camel.story.BadRequests.coded;
import static io.tuco.camel.story.BadRequests.error;
import static io.tuco.camel.story.BadRequests.hi;
import static io.tuco.camel.story.BadRequests.send;
import static io.tuco.camel.story.BadRequests.wrong;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.story.BadRequest.As;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** More of the send calls, and the calls about messages that were sent. */
final class BadSendRequests {

  /** A key under which another body was sent, and one whose call is under way. */
  static final String USED_KEY = "used";

  static final String RUNNING_KEY = "running";

  /** Bodies that were sent under those keys. */
  static final String USED_BODY = "{\"message\":\"before\",\"recipientPhone\":\"+12025550150\"}";

  static final String USED_BODY_OF_MANY = "{\"messages\":[" + USED_BODY + "]}";

  static final String SMS_LINE = id(0x74);
  static final String MAIL_LINE = id(0x75);

  private static final String BULK = "/api/messages/bulk";
  private static final String CANCEL = "/api/messages/cancel-for-lead";
  private static final String RESOLVE = "/api/messages/" + ApiWorld.MESSAGE + "/resolve";
  private static final String IN_PROGRESS =
      coded("A request with this Idempotency-Key is still in progress", "IDEMPOTENCY_IN_PROGRESS");
  private static final String REUSED =
      coded(
          "Idempotency-Key was already used with a different request body",
          "IDEMPOTENCY_KEY_REUSED");
  private static final String NO_KEY =
      coded("Idempotency-Key must be 1 to 255 characters", "IDEMPOTENCY_KEY_INVALID");

  private BadSendRequests() {}

  static List<BadRequest> all() {
    return Stream.of(fields(), lines(), keys(), many(), cancellations(), resolutions())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadRequest> fields() {
    var rows = new ArrayList<BadRequest>();
    for (var phone : List.of("altPhone1", "altPhone2", "altPhone3")) {
      rows.add(invalid(phone, "\"call me\""));
    }
    for (var email : List.of("altEmail1", "altEmail2", "altEmail3")) {
      rows.add(invalid(email, "\"nobody\""));
    }
    rows.add(invalid("subject", "\"" + "s".repeat(201) + "\""));
    rows.add(invalid("attachmentNames", "[5]"));
    for (var field : List.of("subject", "recipientName")) {
      rows.add(
          send(
              field + " of two lines",
              mail("\"" + field + "\":\"a\\r\\nBcc: b@example.com\""),
              400,
              coded("Invalid characters in " + field, "VALIDATION_ERROR")));
    }
    rows.add(
        send(
            "a file name of two lines",
            mail("\"attachmentUrls\":[\"https://a.example/x\"],\"attachmentNames\":[\"a\\nb\"]"),
            400,
            coded("Invalid characters in attachmentNames", "VALIDATION_ERROR")));
    return rows;
  }

  private static List<BadRequest> lines() {
    var bound = coded("Line not accessible", "line_not_accessible");
    return List.of(
        mismatch("an iMessage over an SMS line", hi(line(SMS_LINE)), "imessage"),
        mismatch(
            "an SMS over a mail line", hi("\"messageType\":\"sms\"," + line(MAIL_LINE)), "sms"),
        mismatch("an e-mail over a Mac", mail(line(ApiWorld.LINE)), "email"),
        as(
            As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
            "POST",
            "/api/messages",
            mail("\"a\":1"),
            400,
            error("No active lines in workspace. Add and activate a line, or provide fromLineId.")),
        as(
            As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
            "POST",
            "/api/messages",
            hi(line(ApiWorld.LINE)),
            403,
            bound),
        as(
            As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
            "POST",
            RESOLVE,
            "{\"action\":\"resend\"}",
            403,
            bound));
  }

  private static List<BadRequest> keys() {
    return List.of(
        send("a key of blanks", hi("\"idempotencyKey\":\" \""), 400, NO_KEY),
        send("a key too long", hi("\"a\":1"), 400, NO_KEY).with("Idempotency-Key", "k".repeat(256)),
        send("another body under a key", hi("\"a\":1"), 422, REUSED)
            .with("Idempotency-Key", USED_KEY),
        send("a call that runs", USED_BODY, 409, IN_PROGRESS).with("Idempotency-Key", RUNNING_KEY));
  }

  private static List<BadRequest> many() {
    var empty = error("messages must be a non-empty array");
    return List.of(
        many("{}", 400, empty),
        many("{\"messages\":[]}", 400, empty),
        many("{\"messages\":{}}", 400, empty),
        many(
            "{\"messages\":[" + "{},".repeat(1_000) + "{}]}",
            400,
            error("Maximum 1000 messages per request")),
        many("{\"messages\":[{}],\"idempotencyKey\":5}", 400, wrong("idempotencyKey", "string")),
        many("{\"messages\":[{}],\"idempotencyKey\":\"\"}", 400, NO_KEY),
        many("{\"messages\":[{}]}", 422, REUSED).with("Idempotency-Key", USED_KEY),
        many(USED_BODY_OF_MANY, 409, IN_PROGRESS).with("Idempotency-Key", RUNNING_KEY));
  }

  private static List<BadRequest> cancellations() {
    return List.of(
        as(
            As.A_CLIENT,
            "POST",
            CANCEL,
            "{\"leadId\":\" \"}",
            400,
            error("Either leadId, recipientPhone, or recipientEmail is required")),
        as(As.A_CLIENT, "POST", CANCEL, "{\"leadId\":\"5\"}", 400, error("Invalid leadId")),
        as(As.A_CLIENT, "POST", CANCEL, "{\"leadId\":5}", 400, wrong("leadId", "string")),
        as(
            As.A_CLIENT,
            "POST",
            CANCEL,
            "{\"recipientPhone\":\"call me\"}",
            400,
            coded("Invalid recipientPhone", "VALIDATION_ERROR")),
        as(
            As.A_CLIENT,
            "POST",
            CANCEL,
            "{\"recipientEmail\":\"nobody\"}",
            400,
            coded("Invalid recipientEmail", "VALIDATION_ERROR")));
  }

  private static List<BadRequest> resolutions() {
    var gone = "/api/messages/" + id(0xdead) + "/resolve";
    return List.of(
        as(As.A_CLIENT, "POST", RESOLVE, "{}", 400, error("Invalid action")),
        as(As.A_CLIENT, "POST", RESOLVE, "{\"action\":5}", 400, wrong("action", "string")),
        as(
            As.A_CLIENT,
            "POST",
            "/api/messages/5/resolve",
            "{\"action\":\"resend\"}",
            400,
            error("Invalid messageId")),
        as(As.A_CLIENT, "POST", gone, "{\"action\":\"resend\"}", 404, error("Message not found")),
        as(
            As.A_CLIENT,
            "POST",
            RESOLVE,
            "{\"action\":\"resend\"}",
            409,
            coded("Message outcome is not unknown", "OUTCOME_NOT_UNKNOWN")));
  }

  private static BadRequest many(String body, int status, String answer) {
    return as(As.A_CLIENT, "POST", BULK, body, status, answer);
  }

  private static BadRequest invalid(String field, String value) {
    return send(
        field + " that is wrong",
        hi("\"" + field + "\":" + value),
        400,
        coded("Invalid " + field, "VALIDATION_ERROR"));
  }

  private static BadRequest mismatch(String what, String body, String type) {
    return send(what, body, 400, coded("Line cannot send " + type, "LINE_CHANNEL_MISMATCH"));
  }

  private static String line(String lineId) {
    return "\"fromLineId\":\"" + lineId + "\"";
  }

  private static String mail(String more) {
    return "{\"message\":\"a\",\"messageType\":\"email\",\"recipientEmail\":\"a@example.com\","
        + more
        + "}";
  }
}
