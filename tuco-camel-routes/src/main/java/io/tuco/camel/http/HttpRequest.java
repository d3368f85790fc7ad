package io.tuco.camel.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as our facades see it: nothing but what the edge let through.
 *
 * @param path as the server matched it, without the query
 * @param segments the decoded segments of the path
 * @param rawQuery as it came, without the question mark; empty when there was none
 * @param query the decoded query parameters, the first of a repeated name
 * @param headers allow-listed headers by lower-case name
 * @param routeId the route that took it
 * @param answerHeaders what is known already of its answer
 */
public record HttpRequest(
    String method,
    String path,
    List<String> segments,
    String rawQuery,
    Map<String, String> query,
    Map<String, String> headers,
    HttpBody body,
    String routeId,
    AnswerHeaders answerHeaders) {

  public HttpRequest {
    segments = List.copyOf(segments);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** The id that its answer will bear. */
  public String requestId() {
    return answerHeaders.all().getOrDefault(RequestIds.HEADER, "");
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The same as if that header had not been sent. */
  public HttpRequest without(String header) {
    var fewer = new HashMap<>(headers);
    fewer.remove(header.toLowerCase(Locale.ROOT));
    return new HttpRequest(
        method, path, segments, rawQuery, query, fewer, body, routeId, answerHeaders);
  }

  /** A query parameter; blank counts as not given. */
  public Optional<String> queryParameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /** A segment counted from 0; empty text where the path is shorter. */
  public String segment(int place) {
    return place < segments.size() ? segments.get(place) : "";
  }
}
