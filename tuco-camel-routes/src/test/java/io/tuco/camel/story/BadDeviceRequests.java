package io.tuco.camel.story;

import static io.tuco.camel.story.BadRequests.as;
import static io.tuco.camel.story.BadRequests.coded;
import static io.tuco.camel.story.BadRequests.error;
import static io.tuco.camel.story.BadRequests.get;
import static io.tuco.camel.story.BadRequests.wrong;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.story.BadRequest.As;
import io.tuco.camel.story.BadRequest.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Calls that reach for a device: look-ups, typing and reactions, lines (sections 5 to 7). */
final class BadDeviceRequests {

  /** Messages to nobody, from a line that is gone, and one whose device refuses every signal. */
  static final String TO_NOBODY = id(0xaa);

  static final String FROM_NOWHERE = id(0xab);
  static final String SENT = id(0xac);

  private static final String ONE = "/api/check-availability";
  private static final String ANY = "/api/check-availability-rr";
  private static final String LEADS = "/api/leads/check-availability";
  private static final String LINE = "/api/lines/check-availability";
  private static final String TYPING = "/api/messages/typing";
  private static final String REACT = "/api/messages/react";
  private static final String BOUND = coded("Line not accessible", "line_not_accessible");
  private static final String QUOTA = error("Daily availability check quota exhausted");
  private static final String UNANSWERED =
      "{\"error\":\"Internal server error\","
          + "\"reason\":\"No healthy line can check availability.\"}";

  private BadDeviceRequests() {}

  static List<BadRequest> all() {
    return Stream.of(
            addresses(),
            anyAddress(),
            leads(),
            lines(),
            typing("POST"),
            typing("DELETE"),
            reactions())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadRequest> addresses() {
    var none = error("addresses array is required and must not be empty");
    return List.of(
        get(ONE, 400, error("Address parameter is required (phone or email)")),
        get(ONE + "?address=12", 400, invalid("address")),
        get(ONE + "?address=a@example.com", 429, QUOTA).during(State.OUT_OF_LOOK_UPS),
        get(ONE + "?address=a@example.com", 500, UNANSWERED).during(State.WITHOUT_DEVICE),
        post(ONE, "{}", 400, none),
        post(ONE, "{\"addresses\":[]}", 400, none),
        post(ONE, many("addresses"), 400, error("Maximum 100 addresses per request")),
        post(ONE, "{\"address\":5,\"addresses\":[\"a\"]}", 400, wrong("address", "string")),
        post(ONE, "{\"address\":\"12\"}", 400, invalid("address")),
        post(ONE, "{\"addresses\":[5]}", 400, invalid("addresses")),
        post(
            ONE,
            "{\"address\":\"a@example.com\",\"addresses\":[\"a\"]}",
            400,
            coded("Provide either address or addresses, not both", "VALIDATION_ERROR")),
        post(ONE, "{\"address\":\"a@example.com\"}", 429, QUOTA).during(State.OUT_OF_LOOK_UPS),
        post(ONE, "{\"address\":\"a@example.com\"}", 500, UNANSWERED).during(State.WITHOUT_DEVICE));
  }

  private static List<BadRequest> anyAddress() {
    var body = "{\"emails\":[\"a@example.com\"]}";
    return List.of(
        post(ANY, "{}", 400, unavailable("No phone or email addresses provided")),
        post(ANY, "{\"phones\":5}", 400, wrong("phones", "array")),
        post(ANY, "{\"phones\":[5]}", 400, invalid("phones")),
        post(ANY, "{\"emails\":[5]}", 400, invalid("emails")),
        post(ANY, many("emails"), 400, error("Maximum 100 addresses per request")),
        post(ANY, body, 429, unavailable("Daily availability check quota exhausted"))
            .during(State.OUT_OF_LOOK_UPS),
        post(ANY, body, 500, UNANSWERED).during(State.WITHOUT_DEVICE));
  }

  private static List<BadRequest> leads() {
    var one = LEADS + "?id=" + BadPersonRequests.LEAD;
    var body = "{\"address\":\"a@example.com\"}";
    return List.of(
        get(LEADS, 400, error("Lead ID is required")),
        get(LEADS + "?id=5", 404, error("Lead not found")),
        get(one, 429, QUOTA).during(State.OUT_OF_LOOK_UPS),
        get(one, 500, UNANSWERED).during(State.WITHOUT_DEVICE),
        post(LEADS, "{}", 404, error("No leads found to check")),
        post(LEADS, "{\"address\":5}", 400, wrong("address", "string")),
        post(LEADS, "{\"leadIds\":5}", 400, wrong("leadIds", "array")),
        post(LEADS, "{\"leadIds\":[5]}", 400, invalid("leadIds")),
        post(LEADS, "{\"address\":\"12\"}", 400, invalid("address")),
        post(LEADS, body, 429, QUOTA).during(State.OUT_OF_LOOK_UPS),
        post(LEADS, body, 500, UNANSWERED).during(State.WITHOUT_DEVICE),
        as(
            As.A_CLIENT_WITHOUT_WORKSPACE,
            "POST",
            LEADS,
            body,
            400,
            error("No active workspace - No orgId")),
        as(
            As.A_CLIENT_OF_A_READ_ONLY_WORKSPACE,
            "POST",
            LEADS,
            "{\"leadIds\":[]}",
            402,
            "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}"));
  }

  private static List<BadRequest> lines() {
    return List.of(
        get(LINE, 400, error("Line ID is required")),
        get(LINE + "?id=5", 404, error("Line not found")),
        as(
            As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
            "GET",
            LINE + "?id=" + ApiWorld.LINE,
            "",
            403,
            BOUND));
  }

  private static List<BadRequest> typing(String method) {
    return List.of(
        as(As.A_CLIENT, method, TYPING, "{}", 400, error("messageId required")),
        as(
            As.A_CLIENT,
            method,
            TYPING,
            of(TO_NOBODY),
            400,
            error("Cannot determine contact phone for typing")),
        as(
            As.A_CLIENT,
            method,
            TYPING,
            of(FROM_NOWHERE),
            400,
            error("Line not found or missing credentials")),
        as(As.A_CLIENT_BOUND_TO_ANOTHER_LINE, method, TYPING, of(ApiWorld.MESSAGE), 403, BOUND),
        as(As.A_CLIENT, method, TYPING, of(id(0xdead)), 404, error("Message not found")),
        as(As.A_CLIENT, method, TYPING, of(SENT), 502, error("BlueBubbles error: No answer")));
  }

  private static List<BadRequest> reactions() {
    var rows = new ArrayList<BadRequest>();
    rows.add(react("{}", 400, "messageId and reaction required"));
    rows.add(react("{\"messageId\":\"x\",\"reaction\":\"hug\"}", 400, "Invalid reaction type"));
    rows.add(react(love("x"), 400, "Invalid messageId"));
    rows.add(react(love(TO_NOBODY), 400, "Cannot determine contact phone for reaction"));
    rows.add(react(love(ApiWorld.MESSAGE), 400, "Message has no BlueBubbles ID — cannot react"));
    rows.add(react(love(FROM_NOWHERE), 400, "Line not found or missing credentials"));
    rows.add(react(love(id(0xdead)), 404, "Message not found"));
    rows.add(react(love(SENT), 502, "BlueBubbles error: No answer"));
    rows.add(
        as(As.A_CLIENT_BOUND_TO_ANOTHER_LINE, "POST", REACT, love(ApiWorld.MESSAGE), 403, BOUND));
    return rows;
  }

  private static BadRequest post(String path, String body, int status, String answer) {
    return as(As.A_CLIENT, "POST", path, body, status, answer);
  }

  private static BadRequest react(String body, int status, String text) {
    return post(REACT, body, status, error(text));
  }

  private static String of(String messageId) {
    return "{\"messageId\":\"" + messageId + "\"}";
  }

  private static String love(String messageId) {
    return "{\"messageId\":\"" + messageId + "\",\"reaction\":\"love\"}";
  }

  private static String many(String field) {
    return "{\"" + field + "\":[" + "\"a@example.com\",".repeat(100) + "\"a@example.com\"]}";
  }

  private static String unavailable(String reason) {
    return "{\"available\":false,\"reason\":\"" + reason + "\"}";
  }

  private static String invalid(String field) {
    return coded("Invalid " + field, "VALIDATION_ERROR");
  }
}
