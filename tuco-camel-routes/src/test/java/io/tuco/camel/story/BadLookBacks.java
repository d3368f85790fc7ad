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

/** History, export, reports and replies (section 10; settled answer 36). */
final class BadLookBacks {

  private static final String EXPORT = "/api/messages/export";
  private static final String REPORT = "/api/reports/messages";
  private static final String REPLIES = "/api/replies";
  private static final String BOUND = coded("Line not accessible", "line_not_accessible");

  private BadLookBacks() {}

  static List<BadRequest> all() {
    var rows = new ArrayList<BadRequest>();
    rows.addAll(history());
    for (var path : List.of(EXPORT, REPORT, REPLIES)) {
      rows.add(get(path + "?dateFrom=yesterday", 400, error("Invalid dateFrom")));
      rows.add(get(path + "?dateTo=2027-02-30", 400, error("Invalid dateTo")));
      rows.add(
          get(
              path + "?dateFrom=2027-03-02&dateTo=2027-03-01",
              400,
              error("dateFrom must be <= dateTo")));
    }
    for (var path : List.of(EXPORT, REPLIES)) {
      rows.add(get(path + "?lineId=5", 400, error("Invalid lineId")));
      rows.add(get(path + "?leadId=5", 400, error("Invalid leadId")));
      rows.add(
          as(
              As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
              "GET",
              path + "?lineId=" + ApiWorld.LINE,
              "",
              403,
              BOUND));
    }
    rows.add(get(EXPORT + "?format=xml", 400, error("Invalid format")));
    rows.add(get(EXPORT + "?status=odd", 400, error("Invalid status")));
    rows.add(get(REPORT + "?groupBy=mood", 400, error("Invalid groupBy")));
    rows.add(
        get(REPORT, 503, error("Report timed out. Try a shorter range of dates."))
            .during(State.SLOW_TO_SEARCH));
    rows.addAll(replies());
    return rows;
  }

  private static List<BadRequest> history() {
    var own = "/api/messages/" + ApiWorld.MESSAGE + "/history";
    return List.of(
        get("/api/messages/5/history", 400, error("Invalid messageId")),
        get("/api/messages/" + id(0xdead) + "/history", 404, error("Message not found")),
        as(As.A_CLIENT_BOUND_TO_ANOTHER_LINE, "GET", own, "", 403, BOUND));
  }

  private static List<BadRequest> replies() {
    return List.of(
        get(REPLIES + "?campaignId=5", 400, error("Invalid campaignId")),
        get(REPLIES + "?page=0", 400, error("Invalid page")),
        get(REPLIES + "?limit=ten", 400, error("Invalid limit")),
        get(REPLIES + "?leadId=" + id(0xdead), 404, error("Lead not found or access denied")),
        get(REPLIES + "?campaignId=" + id(0xdead), 404, error("Campaign not found")));
  }
}
