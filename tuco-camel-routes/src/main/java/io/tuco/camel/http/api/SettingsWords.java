package io.tuco.camel.http.api;

import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.timing.IanaZone;
import io.tuco.core.workspace.AnswerTexts;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.Region;
import io.tuco.core.workspace.SendDefaults;
import io.tuco.core.workspace.UnknownPolicy;
import io.tuco.core.workspace.Workspace;
import io.tuco.core.workspace.WorkspaceChange;
import io.tuco.core.workspace.WorkspaceChange.RateLimitsChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A change of settings as a client asks for it (API contract, section 14). */
final class SettingsWords {

  static final String HOLD = "hold";
  static final String RESEND = "resend";
  private static final int MOST_HOURS = 720;

  private SettingsWords() {}

  static OrAnswer<WorkspaceChange> read(JsonReader body, Workspace current) {
    var change =
        new WorkspaceChange(
            Optional.empty(),
            body.parsed("timezone", IanaZone::parse),
            body.parsed("defaultRegion", Region::parse),
            Optional.empty(),
            Optional.empty(),
            RateLimitsChange.none(),
            policy(body.object("unknownPolicy"), current.unknownPolicy()),
            body.parsed("capResetTimezone", IanaZone::parse),
            guard(body.object("doubleSendGuard"), current.doubleSendGuard()),
            texts(body.object("answerTexts"), current.answerTexts()),
            Optional.of(defaults(body, current.sendDefaults())));
    return body.refusal()
        .map(RejectionAnswers::of)
        .<OrAnswer<WorkspaceChange>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(change));
  }

  private static Optional<DoubleSendGuard> guard(JsonReader words, DoubleSendGuard current) {
    var enabled = words.flag("enabled").orElse(current.enabled());
    var window =
        words
            .integer("windowSeconds", 1, (int) DoubleSendGuard.LONGEST.toSeconds())
            .map(Duration::ofSeconds);
    var onV1 = words.flag("v1").orElse(current.onV1());
    return Optional.of(new DoubleSendGuard(enabled, window.orElse(current.window()), onV1));
  }

  /** An empty text is a choice: nothing is answered then. */
  private static Optional<AnswerTexts> texts(JsonReader words, AnswerTexts current) {
    return Optional.of(
        new AnswerTexts(
            words.parsed("confirmation", SettingsWords::text).orElse(current.confirmation()),
            words.parsed("help", SettingsWords::text).orElse(current.help()),
            words.parsed("start", SettingsWords::text).orElse(current.start())));
  }

  private static Optional<String> text(String given) {
    return Optional.of(given).filter(text -> text.length() <= AnswerTexts.LONGEST);
  }

  private static SendDefaults defaults(JsonReader body, SendDefaults current) {
    var wait =
        body.integer("defaultWaitSeconds", 0, (int) SendDefaults.LONGEST_WAIT.toSeconds())
            .map(Duration::ofSeconds);
    return new SendDefaults(
        wait.orElse(current.patience()),
        body.flag("stopOnReply").orElse(current.stopOnReply()),
        body.flag("contactFirst").orElse(current.contactFirst()));
  }

  /** What is not said of the policy stays as it is; sending again takes a number of hours. */
  private static Optional<UnknownPolicy> policy(JsonReader words, UnknownPolicy current) {
    var action = words.parsed("action", SettingsWords::action);
    var hours = words.integer("afterHours", 1, MOST_HOURS).map(Duration::ofHours);
    var wait = hours.or(current::resendAfter);
    var resends = action.map(RESEND::equals).orElse(current.resendAfter().isPresent());
    if (resends ? wait.isEmpty() : hours.isPresent()) {
      words.refuse(RejectionCode.INVALID_FIELD.rejection("unknownPolicy.afterHours"));
    }
    return Optional.of(new UnknownPolicy(resends ? wait : Optional.empty()));
  }

  private static Optional<String> action(String word) {
    return Optional.of(word).filter(List.of(HOLD, RESEND)::contains);
  }
}
