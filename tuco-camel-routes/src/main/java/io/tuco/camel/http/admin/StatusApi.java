package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.crm.CrmCounts;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How things are (operator API, section 2). While the store is away it says that, and no counts.
 */
final class StatusApi {

  private final Stores stores;
  private final About about;
  private final Clock clock;
  private final Supplier<Map<String, CrmCounts>> counts;

  StatusApi(AdminParts parts) {
    this.stores = parts.stores();
    this.about = parts.about();
    this.clock = parts.clock();
    this.counts = parts.connections().counts();
  }

  List<Served> served(AdminGate gate) {
    return List.of(gate.asking(AdminOperation.READ_STATUS, request -> read()));
  }

  private HttpAnswer read() {
    var up = Duration.between(about.startedAt(), clock.instant());
    var storeIsThere = stores.check();
    var fields =
        new JsonFields()
            .put("version", about.version())
            .put("uptimeSeconds", Math.max(0, up.toSeconds()))
            .put("store", store(storeIsThere));
    if (storeIsThere) {
      putCounts(fields);
    }
    var crms = crms();
    if (!crms.isEmpty()) {
      fields.put("crms", crms);
    }
    return HttpAnswer.of(200, fields.put("tzdb", ZoneRulesProvider.getVersions("UTC").lastKey()));
  }

  private Map<String, @Nullable Object> store(boolean isThere) {
    return new JsonFields().put("kind", about.storeKind()).put("ok", isThere).tree();
  }

  /** What this node has said to CRMs; of those that it has spoken with. */
  private Map<String, @Nullable Object> crms() {
    var crms = new JsonFields();
    counts
        .get()
        .forEach(
            (crm, each) ->
                crms.put(
                    crm,
                    new JsonFields()
                        .put("calls", each.calls())
                        .put("failures", each.failures())
                        .put("putOff", each.putOff())
                        .put("tokenRefreshes", each.refreshes())
                        .put("averageMillis", each.averageMillis())
                        .tree()));
    return crms.tree();
  }

  private void putCounts(JsonFields fields) {
    var messages = stores.messages().counts();
    var deliveries = stores.deliveries().counts();
    fields
        .put("lanes", lanes(messages.unknown()))
        .put(
            "messages",
            new JsonFields()
                .put("waiting", messages.waiting())
                .put("sending", messages.sending())
                .put("unknown", messages.unknown())
                .tree())
        .put(
            "webhooks",
            new JsonFields()
                .put("pending", deliveries.pending())
                .put("failing", deliveries.failing())
                .tree())
        .put("crmJobs", CrmJobsJson.of(stores.crmJobs().counts()));
  }

  /** A lane has one send in flight at most, so it is unknown with its message. */
  private Map<String, @Nullable Object> lanes(long unknown) {
    return new JsonFields()
        .put("total", stores.lanes().count())
        .put("waiting", waitingLanes())
        .put("inFlight", stores.lanes().inFlight().size())
        .put("unknown", unknown)
        .tree();
  }

  private long waitingLanes() {
    var count = 0L;
    for (var lane = stores.messages().nextWaitingLane("");
        lane.isPresent();
        lane = stores.messages().nextWaitingLane(lane.get())) {
      count++;
    }
    return count;
  }
}
