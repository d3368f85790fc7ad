package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.intake.Submission;
import io.tuco.core.workspace.Scope;
import java.util.Optional;

/** The three steps of a send call: read it, have the core decide, answer it. */
final class SendCalls {

  private final ApiGate gate;
  private final CorrelationIds correlations;
  private final MessageIntake intake;

  SendCalls(ApiGate gate, CorrelationIds correlations, MessageIntake intake) {
    this.gate = gate;
    this.correlations = correlations;
    this.intake = intake;
  }

  SendCall read(HttpRequest request) {
    return gate.admitJson(request, Scope.MESSAGES_WRITE)
        .fold(this::read, answer -> refused(request, answer));
  }

  SendCall decide(SendCall.Ready call) {
    return new SendCall.Decided(call.submission(), intake.submit(call.submission()));
  }

  HttpAnswer answer(SendCall call) {
    var answer =
        call instanceof SendCall.Refused refused
            ? refused.answer()
            : SubmissionAnswers.of((SendCall.Decided) call);
    return answer.with(CorrelationIds.HEADER, call.correlationId());
  }

  private SendCall read(ApiGate.JsonCall json) {
    var words = SubmissionJson.read(json.body());
    var access = json.call().access();
    var correlationId = correlations.of(json.call().request(), json.body().text("correlationId"));
    return json.body()
        .refusal()
        .map(refusal -> RejectionAnswers.of(refusal, access.workspace()))
        .<SendCall>map(answer -> new SendCall.Refused(correlationId, answer))
        .orElseGet(() -> new SendCall.Ready(new Submission(access, words, correlationId)));
  }

  private SendCall refused(HttpRequest request, HttpAnswer answer) {
    return new SendCall.Refused(correlations.of(request, Optional.empty()), answer);
  }
}
