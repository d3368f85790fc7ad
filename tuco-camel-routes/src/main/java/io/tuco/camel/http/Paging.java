package io.tuco.camel.http;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages of lists (API contract, section 1): {@code page} and {@code limit}, 1 and 50 unless given.
 */
public final class Paging {

  /** Up to nine digits: more would not be a page of anything. */
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  private Paging() {}

  public static OrAnswer<PageRequest> of(HttpRequest request) {
    var page = number(request, "page", PageRequest.first().page());
    var limit = number(request, "limit", PageRequest.first().limit());
    if (page.isEmpty()) {
      return OrAnswer.answer(HttpAnswer.error(400, "Invalid page"));
    }
    return OrAnswer.of(
        limit.map(most -> new PageRequest(page.get(), Math.min(most, PageRequest.MAX_LIMIT))),
        HttpAnswer.error(400, "Invalid limit"));
  }

  public static Map<String, @Nullable Object> json(Page<?> page) {
    return new JsonFields()
        .put("page", page.request().page())
        .put("limit", page.request().limit())
        .put("totalCount", page.totalCount())
        .put("totalPages", page.totalPages())
        .tree();
  }

  private static Optional<Integer> number(HttpRequest request, String name, int otherwise) {
    var given = request.queryParameter(name);
    return given.isEmpty()
        ? Optional.of(otherwise)
        : given
            .filter(text -> WHOLE.matcher(text).matches())
            .map(Integer::valueOf)
            .filter(number -> number >= 1);
  }
}
