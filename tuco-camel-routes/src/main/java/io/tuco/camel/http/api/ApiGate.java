package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.JsonBody;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.workspace.Scope;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What every call passes before its operation, in the contract's order: key, rate limit, scope,
 * JSON, read-only workspace.
 */
final class ApiGate {

  /** A call together with the JSON object it sent. */
  record JsonCall(ApiCall call, JsonReader body) {}

  private static final HttpAnswer INSUFFICIENT_SCOPE =
      HttpAnswer.error(403, "Insufficient scope", "insufficient_scope");

  private final Admission admission;
  private final RateGate rates;

  ApiGate(Admission admission, RateGate rates) {
    this.admission = admission;
    this.rates = rates;
  }

  /** An operation that changes nothing. */
  Function<HttpRequest, HttpAnswer> reading(Scope scope, Function<ApiCall, HttpAnswer> operation) {
    return request -> admit(request, scope).answered(operation);
  }

  /** An operation that changes something and takes no body. */
  Function<HttpRequest, HttpAnswer> writing(Scope scope, Function<ApiCall, HttpAnswer> operation) {
    return request -> admit(request, scope).unless(ApiGate::readOnly).answered(operation);
  }

  /** An operation that changes something as a JSON object says. */
  Function<HttpRequest, HttpAnswer> writingJson(
      Scope scope, BiFunction<ApiCall, JsonReader, HttpAnswer> operation) {
    return request ->
        admitJson(request, scope).answered(json -> operation.apply(json.call(), json.body()));
  }

  /** The same where an empty body stands for an empty object. */
  Function<HttpRequest, HttpAnswer> writingOptionalJson(
      Scope scope, BiFunction<ApiCall, JsonReader, HttpAnswer> operation) {
    return request ->
        admit(request, scope)
            .then(call -> JsonBody.ofOptional(request).map(body -> new JsonCall(call, body)))
            .unless(json -> readOnly(json.call()))
            .answered(json -> operation.apply(json.call(), json.body()));
  }

  /** The same where something is stopped, which must always be possible. */
  Function<HttpRequest, HttpAnswer> stoppingJson(
      Scope scope, BiFunction<ApiCall, JsonReader, HttpAnswer> operation) {
    return request ->
        admitBody(request, scope).answered(json -> operation.apply(json.call(), json.body()));
  }

  OrAnswer<JsonCall> admitJson(HttpRequest request, Scope scope) {
    return admitBody(request, scope).unless(json -> readOnly(json.call()));
  }

  /** A call with its JSON object; whether the workspace is read-only is still to be asked. */
  OrAnswer<JsonCall> admitBody(HttpRequest request, Scope scope) {
    return admit(request, scope)
        .then(call -> JsonBody.of(request).map(body -> new JsonCall(call, body)));
  }

  /** A call of somebody who may; what it changes, if anything, is still to be asked. */
  OrAnswer<ApiCall> admit(HttpRequest request, Scope scope) {
    return admission
        .admit(request)
        .unless(rates::refusal)
        .unless(
            call ->
                call.access().key().allows(scope)
                    ? Optional.empty()
                    : Optional.of(INSUFFICIENT_SCOPE));
  }

  /** For a call that turns out to stand for more requests than the one it was counted as. */
  Optional<HttpAnswer> refusalOfMore(ApiCall call, int more) {
    return rates.refusalOfMore(call, more);
  }

  static Optional<HttpAnswer> readOnly(ApiCall call) {
    var workspace = call.access().workspace();
    return workspace.isReadOnly()
        ? Optional.of(RejectionAnswers.of(RejectionCode.READ_ONLY_WORKSPACE.rejection(), workspace))
        : Optional.empty();
  }
}
