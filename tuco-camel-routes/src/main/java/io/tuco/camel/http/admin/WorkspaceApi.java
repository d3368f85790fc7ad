package io.tuco.camel.http.admin;

import io.tuco.camel.http.Amendment;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.IdGenerator;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.store.Stores;
import io.tuco.core.timing.IanaZone;
import io.tuco.core.workspace.AnswerTexts;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.Member;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Region;
import io.tuco.core.workspace.SendDefaults;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.UnknownPolicy;
import io.tuco.core.workspace.Workspace;
import io.tuco.core.workspace.WorkspaceChange;
import io.tuco.core.workspace.WorkspaceChange.RateLimitsChange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Workspaces (operator API, section 2). */
final class WorkspaceApi {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 64;
  private static final int MOST_PER_MINUTE = 1_000_000;
  private static final ZoneId DEFAULT_ZONE = ZoneId.of("America/New_York");
  private static final String DEFAULT_REGION = "US";

  /** A workspace that was asked for. */
  private record NewWorkspace(Workspace workspace, Optional<EmailAddress> owner) {}

  private final Stores stores;
  private final AdminDirectory directory;
  private final IdGenerator ids;
  private final Clock clock;

  WorkspaceApi(AdminParts parts, AdminDirectory directory) {
    this.stores = parts.stores();
    this.directory = directory;
    this.ids = parts.ids();
    this.clock = parts.clock();
  }

  List<Served> served(AdminGate gate) {
    return List.of(
        gate.telling(AdminOperation.CREATE_WORKSPACE, (request, body) -> create(body)),
        gate.asking(AdminOperation.LIST_WORKSPACES, this::list),
        gate.asking(AdminOperation.READ_WORKSPACE, this::read),
        gate.telling(AdminOperation.CHANGE_WORKSPACE, this::change));
  }

  private HttpAnswer create(JsonReader body) {
    return draft(body)
        .answered(
            asked -> {
              var workspace = asked.workspace();
              stores.workspaces().insert(workspace);
              asked.owner().ifPresent(email -> stores.members().insert(owner(workspace, email)));
              return answer(201, workspace);
            });
  }

  private OrAnswer<NewWorkspace> draft(JsonReader body) {
    body.require("name");
    var name = body.words("name", LONGEST_NAME);
    var owner = body.parsed("ownerEmail", text -> EmailAddress.parse(text).value());
    var zone = body.parsed("timezone", IanaZone::parse).orElse(DEFAULT_ZONE);
    var region = body.parsed("defaultRegion", Region::parse).orElse(DEFAULT_REGION);
    var now = now();
    return AdminAnswers.checked(
        body,
        () ->
            new NewWorkspace(
                new Workspace(
                    "org_" + ids.sortableId(),
                    name.orElseThrow(),
                    zone,
                    region,
                    Optional.empty(),
                    RateLimits.defaults(),
                    SmsFallback.none(),
                    UnknownPolicy.hold(),
                    CapDays.utc(),
                    DoubleSendGuard.standard(),
                    AnswerTexts.standard(),
                    SendDefaults.standard(),
                    now,
                    now),
                owner));
  }

  private Member owner(Workspace workspace, EmailAddress email) {
    return new Member(
        "user_" + ids.sortableId(),
        workspace.id(),
        email,
        Optional.empty(),
        true,
        workspace.createdAt());
  }

  private HttpAnswer list(HttpRequest request) {
    return Paging.of(request)
        .map(paging -> stores.workspaces().page(paging))
        .answered(
            page ->
                HttpAnswer.of(
                    200,
                    new JsonFields()
                        .put("workspaces", page.items().stream().map(this::json).toList())
                        .put("pagination", Paging.json(page))));
  }

  private HttpAnswer read(HttpRequest request) {
    return directory.workspace(request).answered(workspace -> answer(200, workspace));
  }

  private HttpAnswer change(HttpRequest request, JsonReader body) {
    return directory
        .workspace(request)
        .then(current -> changed(body, current))
        .then(allowed -> stored(allowed.id(), body))
        .answered(changed -> answer(200, changed));
  }

  private OrAnswer<Workspace> stored(String workspaceId, JsonReader body) {
    var amendment =
        new Amendment<Workspace>(
            current -> changed(body, current), AdminAnswers.WORKSPACE_NOT_FOUND);
    return amendment.outcome(stores.workspaces().change(workspaceId, amendment));
  }

  private OrAnswer<Workspace> changed(JsonReader body, Workspace current) {
    var change =
        new WorkspaceChange(
            body.words("name", LONGEST_NAME),
            body.parsed("timezone", IanaZone::parse),
            body.parsed("defaultRegion", Region::parse),
            body.flag("readOnly"),
            body.words("readOnlyReason", LONGEST_REASON),
            rateLimits(body.object("rateLimits")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return AdminAnswers.checked(body, () -> change.appliedTo(current, now()));
  }

  private static RateLimitsChange rateLimits(JsonReader limits) {
    return new RateLimitsChange(
        limits.change("send", limits.integer("send", 1, MOST_PER_MINUTE)),
        limits.change("availability", limits.integer("availability", 1, MOST_PER_MINUTE)),
        limits.change("replies", limits.integer("replies", 1, MOST_PER_MINUTE)),
        limits.change("other", limits.integer("other", 1, MOST_PER_MINUTE)));
  }

  private HttpAnswer answer(int status, Workspace workspace) {
    return HttpAnswer.of(status, new JsonFields().put("workspace", json(workspace)));
  }

  private Object json(Workspace workspace) {
    var owner = stores.members().first(workspace.id()).filter(Member::owner).map(Member::email);
    return AdminJson.workspace(workspace, owner);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
