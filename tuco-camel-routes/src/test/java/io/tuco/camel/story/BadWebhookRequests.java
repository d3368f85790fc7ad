package io.tuco.camel.story;

import static io.tuco.camel.story.BadRequests.as;
import static io.tuco.camel.story.BadRequests.coded;
import static io.tuco.camel.story.BadRequests.error;
import static io.tuco.camel.story.BadRequests.wrong;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.story.BadRequest.As;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Calls about an endpoint and its deliveries (webhook contract, section 6). */
final class BadWebhookRequests {

  /** One that is disabled, and has a delivery. */
  static final String DISABLED = id(0xe0f);

  private static final String ONE = "/api/webhooks/" + ApiWorld.WEBHOOK;
  private static final String NONE = "/api/webhooks/" + ApiWorld.OTHER_WEBHOOK;
  private static final String LOG = "/deliveries";
  private static final String DELIVERY = LOG + "/dlv_404_" + ApiWorld.WEBHOOK;
  private static final String BOUND = coded("Line not accessible", "line_not_accessible");
  private static final String NO_WEBHOOK = error("Webhook not found");
  private static final String NO_DELIVERY = error("Delivery not found");
  private static final String IS_DISABLED = coded("Webhook is disabled", "WEBHOOK_DISABLED");

  private BadWebhookRequests() {}

  static List<BadRequest> all() {
    return Stream.of(changes(), rotations(), lists(), replays(), strangers())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadRequest> changes() {
    var forbidden = coded("URL is not allowed", "URL_NOT_ALLOWED");
    return List.of(
        change("{\"url\":\" \"}", error("URL is required")),
        change("{\"url\":\"nowhere\"}", error("Invalid URL format")),
        change("{\"url\":\"https://inside.example/\"}", forbidden),
        change("{\"events\":[]}", error("At least one event must be selected")),
        change("{\"events\":[\"a\",\"b\"]}", error("Invalid events: a, b")),
        change("{\"events\":[5]}", invalid("events")),
        change("{\"events\":5}", wrong("events", "array")),
        change("{\"name\":\" \"}", error("Name is required")),
        change("{\"name\":5}", wrong("name", "string")),
        change("{\"isActive\":5}", wrong("isActive", "boolean")),
        change("{\"name\":\"" + "n".repeat(201) + "\"}", invalid("name")),
        change("{\"description\":\"" + "d".repeat(1_001) + "\"}", invalid("description")));
  }

  private static List<BadRequest> rotations() {
    return List.of(
        as(
            As.A_CLIENT,
            "POST",
            ONE + "/rotate-secret",
            "{\"immediate\":5}",
            400,
            wrong("immediate", "boolean")));
  }

  private static List<BadRequest> lists() {
    return List.of(
        list("status=lost", "Invalid status"),
        list("event=lost", "Invalid event"),
        list("dateFrom=then", "Invalid dateFrom"),
        list("dateTo=then", "Invalid dateTo"),
        list("dateFrom=2027-03-13&dateTo=2027-03-12", "dateFrom must be <= dateTo"),
        list("page=0", "Invalid page"),
        list("limit=x", "Invalid limit"));
  }

  private static List<BadRequest> replays() {
    var rows = new ArrayList<BadRequest>();
    for (var field : List.of("from", "to", "status", "event")) {
      rows.add(replay(ONE, "{\"" + field + "\":5}", 400, wrong(field, "string")));
      rows.add(replay(ONE, "{\"" + field + "\":\"x\"}", 400, error("Invalid " + field)));
    }
    rows.add(replay("/api/webhooks/" + DISABLED, "{}", 409, IS_DISABLED));
    rows.add(
        as(
            As.A_CLIENT,
            "POST",
            "/api/webhooks/" + DISABLED + LOG + "/dlv_1_" + DISABLED + "/replay",
            "",
            409,
            IS_DISABLED));
    return rows;
  }

  /** Who has no say in it, and what is not there. */
  private static List<BadRequest> strangers() {
    var rows = new ArrayList<BadRequest>();
    rows.addAll(of("PATCH", ""));
    rows.addAll(of("POST", "/health-check"));
    rows.addAll(of("POST", "/rotate-secret"));
    rows.addAll(of("POST", "/replay"));
    rows.addAll(of("GET", LOG));
    rows.addAll(of("GET", DELIVERY));
    rows.addAll(of("POST", DELIVERY + "/replay"));
    rows.add(as(As.A_CLIENT, "GET", ONE + DELIVERY, "", 404, NO_DELIVERY));
    rows.add(as(As.A_CLIENT, "POST", ONE + DELIVERY + "/replay", "", 404, NO_DELIVERY));
    return rows;
  }

  private static List<BadRequest> of(String method, String rest) {
    var body = method.equals("GET") ? "" : "{}";
    return List.of(
        as(As.A_CLIENT_BOUND_TO_ANOTHER_LINE, method, ONE + rest, body, 403, BOUND),
        as(As.A_CLIENT, method, NONE + rest, body, 404, NO_WEBHOOK));
  }

  private static BadRequest change(String body, String answer) {
    return as(As.A_CLIENT, "PATCH", ONE, body, 400, answer);
  }

  private static BadRequest list(String query, String text) {
    return as(As.A_CLIENT, "GET", ONE + LOG + "?" + query, "", 400, error(text));
  }

  private static BadRequest replay(String of, String body, int status, String answer) {
    return as(As.A_CLIENT, "POST", of + "/replay", body, status, answer);
  }

  private static String invalid(String field) {
    return coded("Invalid " + field, "VALIDATION_ERROR");
  }
}
