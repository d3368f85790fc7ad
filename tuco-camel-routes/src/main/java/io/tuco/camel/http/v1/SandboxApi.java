package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.engine.Sandbox;
import io.tuco.core.engine.Sandbox.Standing;
import io.tuco.core.line.Line;
import io.tuco.core.workspace.SandboxCode;
import io.tuco.core.workspace.SandboxPairing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** {@code GET} and {@code POST /v1/sandbox} (/v1 contract, section 8), with any scope. */
final class SandboxApi {

  private final Sandbox sandbox;
  private final Clock clock;

  SandboxApi(Sandbox sandbox, Clock clock) {
    this.sandbox = sandbox;
    this.clock = clock;
  }

  List<Served> served(Gate gate) {
    return List.of(
        new Served(V1Operations.READ_SANDBOX, request -> gate.admit(request).answered(reading())),
        new Served(V1Operations.OPEN_SANDBOX, request -> opened(gate, request)));
  }

  private Function<Call, HttpAnswer> reading() {
    return call ->
        asked(call).answered(of -> shown(sandbox.standing(of.line(), of.userId(), now())));
  }

  /** No body is needed, and none is read. */
  private HttpAnswer opened(Gate gate, HttpRequest request) {
    return gate.admit(request)
        .unless(Gate::readOnly)
        .then(this::asked)
        .answered(of -> shown(sandbox.open(of.line(), of.userId(), now())));
  }

  private record Asked(Line line, String userId) {}

  private OrAnswer<Asked> asked(Call call) {
    return OrAnswer.of(call.key().userId(), ErrorCode.SANDBOX_REQUIRES_OWNER.answer())
        .then(
            user ->
                OrAnswer.of(
                    sandbox.line(call.workspaceId()).map(line -> new Asked(line, user)),
                    ErrorCode.LINE_NOT_FOUND.saying("The workspace has no sandbox line.")));
  }

  private static HttpAnswer shown(Standing standing) {
    var pairing = standing.pairing();
    var phone = pairing.phone();
    return Answers.found(
        new JsonFields()
            .put("status", pairing.status(standing.asOf()).wire())
            .putOrNull("activation_code", pairing.validCode(standing.asOf()).map(SandboxCode::text))
            .put("sandbox_line_handle", standing.line().handle())
            .putOrNull("contact_identifier", phone.map(paired -> paired.address().value()))
            .putOrNull("activated_at", phone.map(paired -> paired.since().toEpochMilli()))
            .put("usage", usage(standing).tree()));
  }

  private static JsonFields usage(Standing standing) {
    return new JsonFields()
        .put("used", standing.used())
        .put("limit", SandboxPairing.MESSAGES_PER_DAY)
        .put("remaining", standing.remaining())
        .put("resets_at", standing.resetsAt().toEpochMilli());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
