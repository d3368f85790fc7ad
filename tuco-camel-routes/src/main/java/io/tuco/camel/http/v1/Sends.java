package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.KeyedAnswers;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.intake.KeyStanding;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.workspace.Scope;
import java.util.Optional;

/** The steps of a call that sends: read it, look its key up, have the core decide, answer it. */
final class Sends {

  /** A hundred milliseconds apart, these are the two seconds of the API contract, section 3. */
  private static final int LOOKS = 20;

  private final Gate gate;
  private final KeyedAnswers answers;
  private final MessageIntake intake;
  private final SendReading reading;
  private final SandboxDoor sandbox;

  Sends(
      Gate gate,
      KeyedAnswers answers,
      MessageIntake intake,
      SendReading reading,
      SandboxDoor sandbox) {
    this.gate = gate;
    this.answers = answers;
    this.intake = intake;
    this.reading = reading;
    this.sandbox = sandbox;
  }

  SendStep read(HttpRequest request) {
    return gate.admitJson(request, Scope.MESSAGES_WRITE)
        .fold(
            call -> look(new SendStep.Waiting(call, CallKeys.of(call), LOOKS)),
            SendStep.Ended::new);
  }

  /** The key comes first: what was answered once is answered so again, whatever holds now. */
  SendStep look(SendStep.Waiting asked) {
    var standing = asked.keyed().map(answers::look).orElseGet(KeyStanding.Free::new);
    return switch (standing.kind()) {
      case FREE, LET_GO -> judged(asked, false);
      case UNFINISHED -> judged(asked, true);
      case RUNNING -> later(asked);
      case ANSWERED ->
          new SendStep.Ended(KeyedAnswers.replayed(((KeyStanding.Answered) standing).answer()));
      case REUSED -> new SendStep.Ended(ErrorCode.IDEMPOTENCY_KEY_REUSED.answer());
    };
  }

  SendStep decide(SendStep.Ready step) {
    var result =
        step.begun() ? intake.complete(step.submission()) : intake.submit(step.submission());
    return result instanceof SubmissionResult.KeyTaken
        ? later(step.asked())
        : new SendStep.Decided(step.asked().call(), step.submission(), result);
  }

  /** Too many wait already. */
  SendStep giveUp() {
    return new SendStep.Ended(stillRunning());
  }

  HttpAnswer answer(SendStep step) {
    return step instanceof SendStep.Ended ended ? ended.answer() : answer((SendStep.Decided) step);
  }

  private HttpAnswer answer(SendStep.Decided step) {
    var answer = V1Shape.named(answerTo(step.result()), step.call().request().requestId());
    return step.submission()
        .keyed()
        .filter(keyed -> step.result().isStored())
        .map(keyed -> answers.keep(keyed, answer))
        .orElse(answer);
  }

  private static HttpAnswer answerTo(SubmissionResult result) {
    if (result instanceof SubmissionResult.Rejected rejected) {
      return SendRefusals.of(rejected.rejection());
    }
    return Answers.created(OutboxView.stub(storedBy(result)));
  }

  private static String storedBy(SubmissionResult result) {
    if (result instanceof SubmissionResult.Accepted accepted) {
      return accepted.message().id();
    }
    return result instanceof SubmissionResult.Resumed resumed
        ? resumed.accepted().message().id()
        : ((SubmissionResult.Skipped) result).original().id();
  }

  private SendStep judged(SendStep.Waiting asked, boolean begun) {
    var call = asked.call();
    return OrAnswer.of(call)
        // Whether the workspace is read-only says nothing of what was accepted before it was.
        .unless(same -> begun ? Optional.empty() : Gate.readOnly(call))
        .then(
            same -> {
              CallKeys.check(call);
              return reading.read(call);
            })
        // One that was begun has taken its place in the day.
        .unless(sending -> begun ? Optional.empty() : sandbox.use(call, sending.line()))
        .fold(
            sending -> new SendStep.Ready(asked, submission(asked, sending), begun),
            SendStep.Ended::new);
  }

  private static Submission submission(SendStep.Waiting asked, SendReading.Sending sending) {
    var call = asked.call();
    return new Submission(
        call.access(),
        sending.words(),
        call.request().requestId(),
        asked.keyed(),
        Optional.empty(),
        sending.terms());
  }

  private static SendStep later(SendStep.Waiting asked) {
    return asked.looks() == 0
        ? new SendStep.Ended(stillRunning())
        : new SendStep.Waiting(asked.call(), asked.keyed(), asked.looks() - 1);
  }

  private static HttpAnswer stillRunning() {
    return ErrorCode.IDEMPOTENCY_KEY_IN_PROGRESS.answer().with("Retry-After", "1");
  }
}
