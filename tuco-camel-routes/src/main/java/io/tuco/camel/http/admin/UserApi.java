package io.tuco.camel.http.admin;

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
import io.tuco.core.workspace.Member;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The members of workspaces (operator API, section 2); the owner came with the workspace. */
final class UserApi {

  private static final int LONGEST_NAME = 200;

  private final Stores stores;
  private final AdminDirectory directory;
  private final IdGenerator ids;
  private final Clock clock;

  UserApi(AdminParts parts, AdminDirectory directory) {
    this.stores = parts.stores();
    this.directory = directory;
    this.ids = parts.ids();
    this.clock = parts.clock();
  }

  List<Served> served(AdminGate gate) {
    return List.of(
        gate.telling(AdminOperation.CREATE_USER, this::create),
        gate.asking(AdminOperation.LIST_USERS, this::list),
        gate.asking(AdminOperation.DELETE_USER, this::delete));
  }

  private HttpAnswer create(HttpRequest request, JsonReader body) {
    return directory
        .workspace(request)
        .then(workspace -> draft(workspace, body))
        .answered(
            member -> {
              stores.members().insert(member);
              return HttpAnswer.of(201, new JsonFields().put("user", AdminJson.user(member)));
            });
  }

  private OrAnswer<Member> draft(Workspace workspace, JsonReader body) {
    body.require("email");
    var email = body.parsed("email", text -> EmailAddress.parse(text).value());
    var name = body.words("name", LONGEST_NAME);
    return AdminAnswers.checked(
        body,
        () ->
            new Member(
                "user_" + ids.sortableId(),
                workspace.id(),
                email.orElseThrow(),
                name,
                false,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private HttpAnswer list(HttpRequest request) {
    return directory
        .workspace(request)
        .then(
            workspace ->
                Paging.of(request).map(paging -> stores.members().page(workspace.id(), paging)))
        .answered(
            page ->
                HttpAnswer.of(
                    200,
                    new JsonFields()
                        .put("users", page.items().stream().map(AdminJson::user).toList())
                        .put("pagination", Paging.json(page))));
  }

  private HttpAnswer delete(HttpRequest request) {
    return directory
        .user(request)
        .unless(member -> member.owner() ? Optional.of(AdminAnswers.OWNER_STAYS) : Optional.empty())
        .answered(
            member -> {
              stores.members().delete(member.id());
              return HttpAnswer.success();
            });
  }
}
