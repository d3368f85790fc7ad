package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.store.GroupCount;
import io.tuco.core.store.Grouping;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.ReportGroup;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many messages there are, in groups (settled answer 36). */
final class MessageReportApi {

  private static final HttpAnswer TOO_SLOW =
      HttpAnswer.error(503, "Report timed out. Try a shorter range of dates.");

  /** What is asked for. */
  private record Asked(MessageFilter filter, Grouping by) {}

  private final Stores stores;

  MessageReportApi(Stores stores) {
    this.stores = stores;
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.REPORT_MESSAGES, gate.reading(Scope.MESSAGES_READ, this::report)));
  }

  private HttpAnswer report(ApiCall call) {
    return asked(call)
        .answered(
            asked ->
                OrAnswer.of(
                        stores.archive().counts(call.workspaceId(), asked.filter(), asked.by()),
                        TOO_SLOW)
                    .answered(counts -> reported(asked.filter(), counts)));
  }

  private static OrAnswer<Asked> asked(ApiCall call) {
    var words = new FilterWords(call.request());
    var dates = words.dates();
    var by = words.text("groupBy").map(Grouping::parse).orElse(Optional.of(Grouping.STATUS));
    if (by.isEmpty()) {
      words.refuse("Invalid groupBy");
    }
    return words.orRefusal(
        () ->
            new Asked(
                new MessageFilter(
                    Set.of(),
                    call.access().key().lineIds(),
                    Optional.empty(),
                    Optional.empty(),
                    dates.from(),
                    dates.to()),
                by.orElseThrow()));
  }

  private static HttpAnswer reported(MessageFilter filter, List<GroupCount> counts) {
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("groups", ReportGroup.of(counts).stream().map(MessageReportApi::json).toList())
            .putOrNull("dateFrom", filter.from())
            .putOrNull("dateTo", filter.to()));
  }

  private static Map<String, @Nullable Object> json(ReportGroup group) {
    var byStatus = new JsonFields();
    group.byStatus().forEach((status, count) -> byStatus.put(status.wire(), count));
    return new JsonFields()
        .putOrNull("key", group.key())
        .put("total", group.total())
        .put("byStatus", byStatus.tree())
        .tree();
  }
}
