package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.workspace.AnswerTexts;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.UnknownPolicy;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a workspace settles for itself (API contract, section 14). */
final class SettingsApi {

  private final OwnWorkspace workspaces;
  private final Clock clock;

  SettingsApi(OwnWorkspace workspaces, Clock clock) {
    this.workspaces = workspaces;
    this.clock = clock;
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.READ_SETTINGS, gate.reading(Scope.WORKSPACE_READ, this::read)),
        new Served(
            ApiOperations.CHANGE_SETTINGS, gate.writingJson(Scope.WORKSPACE_WRITE, this::change)));
  }

  private HttpAnswer read(ApiCall call) {
    return workspaces.read(call.workspaceId()).answered(SettingsApi::shown);
  }

  private HttpAnswer change(ApiCall call, JsonReader body) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return workspaces
        .change(
            call.workspaceId(),
            current ->
                SettingsWords.read(body, current).map(change -> change.appliedTo(current, now)))
        .answered(SettingsApi::shown);
  }

  private static HttpAnswer shown(Workspace workspace) {
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("timezone", workspace.zone().getId())
            .put("defaultRegion", workspace.defaultRegion())
            .put("doubleSendGuard", guard(workspace.doubleSendGuard()))
            .put("answerTexts", texts(workspace.answerTexts()))
            .put("unknownPolicy", policy(workspace.unknownPolicy()))
            .put("defaultWaitSeconds", workspace.sendDefaults().patience().toSeconds())
            .put("capResetTimezone", workspace.capDays().chosen().getId())
            .put("stopOnReply", workspace.sendDefaults().stopOnReply())
            .put("contactFirst", workspace.sendDefaults().contactFirst()));
  }

  private static Map<String, @Nullable Object> texts(AnswerTexts texts) {
    return new JsonFields()
        .put("confirmation", texts.confirmation())
        .put("help", texts.help())
        .put("start", texts.start())
        .tree();
  }

  private static Map<String, @Nullable Object> guard(DoubleSendGuard guard) {
    return new JsonFields()
        .put("enabled", guard.enabled())
        .put("windowSeconds", guard.window().toSeconds())
        .put("v1", guard.onV1())
        .tree();
  }

  private static Map<String, @Nullable Object> policy(UnknownPolicy policy) {
    var wait = policy.resendAfter();
    return new JsonFields()
        .put("action", wait.isPresent() ? SettingsWords.RESEND : SettingsWords.HOLD)
        .putOrNull("afterHours", wait.map(Duration::toHours))
        .tree();
  }
}
