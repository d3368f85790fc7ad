package io.tuco.camel.story;

import static io.tuco.camel.story.BadRequests.as;
import static io.tuco.camel.story.BadRequests.coded;
import static io.tuco.camel.story.BadRequests.error;
import static io.tuco.camel.story.BadRequests.get;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.story.BadRequest.As;
import io.tuco.camel.story.BadRequest.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Questions about what became of messages: history, export, reports and replies. */
final class BadReads {

  private static final String BOUND = coded("Line not accessible", "line_not_accessible");
  private static final String EXPORT = "/api/messages/export";
  private static final String REPORTS = "/api/reports/messages";
  private static final String REPLIES = "/api/replies";

  private BadReads() {}

  static List<BadRequest> all() {
    return Stream.of(histories(), exports(), reports(), replies()).flatMap(List::stream).toList();
  }

  private static List<BadRequest> histories() {
    return List.of(
        get("/api/messages/5/history", 400, error("Invalid messageId")),
        get("/api/messages/" + id(0xdead) + "/history", 404, error("Message not found")),
        get(
            "/api/messages/" + ApiWorld.OTHER_MESSAGE + "/history",
            404,
            error("Message not found")),
        as(
            As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
            "GET",
            "/api/messages/" + ApiWorld.MESSAGE + "/history",
            "",
            403,
            BOUND));
  }

  private static List<BadRequest> exports() {
    var rows = new ArrayList<>(invalid(EXPORT, "format", "status", "lineId", "leadId"));
    rows.addAll(dates(EXPORT));
    rows.add(bound(EXPORT));
    return rows;
  }

  private static List<BadRequest> reports() {
    var rows = new ArrayList<>(invalid(REPORTS, "groupBy"));
    rows.addAll(dates(REPORTS));
    rows.add(
        get(REPORTS, 503, error("Report timed out. Try a shorter range of dates."))
            .during(State.SLOW_TO_SEARCH));
    return rows;
  }

  private static List<BadRequest> replies() {
    var rows = new ArrayList<>(invalid(REPLIES, "leadId", "campaignId", "lineId", "page", "limit"));
    rows.addAll(dates(REPLIES));
    rows.add(bound(REPLIES));
    rows.add(get(REPLIES + "?leadId=" + id(0xdead), 404, error("Lead not found or access denied")));
    rows.add(get(REPLIES + "?campaignId=" + id(0xdead), 404, error("Campaign not found")));
    rows.add(
        get(REPLIES, 500, error("Failed to fetch replies")).during(State.UNABLE_TO_READ_REPLIES));
    return rows;
  }

  private static List<BadRequest> dates(String path) {
    var rows = new ArrayList<>(invalid(path, "dateFrom", "dateTo"));
    rows.add(
        get(
            path + "?dateFrom=2027-03-13&dateTo=2027-03-12",
            400,
            error("dateFrom must be <= dateTo")));
    return rows;
  }

  private static List<BadRequest> invalid(String path, String... parameters) {
    return Stream.of(parameters)
        .map(name -> get(path + "?" + name + "=odd", 400, error("Invalid " + name)))
        .toList();
  }

  private static BadRequest bound(String path) {
    var asked = path + "?lineId=" + ApiWorld.LINE;
    return as(As.A_CLIENT_BOUND_TO_ANOTHER_LINE, "GET", asked, "", 403, BOUND);
  }
}
