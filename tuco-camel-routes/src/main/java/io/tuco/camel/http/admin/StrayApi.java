package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.store.InboxStore;
import io.tuco.core.store.StrayMessage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people wrote and no line can be said to have heard (settled answer 15). */
final class StrayApi {

  private final InboxStore inbox;

  StrayApi(AdminParts parts) {
    this.inbox = parts.stores().inbox();
  }

  List<Served> served(AdminGate gate) {
    return List.of(gate.asking(AdminOperation.LIST_STRAYS, this::list));
  }

  private HttpAnswer list(HttpRequest request) {
    return Paging.of(request)
        .map(inbox::strays)
        .answered(
            page ->
                HttpAnswer.of(
                    200,
                    new JsonFields()
                        .put("strays", page.items().stream().map(StrayApi::json).toList())
                        .put("pagination", Paging.json(page))));
  }

  private static Map<String, @Nullable Object> json(StrayMessage stray) {
    return new JsonFields()
        .put("id", stray.id())
        .put("heardBy", stray.heardBy())
        .put("externalMessageId", stray.externalId())
        .put("from", stray.sender())
        .put("message", stray.text())
        .put("writtenAt", stray.writtenAt())
        .tree();
  }
}
