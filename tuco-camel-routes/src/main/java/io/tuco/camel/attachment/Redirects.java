package io.tuco.camel.attachment;

import io.tuco.core.event.GuardedUrl;
import io.vertx.core.http.HttpClientResponse;
import java.util.Optional;
import java.util.Set;

/** Where an answer sends us. Only whole URLs and paths from the root are read; no other is ours. */
final class Redirects {

  static final Optional<String> NONE = Optional.empty();

  private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /** The URL to judge next, fragment cut off; it is as little to be trusted as the first. */
  static Optional<String> next(HttpClientResponse head, GuardedUrl from) {
    return Optional.ofNullable(head.getHeader("Location"))
        .filter(location -> ELSEWHERE.contains(head.statusCode()))
        .map(location -> location.replaceFirst("#.*$", ""))
        .map(location -> isPath(location) ? origin(from) + location : location);
  }

  private static boolean isPath(String location) {
    return location.startsWith("/") && !location.startsWith("//");
  }

  private static String origin(GuardedUrl url) {
    var host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.scheme() + "://" + host + ":" + url.port();
  }
}
