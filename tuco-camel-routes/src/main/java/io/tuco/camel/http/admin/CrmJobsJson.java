package io.tuco.camel.http.admin;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.store.CrmJobCounts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How it stands with what is to be told to CRMs. */
final class CrmJobsJson {

  private CrmJobsJson() {}

  static Map<String, @Nullable Object> of(CrmJobCounts counts) {
    return new JsonFields()
        .put("pending", counts.pending())
        .put("failing", counts.failing())
        .put("refused", counts.refused())
        .put("givenUp", counts.givenUp())
        .tree();
  }
}
