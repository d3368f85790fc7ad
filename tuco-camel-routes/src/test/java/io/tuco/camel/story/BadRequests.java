package io.tuco.camel.story;

import static io.tuco.camel.http.ApiWorld.INACTIVE_LINE;
import static io.tuco.camel.http.ApiWorld.OTHER_LINE;
import static io.tuco.camel.http.ApiWorld.OTHER_MESSAGE;
import static io.tuco.camel.http.ApiWorld.OTHER_WEBHOOK;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.story.BadRequest.As;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Requests that must be refused, each with the exact answer (API contract, sections 1 to 11). */
final class BadRequests {

  private static final String JSON = "application/json";
  private static final String SEND = "/api/messages";
  private static final String NOT_JSON = error("Invalid request body (JSON required)");
  private static final String NOT_AN_OBJECT = error("Request body must be a JSON object");
  private static final String NO_RECIPIENT =
      error(
          "Either recipientEmail or recipientPhone is required (in body or on the lead when leadId"
              + " is provided).");
  private static final String BAD_TIME =
      error(
          "Invalid time format. sendWindowStart and sendWindowEnd must be in HH:mm format (e.g.,"
              + " 09:00, 17:00)");
  private static final String BAD_WINDOW =
      error(
          "Invalid timezone or time window settings. Please check your timezone and time format.");
  private static final String OBJECT = "{\"$gt\":\"\"}";

  private BadRequests() {}

  static Stream<BadRequest> all() {
    return Stream.of(
            documents(),
            types(),
            contents(),
            people(),
            windows(),
            lines(),
            admission(),
            reads(),
            webhooks(),
            paths(),
            BadSendRequests.all(),
            BadPersonRequests.all(),
            BadWorkspaceRequests.all(),
            BadWebhookRequests.all(),
            BadDeviceRequests.all(),
            BadLookBacks.all(),
            CommonRefusals.all())
        .flatMap(List::stream);
  }

  private static List<BadRequest> documents() {
    var deep = "{\"a\":".repeat(33) + "1" + "}".repeat(33);
    return List.of(
        send("no body", "", 400, NOT_JSON),
        send("a broken document", "{\"message\":", 400, NOT_JSON),
        send("a document and more", "{} {}", 400, NOT_JSON),
        send("an array", "[]", 400, NOT_AN_OBJECT),
        send("an array of operators", "[" + OBJECT + "]", 400, NOT_AN_OBJECT),
        send("null", "null", 400, NOT_AN_OBJECT),
        send("a string", "\"hi\"", 400, NOT_AN_OBJECT),
        send("a number", "5", 400, NOT_AN_OBJECT),
        send("one number of 33 digits", "{\"a\":" + "9".repeat(33) + "}", 400, NOT_JSON),
        send("a number without end", "{\"a\":1e999}", 400, NOT_JSON),
        send("NaN", "{\"a\":NaN}", 400, NOT_JSON),
        send("depth 33", deep, 400, NOT_JSON),
        send("a deep array", "{\"a\":" + "[".repeat(40_000) + "}", 400, NOT_JSON),
        send("doubled keys", "{\"message\":\"a\",\"message\":\"b\"}", 400, NOT_JSON),
        send("a long name", "{\"" + "n".repeat(129) + "\":1}", 400, NOT_JSON),
        send("a long string", "{\"message\":\"" + "x".repeat(65_537) + "\"}", 400, NOT_JSON),
        send("a byte order mark", "\uFEFF{}", 400, NOT_JSON),
        send("single quotes", "{'message':'a'}", 400, NOT_JSON),
        send("a comment", "{/* */}", 400, NOT_JSON),
        bytes("invalid UTF-8", JSON, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, 400),
        bytes("overlong UTF-8", JSON, new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}, 400),
        bytes("UTF-16", JSON, "{}".getBytes(StandardCharsets.UTF_16), 400),
        refused(
            "257 KiB",
            JSON,
            "{\"message\":\"" + " ".repeat(257 * 1024) + "\"}",
            413,
            error("Request body too large")),
        refused(
            "1100 KiB",
            JSON,
            "{\"message\":\"" + " ".repeat(1100 * 1024) + "\"}",
            413,
            error("Request body too large")),
        media("a form", "application/x-www-form-urlencoded", "message=hi&recipientPhone=1"),
        media("an empty form", "application/x-www-form-urlencoded", ""),
        media("text", "text/plain", "{}"),
        media("XML", "application/xml", "<a/>"),
        media("a form in parts", "multipart/form-data; boundary=b", "--b--\r\n"));
  }

  private static List<BadRequest> types() {
    var rows = new ArrayList<BadRequest>();
    for (var field :
        List.of(
            "message",
            "messageType",
            "recipientPhone",
            "recipientEmail",
            "recipientName",
            "leadId",
            "fromLineId",
            "altPhone1",
            "altEmail3",
            "scheduledDate",
            "timezone",
            "sendWindowStart",
            "batchId",
            "ghlContactId",
            "hsPortalId",
            "contactOwnerEmail",
            "correlationId")) {
      rows.add(wrongType(field, OBJECT, field, "string"));
    }
    rows.add(wrongType("message", "5", "message", "string"));
    rows.add(wrongType("message", "[\"a\"]", "message", "string"));
    rows.add(
        wrongType("sendFallbackSmsOnFailed", "\"true\"", "sendFallbackSmsOnFailed", "boolean"));
    rows.add(wrongType("allowedDaysOfWeek", OBJECT, "allowedDaysOfWeek", "array"));
    rows.add(wrongType("attachmentNames", OBJECT, "attachmentNames", "array"));
    rows.add(wrongType("settings", "[]", "settings", "object"));
    rows.add(wrongType("settings", "{\"timezone\":" + OBJECT + "}", "settings.timezone", "string"));
    return rows;
  }

  private static List<BadRequest> contents() {
    return List.of(
        send(
            "a trial of nothing",
            to("\"dryRun\":true"),
            400,
            error("Message and attachmentUrls cannot both be empty")),
        send(
            "nothing to say",
            to(""),
            400,
            error("Message and attachmentUrls cannot both be empty")),
        send(
            "blanks to say",
            to("\"message\":\"  \""),
            400,
            error("Message and attachmentUrls cannot both be empty")),
        send(
            "an unknown type",
            to("\"message\":\"a\",\"messageType\":\"fax\""),
            400,
            error("Invalid messageType. Must be email, sms, or imessage")),
        send(
            "attachments that are a string",
            to("\"attachmentUrls\":\"https://a.example/x\""),
            400,
            error("attachmentUrls must be an array")),
        send(
            "three attachments",
            to("\"attachmentUrls\":[\"a\",\"b\",\"c\"]"),
            400,
            error("Maximum 2 attachments per message")),
        send(
            "an attachment that is an object",
            to("\"attachmentUrls\":[" + OBJECT + "]"),
            400,
            error("Invalid attachment URL")),
        send(
            "an attachment on this machine",
            to("\"attachmentUrls\":[\"http://127.0.0.1/x\"]"),
            400,
            error("Invalid attachment URL")),
        send(
            "a text too long",
            to("\"message\":\"" + "x".repeat(20_001) + "\""),
            400,
            coded("Message is too long", "MESSAGE_TOO_LONG")),
        send(
            "an SMS too long",
            to("\"messageType\":\"sms\",\"message\":\"" + "x".repeat(1_601) + "\""),
            400,
            coded("Message is too long", "MESSAGE_TOO_LONG")),
        send(
            "a label too long",
            to("\"message\":\"a\",\"batchId\":\"" + "b".repeat(201) + "\""),
            400,
            coded("Invalid batchId", "VALIDATION_ERROR")));
  }

  private static List<BadRequest> people() {
    return List.of(
        send("nobody", "{\"message\":\"a\"}", 400, NO_RECIPIENT),
        send("blank addresses", "{\"message\":\"a\",\"recipientPhone\":\" \"}", 400, NO_RECIPIENT),
        send(
            "no phone for an SMS",
            "{\"message\":\"a\",\"messageType\":\"sms\",\"recipientEmail\":\"a@example.com\"}",
            400,
            NO_RECIPIENT),
        send(
            "a phone of letters",
            "{\"message\":\"a\",\"recipientPhone\":\"call me\"}",
            400,
            coded("Invalid recipientPhone", "VALIDATION_ERROR")),
        send(
            "an e-mail of two lines",
            "{\"message\":\"a\",\"recipientEmail\":\"a@example.com\\r\\nBcc: b@example.com\"}",
            400,
            coded("Invalid recipientEmail", "VALIDATION_ERROR")),
        send(
            "an unknown lead",
            "{\"message\":\"a\",\"leadId\":\"" + id(0xdead) + "\"}",
            404,
            error("Lead not found or access denied")),
        send(
            "a malformed lead",
            "{\"message\":\"a\",\"leadId\":\"../../etc\"}",
            404,
            error("Lead not found or access denied")));
  }

  private static List<BadRequest> windows() {
    return List.of(
        send(
            "a date of words",
            hi("\"scheduledDate\":\"tomorrow\""),
            400,
            error("Invalid scheduledDate format")),
        send("a time of one digit", hi("\"sendWindowStart\":\"9:00\""), 400, BAD_TIME),
        send(
            "half a window",
            hi("\"timezone\":\"Europe/Paris\",\"sendWindowStart\":\"09:00\""),
            400,
            BAD_WINDOW),
        send(
            "an empty window",
            hi(
                "\"timezone\":\"Europe/Paris\",\"sendWindowStart\":\"09:00\","
                    + "\"sendWindowEnd\":\"09:00\""),
            400,
            BAD_WINDOW),
        send("an unknown zone", hi("\"timezone\":\"Mars/Olympus\""), 400, BAD_WINDOW),
        send("an offset for a zone", hi("\"timezone\":\"+02:00\""), 400, BAD_WINDOW),
        send("an eighth day", hi("\"allowedDaysOfWeek\":[7]"), 400, BAD_WINDOW),
        send("a day that is null", hi("\"allowedDaysOfWeek\":[null]"), 400, BAD_WINDOW),
        send(
            "a day that is an object",
            hi("\"allowedDaysOfWeek\":[" + OBJECT + "]"),
            400,
            BAD_WINDOW));
  }

  private static List<BadRequest> lines() {
    var notFound = error("Line not found or access denied");
    return List.of(
        send("an unknown line", hi("\"fromLineId\":\"" + id(0xdead) + "\""), 404, notFound),
        send("another's line", hi("\"fromLineId\":\"" + OTHER_LINE + "\""), 404, notFound),
        send("a malformed line", hi("\"fromLineId\":\"$where\""), 404, notFound),
        send(
            "an inactive line",
            hi("\"fromLineId\":\"" + INACTIVE_LINE + "\""),
            400,
            error("Line is not active")),
        send(
            "a fallback that is not configured",
            hi("\"sendFallbackSmsOnFailed\":true"),
            400,
            coded(
                "sendFallbackSmsOnFailed is true but fallback SMS is not configured. Configure"
                    + " fallback in workspace settings (Settings → Fallback) or set"
                    + " sendFallbackSmsOnFailed to false.",
                "FALLBACK_NOT_CONFIGURED")));
  }

  private static List<BadRequest> admission() {
    var unauthorized = error("Unauthorized");
    var scope = coded("Insufficient scope", "insufficient_scope");
    return List.of(
        as(As.NOBODY, "POST", SEND, hi("\"a\":1"), 401, unauthorized),
        as(As.NOBODY, "POST", SEND, "{broken", 401, unauthorized),
        as(As.NOBODY, "GET", SEND, "", 401, unauthorized),
        as(As.NOBODY, "GET", "/api/lines/by-user", "", 401, unauthorized),
        as(As.NOBODY, "DELETE", "/api/webhooks/" + OTHER_WEBHOOK, "", 401, unauthorized),
        as(As.A_READER, "POST", SEND, hi("\"a\":1"), 403, scope),
        as(As.A_READER, "GET", "/api/webhooks", "", 403, scope),
        as(As.A_CLIENT_WITHOUT_WORKSPACE, "GET", SEND, "", 400, error("No active workspace")),
        as(
            As.A_CLIENT_OF_A_READ_ONLY_WORKSPACE,
            "POST",
            SEND,
            hi("\"message\":5").replace("\"message\":\"a\",", ""),
            402,
            "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}"),
        as(As.A_CLIENT_OF_A_READ_ONLY_WORKSPACE, "POST", SEND, "{broken", 400, NOT_JSON),
        as(
            As.A_CLIENT_OF_A_READ_ONLY_WORKSPACE,
            "DELETE",
            "/api/webhooks/" + OTHER_WEBHOOK,
            "",
            402,
            "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}"));
  }

  private static List<BadRequest> reads() {
    var bound = coded("Line not accessible", "line_not_accessible");
    return List.of(
        get("/api/messages?status=pending,odd", 400, error("Invalid status")),
        get("/api/messages?status=,", 400, error("Invalid status")),
        get("/api/messages?lineId=5", 400, error("Invalid lineId")),
        get("/api/messages?leadId=%7B%22$gt%22:%22%22%7D", 400, error("Invalid leadId")),
        get("/api/messages?dateFrom=yesterday", 400, error("Invalid dateFrom")),
        get("/api/messages?dateTo=2027-02-30", 400, error("Invalid dateTo")),
        get(
            "/api/messages?dateFrom=2027-03-02&dateTo=2027-03-01",
            400,
            error("dateFrom must be <= dateTo")),
        get("/api/messages?page=0", 400, error("Invalid page")),
        get("/api/messages?page=99999999999", 400, error("Invalid page")),
        get("/api/messages?limit=-1", 400, error("Invalid limit")),
        get("/api/messages?limit=ten", 400, error("Invalid limit")),
        get("/api/messages?page=%D9%A1", 400, error("Invalid page")),
        get("/api/messages/5", 400, error("Invalid messageId")),
        get("/api/messages/%2e%2e%2fx", 400, error("Invalid messageId")),
        get("/api/messages/" + id(0xdead), 404, error("Message not found")),
        get("/api/messages/" + OTHER_MESSAGE, 404, error("Message not found")),
        as(As.A_CLIENT_BOUND_TO_ANOTHER_LINE, "GET", "/api/messages/" + id(0xe1), "", 403, bound),
        as(
            As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
            "GET",
            "/api/messages?lineId=" + id(0x71),
            "",
            403,
            bound));
  }

  private static List<BadRequest> webhooks() {
    var notFound = error("Webhook not found");
    var forbidden = coded("URL is not allowed", "URL_NOT_ALLOWED");
    return List.of(
        hook("{}", error("URL is required")),
        hook("{\"url\":" + OBJECT + "}", wrong("url", "string")),
        hook("{\"url\":\"nowhere\"}", error("Invalid URL format")),
        hook("{\"url\":\" https://hooks.example/\"}", error("Invalid URL format")),
        hook("{\"url\":\"http://hooks.example/\"}", forbidden),
        hook("{\"url\":\"https://127.1/\"}", forbidden),
        hook("{\"url\":\"https://inside.example/\"}", forbidden),
        hook("{\"url\":\"https://mixed.example/\"}", forbidden),
        hook("{\"url\":\"https://hooks.example/\"}", error("At least one event must be selected")),
        hook(
            "{\"url\":\"https://hooks.example/\",\"events\":\"message.sent\"}",
            wrong("events", "array")),
        hook(
            "{\"url\":\"https://hooks.example/\",\"events\":[\"message.sent\",\"*\",\"x\"]}",
            error("Invalid events: *, x")),
        hook(
            "{\"url\":\"https://hooks.example/\",\"events\":[\"message.sent\"]}",
            error("Name is required")),
        get("/api/webhooks/" + OTHER_WEBHOOK, 404, notFound),
        get("/api/webhooks/5", 404, notFound),
        as(As.A_CLIENT, "DELETE", "/api/webhooks/" + OTHER_WEBHOOK, "", 404, notFound),
        as(As.A_CLIENT, "DELETE", "/api/webhooks/" + id(0xdead), "", 404, notFound));
  }

  private static List<BadRequest> paths() {
    var wrongMethod = error("Method not allowed");
    return List.of(
        get("/api/campaigns", 404, error("Not found")),
        get("/api", 404, error("Not found")),
        get("/api/", 404, error("Not found")),
        get("/apiary", 404, error("Not found")),
        get("/", 404, error("Not found")),
        get("/favicon.ico", 404, error("Not found")),
        as(As.A_CLIENT, "PUT", SEND, "{}", 405, wrongMethod),
        as(As.A_CLIENT, "DELETE", SEND, "", 405, wrongMethod),
        as(As.A_CLIENT, "OPTIONS", SEND, "", 405, wrongMethod),
        as(As.A_CLIENT, "TRACE", SEND, "", 405, wrongMethod),
        as(As.A_CLIENT, "BREW", SEND, "", 405, wrongMethod),
        as(As.A_CLIENT, "POST", "/api/messages/" + id(0xe1), "{}", 405, wrongMethod),
        as(As.A_CLIENT, "PATCH", "/admin/status", "{}", 405, wrongMethod),
        as(As.A_CLIENT, "GET", "/admin/status", "", 401, error("Unauthorized")),
        get("/admin/else", 404, error("Not found")));
  }

  static BadRequest send(String what, String body, int status, String answer) {
    return refused(what, JSON, body, status, answer);
  }

  private static BadRequest media(String what, String contentType, String body) {
    return refused(what, contentType, body, 415, error("Unsupported media type"));
  }

  private static BadRequest refused(
      String what, String contentType, String body, int status, String answer) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return new BadRequest(what, As.A_CLIENT, "POST", SEND, contentType, bytes, status, answer);
  }

  private static BadRequest bytes(String what, String contentType, byte[] body, int status) {
    return new BadRequest(what, As.A_CLIENT, "POST", SEND, contentType, body, status, NOT_JSON);
  }

  private static BadRequest wrongType(String field, String value, String named, String type) {
    // The rest of the body is as bad as it can be: types are looked at first.
    return send(
        field + " that is " + value, "{\"" + field + "\":" + value + "}", 400, wrong(named, type));
  }

  private static BadRequest hook(String body, String answer) {
    return as(As.A_CLIENT, "POST", "/api/webhooks", body, 400, answer);
  }

  static BadRequest get(String path, int status, String answer) {
    return as(As.A_CLIENT, "GET", path, "", status, answer);
  }

  static BadRequest as(As who, String method, String path, String body, int status, String answer) {
    return new BadRequest(
        who + " " + method + " " + path + " " + body,
        who,
        method,
        path,
        JSON,
        body.getBytes(StandardCharsets.UTF_8),
        status,
        answer);
  }

  static String to(String more) {
    return "{" + more + (more.isEmpty() ? "" : ",") + "\"recipientPhone\":\"+12025550190\"}";
  }

  static String hi(String more) {
    return to("\"message\":\"a\"," + more);
  }

  static String wrong(String field, String type) {
    return coded(field + " must be a " + type, "VALIDATION_ERROR");
  }

  static String error(String text) {
    return "{\"error\":\"" + text + "\"}";
  }

  static String coded(String text, String code) {
    return "{\"error\":\"" + text + "\",\"code\":\"" + code + "\"}";
  }
}
