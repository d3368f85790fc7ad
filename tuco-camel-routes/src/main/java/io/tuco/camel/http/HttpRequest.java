package io.tuco.camel.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as our facades see it: nothing but what the edge let through.
 *
 * @param path as sent, without the query
 * @param segments the decoded segments of the path
 * @param query the decoded query parameters, the first of a repeated name
 * @param headers allow-listed headers by lower-case name
 * @param body the raw bytes, bounded by the edge
 */
public record HttpRequest(
    String method,
    String path,
    List<String> segments,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  public HttpRequest {
    segments = List.copyOf(segments);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public Optional<String> queryParameter(String name) {
    return Optional.ofNullable(query.get(name));
  }
}
