package io.tuco.camel.http.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.JsonBody;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonReader;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Lets the operator in: whoever has the token, compared in constant time. */
final class AdminGate {

  /** A request together with the JSON object it sent. */
  record JsonRequest(HttpRequest request, JsonReader body) {}

  private static final HttpAnswer UNAUTHORIZED = HttpAnswer.error(401, "Unauthorized");

  private final byte[] expected;

  AdminGate(String token) {
    if (token.isBlank()) {
      throw new IllegalArgumentException("an operator's token must not be blank");
    }
    this.expected = ("bearer " + token).getBytes(UTF_8);
  }

  Served asking(AdminOperation operation, Function<HttpRequest, HttpAnswer> answer) {
    return new Served(operation.operation(), request -> admit(request).answered(answer));
  }

  Served telling(AdminOperation operation, BiFunction<HttpRequest, JsonReader, HttpAnswer> answer) {
    return new Served(
        operation.operation(),
        request -> admitJson(request).answered(json -> answer.apply(json.request(), json.body())));
  }

  OrAnswer<JsonRequest> admitJson(HttpRequest request) {
    return admit(request).then(JsonBody::of).map(body -> new JsonRequest(request, body));
  }

  private OrAnswer<HttpRequest> admit(HttpRequest request) {
    var given = request.header("authorization").map(AdminGate::withPlainScheme).orElse("");
    return OrAnswer.of(
        Optional.of(request).filter(r -> MessageDigest.isEqual(expected, given.getBytes(UTF_8))),
        UNAUTHORIZED);
  }

  /** The scheme's name is written in any case (RFC 9110, section 11.1). */
  private static String withPlainScheme(String authorization) {
    return authorization.regionMatches(true, 0, "bearer ", 0, 7)
        ? "bearer " + authorization.substring(7)
        : "";
  }
}
