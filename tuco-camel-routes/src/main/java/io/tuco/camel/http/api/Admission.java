package io.tuco.camel.http.api;

import io.tuco.camel.http.AccessCache;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.ApiKeySecret;
import java.time.Clock;
import java.util.Optional;

/**
 * Who is calling: the key alone says (API contract, section 1.1). Missing, malformed, unknown,
 * disabled and expired keys all get one answer.
 */
final class Admission {

  private static final HttpAnswer UNAUTHORIZED = HttpAnswer.error(401, "Unauthorized");
  static final HttpAnswer NO_WORKSPACE = HttpAnswer.error(400, "No active workspace");
  private static final String SCHEME = "Bearer ";

  private final AccessCache keys;
  private final Clock clock;

  Admission(AccessCache keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  OrAnswer<ApiCall> admit(HttpRequest request) {
    var known =
        secret(request)
            .flatMap(ApiKeySecret::parse)
            .map(ApiKeySecret::sha256)
            .flatMap(keys::find)
            .filter(entry -> entry.key().isUsable(clock.instant()));
    return OrAnswer.of(known, UNAUTHORIZED)
        .then(
            entry ->
                OrAnswer.of(
                    entry.workspace().map(tenant -> new Access(entry.key(), tenant)), NO_WORKSPACE))
        .map(access -> new ApiCall(access, request));
  }

  private static Optional<String> secret(HttpRequest request) {
    var authorization = request.header("authorization");
    return authorization.isPresent()
        ? authorization.filter(Admission::isBearer).map(text -> text.substring(SCHEME.length()))
        : request.header("x-api-key");
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }
}
