package io.tuco.camel.story;

import static io.tuco.camel.story.BadRequests.as;
import static io.tuco.camel.story.BadRequests.coded;
import static io.tuco.camel.story.BadRequests.error;
import static io.tuco.camel.story.BadRequests.get;
import static io.tuco.camel.story.BadRequests.wrong;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.story.BadRequest.As;
import io.tuco.camel.story.BadRequest.State;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.lead.LeadList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Calls about leads, their lists, and whom nobody may write to (sections 8 and 9). */
final class BadPersonRequests {

  /** Two leads that are there, the first with this phone, and a list. */
  static final String LEAD = id(0x1ead);

  static final String PHONE_OF_ANOTHER = "+12025550151";
  static final String LIST_NAME = "Taken";

  private static final String LEADS = "/api/leads";
  private static final String LISTS = "/api/lists";
  private static final String DNC = "/api/dnc";
  private static final String NO_LIST =
      error(
          "List not found. The specified listId does not exist or is invalid. Omit listId to use"
              + " the Quick Sends list.");
  private static final List<String> ADDRESSES =
      List.of(
          "phone",
          "email",
          "altPhone1",
          "altPhone2",
          "altPhone3",
          "altEmail1",
          "altEmail2",
          "altEmail3");

  private BadPersonRequests() {}

  static List<BadRequest> all() {
    return Stream.of(
            imports(),
            changes("/api/leads/" + LEAD, ""),
            changes(LEADS, "\"id\":\"" + LEAD + "\","),
            unknownLeads(),
            reads(),
            deletions(),
            lists(),
            doNotContact())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadRequest> imports() {
    var rows = new ArrayList<BadRequest>();
    rows.add(lead("{}", error("leads array is required")));
    rows.add(lead("{\"leads\":[]}", error("leads array is required")));
    rows.add(lead("{\"leads\":\"a\"}", error("leads array is required")));
    rows.add(
        lead(
            "{\"leads\":[" + "{},".repeat(1_000) + "{}]}",
            error("Maximum 1000 leads per request")));
    rows.add(
        lead("{\"leads\":[{\"firstName\":\"A\"}]}", error("Each lead needs a phone or an email")));
    rows.add(lead("{\"leads\":[5]}", wrong("leads[0]", "object")));
    rows.add(lead("{\"leads\":[{\"phone\":5}]}", wrong("leads[0].phone", "string")));
    rows.add(lead("{\"leads\":[{\"tags\":\"a\"}]}", wrong("leads[0].tags", "array")));
    rows.add(lead("{\"leads\":[{}],\"source\":\"fax\"}", invalid("source")));
    rows.add(lead("{\"leads\":[{}],\"defaultCountryCode\":\"+0\"}", invalid("defaultCountryCode")));
    for (var name : List.of("leads", "body")) {
      for (var field : ADDRESSES) {
        rows.add(
            lead(
                "{\"" + name + "\":[{},{\"" + field + "\":\"?\"}]}",
                invalid(name + "[1]." + field)));
      }
      rows.add(
          lead(
              "{\"" + name + "\":[{\"customFields\":{\"a\":[]}}]}",
              invalid(name + "[0].customFields")));
      rows.add(lead("{\"" + name + "\":[{\"tags\":[5]}]}", invalid(name + "[0].tags")));
    }
    rows.add(
        as(
            As.A_CLIENT,
            "POST",
            LEADS,
            "{\"leads\":[{\"email\":\"a@example.com\"}],\"listId\":\"5\"}",
            404,
            NO_LIST));
    return rows;
  }

  private static List<BadRequest> changes(String path, String id) {
    var rows = new ArrayList<BadRequest>();
    for (var field : ADDRESSES) {
      rows.add(change(path, "{" + id + "\"" + field + "\":\"?\"}", 400, invalid(field)));
    }
    rows.add(change(path, "{" + id + "\"customFields\":{\"a\":{}}}", 400, invalid("customFields")));
    rows.add(change(path, "{" + id + "\"tags\":[5]}", 400, invalid("tags")));
    rows.add(change(path, "{" + id + "\"firstName\":5}", 400, wrong("firstName", "string")));
    rows.add(change(path, "{" + id + "\"tags\":5}", 400, wrong("tags", "array")));
    rows.add(change(path, "{" + id + "\"customFields\":5}", 400, wrong("customFields", "object")));
    rows.add(change(path, "{" + id + "\"listId\":\"" + id(0xdead) + "\"}", 404, NO_LIST));
    rows.add(
        change(
            path,
            "{" + id + "\"phone\":\"" + PHONE_OF_ANOTHER + "\"}",
            409,
            coded("Another lead already uses this phone or email", "DUPLICATE_LEADS")));
    return rows;
  }

  private static List<BadRequest> unknownLeads() {
    var notFound = error("Lead not found");
    var invalid = error("Invalid lead id");
    return List.of(
        change("/api/leads/5", "{}", 400, invalid),
        change(LEADS, "{}", 400, invalid),
        change(LEADS, "{\"id\":\"5\"}", 400, invalid),
        change("/api/leads/" + id(0xdead), "{}", 404, notFound),
        change(LEADS, "{\"id\":\"" + id(0xdead) + "\"}", 404, notFound),
        get("/api/leads?id=5", 400, invalid),
        get("/api/leads?id=" + id(0xdead), 404, notFound));
  }

  private static List<BadRequest> reads() {
    var rows = new ArrayList<BadRequest>();
    for (var path : List.of(LEADS, LISTS, DNC)) {
      rows.add(get(path + "?page=0", 400, error("Invalid page")));
      rows.add(get(path + "?limit=ten", 400, error("Invalid limit")));
    }
    rows.add(
        get(
                "/api/leads?search=a",
                503,
                error("Search timed out. Try a more specific search or fewer results."))
            .during(State.SLOW_TO_SEARCH));
    return rows;
  }

  private static List<BadRequest> deletions() {
    return List.of(
        as(As.A_CLIENT, "DELETE", LEADS, "{}", 400, error("No ids provided")),
        as(As.A_CLIENT, "DELETE", LEADS, "{\"ids\":[]}", 400, error("No ids provided")),
        as(As.A_CLIENT, "DELETE", LEADS, "{\"ids\":5}", 400, wrong("ids", "array")),
        as(
            As.A_CLIENT,
            "DELETE",
            LEADS,
            "{\"ids\":[\"" + LEAD + "\",\"5\"]}",
            400,
            error("Invalid lead id in ids array")));
  }

  private static List<BadRequest> lists() {
    var quickSends = LeadList.quickSends(Fixtures.WORKSPACE, Fixtures.NOW).id();
    return List.of(
        list("POST", "{\"name\":\" \"}", 400, error("Name is required")),
        list("POST", "{\"name\":5}", 400, wrong("name", "string")),
        list("POST", "{\"name\":\"" + "n".repeat(201) + "\"}", 400, invalid("name")),
        list(
            "POST",
            "{\"name\":\"n\",\"description\":\"" + "d".repeat(1_001) + "\"}",
            400,
            invalid("description")),
        list("POST", "{\"name\":\"" + LIST_NAME + "\"}", 409, error("List name already exists")),
        list("POST", "{\"name\":\"Quick Sends\"}", 409, error("List name already exists")),
        list("DELETE", "{}", 400, coded("listId is required", "VALIDATION_ERROR")),
        list("DELETE", "{\"listId\":5}", 400, wrong("listId", "string")),
        list(
            "DELETE", "{\"listId\":\"a\",\"deleteLeads\":5}", 400, wrong("deleteLeads", "boolean")),
        list(
            "DELETE",
            "{\"listId\":\"" + quickSends + "\"}",
            400,
            error("Quick Sends list cannot be deleted")),
        list("DELETE", "{\"listId\":\"" + id(0xdead) + "\"}", 404, error("List not found")));
  }

  private static List<BadRequest> doNotContact() {
    var notFound = error("DNC entry not found");
    return List.of(
        as(As.A_CLIENT, "POST", DNC, "{}", 400, error("Either phone or email is required")),
        as(As.A_CLIENT, "POST", DNC, "{\"phone\":5}", 400, wrong("phone", "string")),
        as(As.A_CLIENT, "POST", DNC, "{\"phone\":\"?\"}", 400, invalid("phone")),
        as(As.A_CLIENT, "POST", DNC, "{\"email\":\"?\"}", 400, invalid("email")),
        as(
            As.A_CLIENT,
            "POST",
            DNC,
            "{\"email\":\"a@example.com\",\"reason\":\"" + "r".repeat(1_001) + "\"}",
            400,
            invalid("reason")),
        as(As.A_CLIENT, "DELETE", DNC, "", 400, error("id is required")),
        as(As.A_CLIENT, "DELETE", DNC + "?id=5", "", 404, notFound),
        as(As.A_CLIENT, "DELETE", DNC + "?id=" + id(0xdead), "", 404, notFound));
  }

  private static BadRequest lead(String body, String answer) {
    return as(As.A_CLIENT, "POST", LEADS, body, 400, answer);
  }

  private static BadRequest change(String path, String body, int status, String answer) {
    return as(As.A_CLIENT, "PUT", path, body, status, answer);
  }

  private static BadRequest list(String method, String body, int status, String answer) {
    return as(As.A_CLIENT, method, LISTS, body, status, answer);
  }

  private static String invalid(String field) {
    return coded("Invalid " + field, "VALIDATION_ERROR");
  }
}
