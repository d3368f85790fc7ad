package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.ReplyJson;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Reply;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people have written back (API contract, section 10). */
final class ReplyReads {

  private static final Logger LOG = LoggerFactory.getLogger(ReplyReads.class);
  private static final HttpAnswer NO_LEAD =
      HttpAnswer.error(404, "Lead not found or access denied");
  private static final HttpAnswer NO_CAMPAIGN = HttpAnswer.error(404, "Campaign not found");
  private static final HttpAnswer BROKEN = HttpAnswer.error(500, "Failed to fetch replies");

  private final Stores stores;

  ReplyReads(Stores stores) {
    this.stores = stores;
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(
            ApiOperations.LIST_REPLIES, gate.reading(Scope.MESSAGES_READ, this::listOrApology)));
  }

  /** A store that is away is answered as everywhere. */
  private HttpAnswer listOrApology(ApiCall call) {
    try {
      return list(call);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("replies could not be read: {}", e.getClass().getName());
      LOG.debug("its cause", e);
      return BROKEN;
    }
  }

  private HttpAnswer list(ApiCall call) {
    return ReplyQuery.of(call)
        .then(query -> Paging.of(call.request()).map(paging -> new Asked(query, paging)))
        .unless(asked -> missing(call, asked.query()))
        .answered(asked -> listed(call, page(call, asked)));
  }

  private record Asked(ReplyQuery query, PageRequest paging) {}

  private Optional<HttpAnswer> missing(ApiCall call, ReplyQuery query) {
    var lead = query.filter().leadId();
    if (lead.isPresent() && stores.leads().find(call.workspaceId(), lead.get()).isEmpty()) {
      return Optional.of(NO_LEAD);
    }
    // There are no campaigns: whatever id is well formed is that of none.
    return query.campaignId().map(id -> NO_CAMPAIGN);
  }

  private Page<Reply> page(ApiCall call, Asked asked) {
    return asked.query().isOfNobody()
        ? new Page<>(List.of(), asked.paging(), 0)
        : stores.replies().page(call.workspaceId(), asked.query().filter(), asked.paging());
  }

  private HttpAnswer listed(ApiCall call, Page<Reply> page) {
    var leads = leadsOf(call.workspaceId(), page);
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put(
                "replies",
                page.items().stream()
                    .map(reply -> ReplyJson.of(reply, nameOf(reply, leads)))
                    .toList())
            .put("total", page.totalCount())
            .put("page", page.request().page())
            .put("limit", page.request().limit())
            .put("totalPages", page.totalPages()));
  }

  private Map<String, Lead> leadsOf(String workspaceId, Page<Reply> page) {
    var ids =
        page.items().stream().flatMap(reply -> reply.message().origin().leadId().stream()).toList();
    return ids.isEmpty()
        ? Map.of()
        : stores.leads().findAll(workspaceId, ids).stream()
            .collect(Collectors.toMap(Lead::id, Function.identity()));
  }

  private static Optional<String> nameOf(Reply reply, Map<String, Lead> leads) {
    return reply
        .message()
        .origin()
        .leadId()
        .flatMap(id -> Optional.ofNullable(leads.get(id)))
        .flatMap(lead -> lead.name().full());
  }
}
