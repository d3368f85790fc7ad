package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.timing.IsoInstant;
import io.tuco.core.workspace.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the filters of the message list, in the contract's order (section 5). A key that is bound
 * to lines sees theirs alone.
 */
final class MessageQuery {

  /** A bare date means its whole day; instants have milliseconds. */
  private static final Duration REST_OF_DAY = Duration.ofDays(1).minusMillis(1);

  private final HttpRequest request;
  private final List<HttpAnswer> refusals = new ArrayList<>();

  private MessageQuery(HttpRequest request) {
    this.request = request;
  }

  static OrAnswer<MessageFilter> filter(HttpRequest request, ApiKey key) {
    var query = new MessageQuery(request);
    var statuses = query.statuses();
    var line = query.id("lineId");
    var lead = query.id("leadId");
    var from = query.instant("dateFrom", Duration.ZERO);
    var to = query.instant("dateTo", REST_OF_DAY);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      query.refuse("dateFrom must be <= dateTo");
    }
    if (!line.map(key::reaches).orElse(true)) {
      query.refusals.add(LineAccess.REFUSAL);
    }
    var lines = line.map(Set::of).orElseGet(key::lineIds);
    var batch = request.queryParameter("batchId");
    return query.refusals.stream()
        .findFirst()
        .<OrAnswer<MessageFilter>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(new MessageFilter(statuses, lines, lead, batch, from, to)));
  }

  private Set<MessageStatus> statuses() {
    var words =
        request.queryParameter("status").stream()
            .flatMap(list -> Stream.of(list.split(",")))
            .map(String::strip)
            .toList();
    var known =
        words.stream()
            .map(MessageStatus::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    var given = request.queryParameter("status").isPresent();
    if (given && known.isEmpty() || !words.stream().allMatch(MessageQuery::isStatus)) {
      refuse("Invalid status");
    }
    return known;
  }

  private static boolean isStatus(String word) {
    return MessageStatus.parse(word).isPresent();
  }

  private Optional<String> id(String name) {
    var given = request.queryParameter(name);
    if (!given.map(ObjectIds::isOne).orElse(true)) {
      refuse("Invalid " + name);
    }
    return given;
  }

  private Optional<Instant> instant(String name, Duration restOfDay) {
    var given = request.queryParameter(name);
    var read = given.flatMap(IsoInstant::parse);
    if (given.isPresent() && read.isEmpty()) {
      refuse("Invalid " + name);
    }
    return given.filter(IsoInstant::isBareDate).isPresent()
        ? read.map(start -> start.plus(restOfDay))
        : read;
  }

  private void refuse(String text) {
    refusals.add(HttpAnswer.error(400, text));
  }
}
