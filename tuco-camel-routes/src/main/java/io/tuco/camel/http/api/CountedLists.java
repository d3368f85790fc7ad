package io.tuco.camel.http.api;

import io.tuco.camel.json.LeadListJson;
import io.tuco.core.lead.LeadList;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists as they are shown, each with the number of its leads. */
final class CountedLists {

  private static final PageRequest MOST = new PageRequest(1, PageRequest.MAX_LIMIT);

  private final Stores stores;

  CountedLists(Stores stores) {
    this.stores = stores;
  }

  /** The workspace's lists, as many as one page holds. */
  List<Map<String, @Nullable Object>> ofWorkspace(String workspaceId) {
    return shown(workspaceId, stores.leadLists().page(workspaceId, MOST));
  }

  List<Map<String, @Nullable Object>> shown(String workspaceId, Page<LeadList> page) {
    var ids = page.items().stream().map(LeadList::id).toList();
    var counts = stores.leads().countByList(workspaceId, ids);
    return page.items().stream()
        .map(list -> LeadListJson.of(list, counts.getOrDefault(list.id(), 0L)))
        .toList();
  }
}
