package io.tuco.camel.http.v1;

import io.tuco.camel.http.AccessCache;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.ApiKeySecret;
import java.time.Clock;
import java.util.Optional;

/** Who is calling: the key alone says. Keys of either dialect are taken (/v1 contract, 3). */
final class Callers {

  private static final String SCHEME = "Bearer ";

  private final AccessCache keys;
  private final Clock clock;

  Callers(AccessCache keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  OrAnswer<Access> of(HttpRequest request) {
    return OrAnswer.of(
            request.header("authorization").filter(text -> !text.isBlank()),
            ErrorCode.MISSING_API_KEY.answer())
        .then(text -> OrAnswer.of(access(text), ErrorCode.INVALID_API_KEY.answer()));
  }

  private Optional<Access> access(String authorization) {
    return Optional.of(authorization)
        .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(text -> text.substring(SCHEME.length()))
        .flatMap(ApiKeySecret::parse)
        .flatMap(secret -> keys.find(secret.sha256()))
        .filter(known -> known.key().isUsable(clock.instant()))
        .flatMap(known -> known.workspace().map(tenant -> new Access(known.key(), tenant)));
  }
}
