package io.tuco.camel.json;

import io.tuco.core.lead.LeadList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list of leads (API contract, section 8). */
public final class LeadListJson {

  private LeadListJson() {}

  public static Map<String, @Nullable Object> of(LeadList list, long leadCount) {
    return new JsonFields()
        .put("_id", list.id())
        .put("name", list.name())
        .putIf("description", Optional.of(list.description()).filter(text -> !text.isEmpty()))
        .put("workspaceId", list.workspaceId())
        .put("leadCount", leadCount)
        .put("createdAt", list.createdAt())
        .put("updatedAt", list.updatedAt())
        .tree();
  }
}
