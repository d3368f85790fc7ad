package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.KeyedAnswers;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.api.SendCall.Course;
import io.tuco.core.engine.Acceptance;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.intake.KeyStanding;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.workspace.Scope;
import java.time.Duration;
import java.util.Optional;

/** The steps of a send call: read it, look its key up, have the core decide, answer it. */
final class SendCalls {

  /** A hundred milliseconds apart, these are the two seconds of the API contract, section 3. */
  private static final int LOOKS = 20;

  private final ApiGate gate;
  private final CorrelationIds correlations;
  private final KeyedAnswers answers;
  private final MessageIntake intake;

  SendCalls(ApiGate gate, CorrelationIds correlations, KeyedAnswers answers, MessageIntake intake) {
    this.gate = gate;
    this.correlations = correlations;
    this.answers = answers;
    this.intake = intake;
  }

  SendCall read(HttpRequest request) {
    return gate.admitBody(request, Scope.MESSAGES_WRITE)
        .fold(this::read, answer -> refused(request, answer));
  }

  String correlationOf(HttpRequest request, Optional<String> inBody) {
    return correlations.of(request, inBody);
  }

  /** The key comes first: what was answered once is answered so again, whatever holds now. */
  SendCall look(SendCall.Waiting call) {
    var asked = call.asked();
    var standing = asked.keyed().map(answers::look).orElseGet(KeyStanding.Free::new);
    return switch (standing.kind()) {
      case FREE, LET_GO -> judged(asked, Course.NEW, call.looks());
      case UNFINISHED -> judged(asked, Course.BEGUN, call.looks());
      case RUNNING -> later(asked, call.looks());
      case ANSWERED ->
          ended(asked, KeyedAnswers.replayed(((KeyStanding.Answered) standing).answer()));
      case REUSED -> ended(asked, KeyRefusals.reused());
    };
  }

  /** A call to be decided step by step; empty of what is under a key, was begun, or is a trial. */
  Optional<Acceptance> begin(SendCall.Ready call) {
    return Optional.of(call.submission())
        .filter(submission -> call.course() == Course.NEW && submission.keyed().isEmpty())
        .map(intake::begin);
  }

  SendCall decide(SendCall.Ready call) {
    return decided(call, result(call.course(), call.submission()));
  }

  /** Goes on with what the core decided. */
  SendCall decided(SendCall.Ready call, SubmissionResult result) {
    return result instanceof SubmissionResult.KeyTaken
        ? later(call.asked(), call.looks())
        : new SendCall.Decided(call.submission(), result, call.asked().patience(), false);
  }

  private SubmissionResult result(Course course, Submission submission) {
    return switch (course) {
      case NEW -> intake.submit(submission);
      case BEGUN -> intake.complete(submission);
      case TRIAL -> intake.rehearse(submission);
    };
  }

  HttpAnswer answer(SendCall call) {
    var answer =
        call instanceof SendCall.Refused refused
            ? refused.answer()
            : answerOf((SendCall.Decided) call);
    return answer.with(CorrelationIds.HEADER, call.correlationId());
  }

  private HttpAnswer answerOf(SendCall.Decided call) {
    var answer = keptAnswerOf(call);
    return call.waited()
        ? answer.with(WaitPreference.APPLIED, WaitPreference.text(call.patience()))
        : answer;
  }

  private HttpAnswer keptAnswerOf(SendCall.Decided call) {
    var workspace = call.submission().access().workspace();
    var answer = SubmissionAnswers.of(call.result(), workspace);
    return call.submission()
        .keyed()
        .filter(keyed -> call.result().isStored())
        .map(keyed -> answers.keep(keyed, answer))
        .orElse(answer);
  }

  private SendCall read(ApiGate.JsonCall json) {
    var correlationId = correlations.of(json.call().request(), json.body().text("correlationId"));
    var patience = WaitPreference.of(json.call());
    var keyed =
        KeyWords.read(json, ApiOperations.SUBMIT_MESSAGE.path())
            .map(call -> call.waiting(patience));
    var asked = new SendCall.Asked(json, correlationId, keyed, Optional.empty(), patience);
    return begin(asked, LOOKS);
  }

  /** One call of many, from its reading to its end. It does not wait for a rival of its own key. */
  SendCall ofMany(ApiGate.JsonCall json, String shared, Optional<String> reserved) {
    var own = json.body().text("correlationId");
    var correlationId = correlations.of(json.call().request(), own.or(() -> Optional.of(shared)));
    var keyed = KeyWords.read(json, ApiOperations.SUBMIT_MESSAGE.path());
    var call = begin(new SendCall.Asked(json, correlationId, keyed, reserved, Duration.ZERO), 0);
    while (call instanceof SendCall.Ready ready) {
      call = decide(ready);
    }
    return call;
  }

  /** A trial neither uses a key nor stands for the call that is to follow under it. */
  private SendCall begin(SendCall.Asked asked, int looks) {
    if (SubmissionJson.isTrial(asked.json().body())) {
      return judged(asked, Course.TRIAL, 0);
    }
    return asked.reserved().isPresent()
        ? judged(asked, Course.BEGUN, 0)
        : look(new SendCall.Waiting(asked, looks));
  }

  private static SendCall judged(SendCall.Asked asked, Course course, int looks) {
    var call = asked.json().call();
    return OrAnswer.of(asked)
        // Whether the workspace is read-only says nothing of what was accepted before it was.
        .unless(same -> course == Course.BEGUN ? Optional.empty() : ApiGate.readOnly(call))
        .then(SendCalls::words)
        .fold(
            submission -> new SendCall.Ready(asked, submission, course, looks),
            answer -> ended(asked, answer));
  }

  private static OrAnswer<Submission> words(SendCall.Asked asked) {
    var body = asked.json().body();
    var access = asked.json().call().access();
    var words = SubmissionJson.read(body);
    KeyWords.check(asked.json(), asked.keyed());
    return body.refusal()
        .map(refusal -> RejectionAnswers.of(refusal, access.workspace()))
        .<OrAnswer<Submission>>map(OrAnswer::answer)
        .orElseGet(
            () ->
                OrAnswer.of(
                    new Submission(
                        access, words, asked.correlationId(), asked.keyed(), asked.reserved())));
  }

  /** Too many wait already. */
  SendCall giveUp(SendCall.Waiting call) {
    return later(call.asked(), 0);
  }

  private static SendCall later(SendCall.Asked asked, int looks) {
    return looks == 0
        ? ended(asked, KeyRefusals.stillRunning())
        : new SendCall.Waiting(asked, looks - 1);
  }

  private static SendCall ended(SendCall.Asked asked, HttpAnswer answer) {
    return new SendCall.Refused(asked.correlationId(), answer);
  }

  private SendCall refused(HttpRequest request, HttpAnswer answer) {
    return new SendCall.Refused(correlations.of(request, Optional.empty()), answer);
  }
}
