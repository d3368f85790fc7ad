package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.api.AvailabilityCall.Asking;
import io.tuco.camel.http.api.AvailabilityCall.Begun;
import io.tuco.camel.http.api.AvailabilityCall.Ended;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.camel.json.JsonTime;
import io.tuco.core.engine.BulkChecks;
import io.tuco.core.engine.LookUpResult;
import io.tuco.core.engine.LookUpSeries;
import io.tuco.core.engine.LookUps;
import io.tuco.core.engine.OwnLines;
import io.tuco.core.lead.BulkCheck;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.LeadStore;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which leads have iMessage; what is found is kept with the lead (API contract, section 6). */
final class LeadChecks {

  private static final int MOST_AT_ONCE = 50;
  private static final HttpAnswer NO_ID = HttpAnswer.error(400, "Lead ID is required");
  private static final HttpAnswer NO_LEADS = HttpAnswer.error(404, "No leads found to check");
  private static final HttpAnswer NO_WORKSPACE =
      HttpAnswer.error(400, "No active workspace - No orgId");
  private static final HttpAnswer TOO_MANY =
      HttpAnswer.error(400, "Maximum " + BulkChecks.MOST_LEADS + " leads per request");

  private final ApiGate gate;
  private final LeadStore leads;
  private final LookUps lookUps;
  private final BulkChecks checks;

  LeadChecks(ApiParts parts, ApiGate gate) {
    this.gate = gate;
    this.leads = parts.stores().leads();
    this.lookUps = parts.engine().lookUps();
    this.checks = parts.engine().bulkChecks();
  }

  /** {@code GET /api/leads/check-availability?id=}. */
  AvailabilityCall read(HttpRequest request) {
    return gate.admit(request, Scope.LINES_READ)
        .then(
            call ->
                OrAnswer.of(request.queryParameter("id"), NO_ID)
                    .then(id -> OrAnswer.of(find(call, id), LeadReads.NOT_FOUND))
                    .map(lead -> single(call, lead)))
        .fold(call -> call, Ended::new);
  }

  /** {@code POST /api/leads/check-availability}. */
  AvailabilityCall check(HttpRequest request) {
    return gate.admitBody(request, Scope.LINES_READ)
        .then(json -> check(json.call(), json.body()))
        .fold(call -> call, answer -> new Ended(inWordsForMany(answer)));
  }

  private static HttpAnswer inWordsForMany(HttpAnswer answer) {
    return answer.equals(Admission.NO_WORKSPACE) ? NO_WORKSPACE : answer;
  }

  private Optional<Lead> find(ApiCall call, String id) {
    return Optional.of(id)
        .filter(ObjectIds::isOne)
        .flatMap(known -> leads.find(call.workspaceId(), known));
  }

  private AvailabilityCall single(ApiCall call, Lead lead) {
    var address = BulkChecks.addressOf(lead);
    var series = LookUpSeries.each(OwnLines.of(call.access()), List.of(address));
    return new Asking(series, results -> one(lead, series, results.get(0)));
  }

  private HttpAnswer one(Lead lead, LookUpSeries series, LookUpResult result) {
    if (result == LookUpResult.NO_QUOTA) {
      return AvailabilityAnswers.QUOTA;
    }
    checks.note(lead.workspaceId(), List.of(lead.id()), series.settled());
    return result.isAnswer()
        ? HttpAnswer.of(200, shown(lead, result))
        : AvailabilityAnswers.unanswered(result);
  }

  private static JsonFields shown(Lead lead, LookUpResult result) {
    var crm = lead.integrationIds().asCrmIds();
    return new JsonFields()
        .put("success", true)
        .putAll(row(lead.id(), result))
        .putOrNull("ghlContactId", crm.ghlContactId())
        .putOrNull("ghlLocationId", crm.ghlLocationId())
        .putOrNull("hsPortalId", crm.hsPortalId())
        .putOrNull("hsContactId", crm.hsContactId());
  }

  /** A check of leads changes them, one of an address changes nothing. */
  private OrAnswer<AvailabilityCall> check(ApiCall call, JsonReader body) {
    var address = body.text("address").filter(text -> !text.isBlank());
    var list = body.text("listId").filter(text -> !text.isBlank());
    var ids = body.texts("leadIds");
    var refusal = body.refusal();
    if (refusal.isEmpty() && address.isPresent()) {
      var region = call.access().workspace().defaultRegion();
      return OrAnswer.of(AddressChecks.single(call, AddressWords.of(address.get(), region)));
    }
    return OrAnswer.of(call)
        .unless(ApiGate::readOnly)
        .unless(asked -> refusal.map(RejectionAnswers::of))
        .map(asked -> found(asked, ids, list))
        .unless(known -> known.isEmpty() ? Optional.of(NO_LEADS) : Optional.empty())
        .unless(known -> known.size() > BulkChecks.MOST_LEADS ? Optional.of(TOO_MANY) : none())
        .map(known -> known.size() > MOST_AT_ONCE ? inBackground(call, known) : now(call, known));
  }

  /** The ids of those that the workspace has, in the order they were named. */
  private List<String> found(ApiCall call, Optional<List<String>> ids, Optional<String> list) {
    if (ids.isPresent()) {
      var named = ids.get().stream().filter(ObjectIds::isOne).distinct().toList();
      var known = byId(call, named);
      return named.stream().filter(known::containsKey).toList();
    }
    return list.map(id -> leads.idsOfList(call.workspaceId(), id, BulkChecks.MOST_LEADS + 1))
        .orElseGet(List::of);
  }

  private AvailabilityCall now(ApiCall call, List<String> ids) {
    var known = byId(call, ids);
    var addresses =
        ids.stream()
            .map(id -> Optional.ofNullable(known.get(id)).flatMap(BulkChecks::addressOf))
            .toList();
    var series = LookUpSeries.each(OwnLines.of(call.access()), addresses);
    return new Asking(
        series,
        results -> {
          if (AvailabilityAnswers.isWithoutQuota(results)) {
            return AvailabilityAnswers.QUOTA;
          }
          checks.note(call.workspaceId(), ids, series.settled());
          return many(ids, results);
        });
  }

  private static HttpAnswer many(List<String> ids, List<LookUpResult> results) {
    var successful = (int) results.stream().filter(LookUpResult::isAnswer).count();
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("success", true)
            .put("checked", ids.size())
            .put("successful", successful)
            .put("errors", ids.size() - successful)
            .put(
                "results",
                IntStream.range(0, ids.size())
                    .mapToObj(place -> row(ids.get(place), results.get(place)))
                    .toList())
            .put("processingMode", "synchronous"));
  }

  private AvailabilityCall inBackground(ApiCall call, List<String> ids) {
    var lines = OwnLines.of(call.access());
    return lookUps.isWithoutQuota(lines)
        ? new Ended(AvailabilityAnswers.QUOTA)
        : checks
            .begin(lines, ids)
            .<AvailabilityCall>map(check -> new Begun(begun(check)))
            .orElseGet(() -> new Ended(AvailabilityAnswers.TOO_MANY_IN_BACKGROUND));
  }

  private static HttpAnswer begun(BulkCheck check) {
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("success", true)
            .put("message", "Bulk availability check started in background")
            .put("jobId", "bulk-availability-" + JsonTime.text(check.createdAt()))
            .put("checked", check.leadIds().size())
            .put("processingMode", "background"));
  }

  private static Map<String, @Nullable Object> row(String leadId, LookUpResult result) {
    return new JsonFields()
        .put("leadId", leadId)
        .put("available", result == LookUpResult.AVAILABLE)
        .put("status", result.ofLead().wire())
        .tree();
  }

  private Map<String, Lead> byId(ApiCall call, List<String> ids) {
    return leads.findAll(call.workspaceId(), ids).stream()
        .collect(Collectors.toMap(Lead::id, Function.identity()));
  }

  private static Optional<HttpAnswer> none() {
    return Optional.empty();
  }
}
