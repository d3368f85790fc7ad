package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.core.engine.SenderWatch;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.SmsFallbackChange;
import io.tuco.core.workspace.SmsFallbackChange.Refusal;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The fallback configuration (API contract, section 12). A token goes in and never comes out. */
final class FallbackApi {

  private static final HttpAnswer NOT_REACHED =
      HttpAnswer.error(502, "Twilio could not be reached");

  private final ApiGate gate;
  private final OwnWorkspace workspaces;
  private final SenderWatch senders;
  private final SecretBox box;
  private final Clock clock;
  private final boolean verifyCredentials;

  FallbackApi(ApiParts parts, ApiGate gate, OwnWorkspace workspaces) {
    this.gate = gate;
    this.workspaces = workspaces;
    this.senders = parts.engine().senders();
    this.box = parts.secrets().box();
    this.clock = parts.clock();
    this.verifyCredentials = parts.verifyCredentials();
  }

  /** Everything but the change, which may ask Twilio and so has a route of its own. */
  List<Served> served() {
    return List.of(
        new Served(ApiOperations.READ_FALLBACK, gate.reading(Scope.WORKSPACE_READ, this::read)));
  }

  private HttpAnswer read(ApiCall call) {
    return workspaces.read(call.workspaceId()).answered(this::shown);
  }

  FallbackCall propose(HttpRequest request) {
    return gate.admitJson(request, Scope.WORKSPACE_WRITE)
        .then(this::proposed)
        .fold(call -> call, FallbackCall.Refused::new);
  }

  private OrAnswer<FallbackCall> proposed(ApiGate.JsonCall json) {
    return workspaces
        .read(json.call().workspaceId())
        .then(
            workspace ->
                FallbackWords.read(json.body(), workspace, box)
                    .unless(change -> refusal(change, workspace))
                    .map(change -> toProve(change, workspace)));
  }

  private FallbackCall toProve(SmsFallbackChange change, Workspace workspace) {
    var ready = new FallbackCall.Ready(workspace.id(), change);
    return change
        .toProve(workspace.smsFallback())
        .filter(account -> verifyCredentials)
        .<FallbackCall>map(account -> new FallbackCall.ToProve(ready, account))
        .orElse(ready);
  }

  /** Without an answer nothing is known of the credentials, and nothing is kept. */
  FallbackCall judge(FallbackCall.ToProve proposed, DeviceProbe probe) {
    if (probe instanceof DeviceProbe.Answered) {
      return proposed.ready();
    }
    return new FallbackCall.Refused(
        probe instanceof DeviceProbe.NoAnswer
            ? NOT_REACHED
            : RejectionAnswers.of(RejectionCode.CREDENTIALS_REFUSED.rejection()));
  }

  HttpAnswer answer(FallbackCall call) {
    return call instanceof FallbackCall.Refused refused
        ? refused.answer()
        : stored((FallbackCall.Ready) call);
  }

  /** Judged once more: while Twilio was asked, the configuration may have become another. */
  private HttpAnswer stored(FallbackCall.Ready ready) {
    return workspaces
        .change(
            ready.workspaceId(),
            current ->
                OrAnswer.of(ready.change())
                    .unless(change -> refusal(change, current))
                    .map(change -> changed(change, current)))
        .answered(this::told);
  }

  private HttpAnswer told(Workspace changed) {
    senders.changed(changed, clock.instant());
    return shown(changed);
  }

  private Workspace changed(SmsFallbackChange change, Workspace current) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return current.withSmsFallback(change.appliedTo(current.smsFallback(), now), now);
  }

  private static Optional<HttpAnswer> refusal(SmsFallbackChange change, Workspace current) {
    return change
        .refusal(current.smsFallback())
        .map(FallbackApi::code)
        .map(code -> RejectionAnswers.of(code.rejection()));
  }

  private static RejectionCode code(Refusal refusal) {
    return switch (refusal) {
      case TWO_SENDERS -> RejectionCode.TWO_SMS_SENDERS;
      case NOT_CONFIGURED -> RejectionCode.FALLBACK_NOT_CONFIGURED;
    };
  }

  private HttpAnswer shown(Workspace workspace) {
    return HttpAnswer.of(200, FallbackJson.of(workspace.smsFallback(), clock.instant()));
  }
}
