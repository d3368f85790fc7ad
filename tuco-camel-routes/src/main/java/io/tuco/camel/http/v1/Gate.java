package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpBody;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonTree;
import io.tuco.core.workspace.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every call passes before its operation, in the contract's order: key, rate limit, scope,
 * JSON, read-only workspace. What its words are is the operation's to check, then {@link Lines}.
 */
final class Gate {

  private final Callers callers;
  private final KeyHours hours;

  Gate(Callers callers, KeyHours hours) {
    this.callers = callers;
    this.hours = hours;
  }

  /** An operation that changes nothing and is asked by its query. */
  Function<HttpRequest, HttpAnswer> reading(Scope scope, Function<Call, HttpAnswer> operation) {
    return request -> admit(request, scope).answered(operation);
  }

  /** An operation that changes something as a JSON object says. */
  Function<HttpRequest, HttpAnswer> writing(Scope scope, Function<Call, HttpAnswer> operation) {
    return request -> admitJson(request, scope).unless(Gate::readOnly).answered(operation);
  }

  /** A call with its JSON object; whether the workspace is read-only is still to be asked. */
  OrAnswer<Call> admitJson(HttpRequest request, Scope scope) {
    return admit(request, scope).then(Gate::withBody);
  }

  /**
   * A call of somebody who may, with the words of its query.
   *
   * @param scopes all of which the key must have
   */
  OrAnswer<Call> admit(HttpRequest request, Scope... scopes) {
    return callers
        .of(request)
        .unless(hours::refusal)
        .map(access -> new Call(access, request, Words.ofQuery(request.query())))
        .unless(
            call ->
                Stream.of(scopes).allMatch(call.key()::allows)
                    ? Optional.empty()
                    : Optional.of(ErrorCode.INSUFFICIENT_SCOPE.answer()));
  }

  static Optional<HttpAnswer> readOnly(Call call) {
    return call.workspace()
        .readOnlyReason()
        .map(
            why ->
                ErrorCode.WORKSPACE_READ_ONLY.saying("The workspace is read-only: " + why + "."));
  }

  /** The content type is not asked: the original does not, and JSON is what is taken. */
  private static OrAnswer<Call> withBody(Call call) {
    var body = call.request().body();
    var object =
        body.kind() == HttpBody.Kind.BYTES
            ? JsonTree.parse(body.bytes()).asObject()
            : Optional.<Map<String, @Nullable Object>>empty();
    return OrAnswer.of(object, ErrorCode.INVALID_JSON.answer())
        .map(members -> call.saying(Words.ofBody(members)));
  }
}
