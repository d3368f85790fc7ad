package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.workspace.ApiKey;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the filters of the message list, in the contract's order (section 5). A key that is bound
 * to lines sees theirs alone.
 */
final class MessageQuery {

  private MessageQuery() {}

  static OrAnswer<MessageFilter> filter(HttpRequest request, ApiKey key) {
    var words = new FilterWords(request);
    var statuses = statuses(words);
    var line = words.id("lineId");
    var lead = words.id("leadId");
    var dates = words.dates();
    var lines = words.lines(line, key);
    var batch = words.text("batchId");
    return words.orRefusal(
        () -> new MessageFilter(statuses, lines, lead, batch, dates.from(), dates.to()));
  }

  private static Set<MessageStatus> statuses(FilterWords words) {
    var given =
        words.text("status").stream()
            .flatMap(list -> Stream.of(list.split(",")))
            .map(String::strip)
            .toList();
    var known =
        given.stream()
            .map(MessageStatus::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    var asked = words.text("status").isPresent();
    if (asked && known.isEmpty() || !given.stream().allMatch(MessageQuery::isStatus)) {
      words.refuse("Invalid status");
    }
    return known;
  }

  private static boolean isStatus(String word) {
    return MessageStatus.parse(word).isPresent();
  }
}
