package io.tuco.connectors.ghl.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** {@code POST /contacts/search}: sorted by the last change, paged by {@code searchAfter}. */
final class FakeSearch {

  private static final int MOST = 500;

  private record Mark(long millis, String id) {}

  private FakeSearch() {}

  static Reply answer(Collection<ObjectNode> contacts, ObjectNode body) {
    if (!"dateUpdated".equals(body.at("/sort/0/field").asText())
        || !"asc".equals(body.at("/sort/0/direction").asText())
        || body.path("filters").size() > 1) {
      return Json.unprocessable("only dateUpdated asc, with one filter, is known here");
    }
    var size = body.path("pageLimit").asInt(20);
    if (size < 1 || size > MOST) {
      return Json.unprocessable("pageLimit must not be greater than " + MOST);
    }
    var since = Optional.of(body.at("/filters/0/value/gte").asText()).filter(at -> !at.isEmpty());
    var matching =
        contacts.stream()
            .filter(each -> since.filter(at -> mark(each).millis < millis(at)).isEmpty())
            .sorted(Comparator.comparing(FakeSearch::mark, order()))
            .toList();
    var answer = Json.object().put("total", matching.size()).put("traceId", "trace");
    var page = answer.putArray("contacts");
    matching.stream()
        .filter(each -> isAfter(mark(each), body.path("searchAfter")))
        .limit(size)
        .forEach(each -> page.add(found(each)));
    return Json.reply(200, answer);
  }

  private static ObjectNode found(ObjectNode contact) {
    var mark = mark(contact);
    var found = contact.deepCopy();
    found.putArray("searchAfter").add(mark.millis).add(mark.id);
    return found;
  }

  private static boolean isAfter(Mark mark, JsonNode after) {
    return after.size() != 2
        || order().compare(mark, new Mark(after.get(0).asLong(), after.get(1).asText())) > 0;
  }

  private static Comparator<Mark> order() {
    return Comparator.comparingLong(Mark::millis).thenComparing(Mark::id);
  }

  private static Mark mark(ObjectNode contact) {
    return new Mark(millis(contact.get("dateUpdated").asText()), contact.get("id").asText());
  }

  private static long millis(String at) {
    return Instant.parse(at).toEpochMilli();
  }
}
