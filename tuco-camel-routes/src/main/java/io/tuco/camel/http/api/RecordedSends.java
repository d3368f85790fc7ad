package io.tuco.camel.http.api;

import io.tuco.camel.http.AnswerHeaders;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpBody;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.JsonBody;
import io.tuco.core.intake.RecordedSend;
import io.tuco.core.intake.RecordedVerdict;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.KeyDialect;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges and stores recorded sends as if each had been posted: the same body, the same refusals,
 * and under the same idempotency keys. Only who may send was settled by whoever let the record in,
 * and no rate limit holds it up: it waits in its log as it is.
 */
final class RecordedSends {

  /** A send that was judged and, where accepted, stored. */
  record Judged(RecordedVerdict verdict, List<SubmissionResult.Accepted> accepted) {}

  private static final String UNCODED = "INVALID_REQUEST";
  private static final int LEAST_ERROR = 300;

  private final Stores stores;
  private final SendCalls calls;

  RecordedSends(Stores stores, SendCalls calls) {
    this.stores = stores;
    this.calls = calls;
  }

  Judged judge(RecordedSend send) {
    return stores
        .workspaces()
        .find(send.workspaceId())
        .map(workspace -> judge(send, access(workspace)))
        .orElseGet(() -> refused("Unknown workspace", "WORKSPACE_UNKNOWN"));
  }

  private Judged judge(RecordedSend send, Access access) {
    var call = new ApiCall(access, request(send));
    return JsonBody.of(call.request())
        .map(body -> new ApiGate.JsonCall(call, body))
        .fold(this::judge, answer -> new Judged(verdict(answer), List.of()));
  }

  private Judged judge(ApiGate.JsonCall json) {
    if (SubmissionJson.isTrial(json.body())) {
      return refused("dryRun has an answer, and a record gets none", "DRY_RUN_UNANSWERED");
    }
    var shared = calls.correlationOf(json.call().request(), Optional.empty());
    var ended = calls.ofMany(json, shared, Optional.empty());
    var accepted = Optional.of(ended).filter(SendCall::isAccepted).map(SendCall::accepted);
    return new Judged(verdict(calls.answer(ended)), accepted.stream().toList());
  }

  private static Judged refused(String error, String code) {
    return new Judged(RecordedVerdict.refused(error, code), List.of());
  }

  private static RecordedVerdict verdict(HttpAnswer answer) {
    if (answer.status() < LEAST_ERROR) {
      return RecordedVerdict.taken();
    }
    var code = text(answer, "code").orElse(UNCODED);
    return code.equals(RejectionCode.IDEMPOTENCY_IN_PROGRESS.wire().orElseThrow())
        ? RecordedVerdict.later()
        : RecordedVerdict.refused(text(answer, "error").orElse(code), code);
  }

  private static Optional<String> text(HttpAnswer answer, String field) {
    return Optional.ofNullable(answer.body().get(field)).map(String::valueOf);
  }

  private static HttpRequest request(RecordedSend send) {
    var headers = new HashMap<>(Map.of(KeyWords.HEADER, send.key()));
    send.correlationId().ifPresent(id -> headers.put(CorrelationIds.HEADER, id));
    var post = ApiOperations.SUBMIT_MESSAGE;
    return new HttpRequest(
        post.method(),
        post.path(),
        List.of(),
        "",
        Map.of(),
        headers,
        HttpBody.of(send.body()),
        RecordedSendRoutes.TAKE,
        new AnswerHeaders());
  }

  /** The workspace as a whole: all its lines, and nobody's name. */
  private static Access access(Workspace workspace) {
    return new Access(
        new ApiKey(
            "recorded",
            workspace.id(),
            "Recorded sends",
            "",
            "",
            "",
            Set.of(Scope.MESSAGES_WRITE),
            Set.of(),
            true,
            Optional.empty(),
            Optional.empty(),
            KeyDialect.TUCO,
            Instant.EPOCH),
        workspace);
  }
}
