package io.tuco.core.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmCall.Authority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class DialogueRunTest {

  private final List<String> asked = new ArrayList<>();
  private final List<Consumer<CrmAnswer>> open = new ArrayList<>();
  private final List<Dialogue.End<Integer>> ends = new ArrayList<>();

  private final CrmTransport atOnce =
      (call, answered) -> {
        asked.add(call.path());
        answered.accept(answer("1"));
      };

  private final CrmTransport later =
      (call, answered) -> {
        asked.add(call.path());
        open.add(answered);
      };

  @Test
  void endsWhatAsksNothing() {
    DialogueRun.hold(Dialogue.ended(7), atOnce, ends::add);

    assertThat(ends).containsExactly(new Dialogue.Ended<>(7));
    assertThat(asked).isEmpty();
  }

  @Test
  void asksOneQuestionAfterTheOther() {
    DialogueRun.hold(count(3), later, ends::add);

    assertThat(asked).containsExactly("/3");
    open.remove(0).accept(answer("10"));
    assertThat(asked).containsExactly("/3", "/2");
    open.remove(0).accept(answer("100"));
    open.remove(0).accept(answer("1000"));
    assertThat(ends).containsExactly(new Dialogue.Ended<>(1_110));
  }

  @Test
  void doesNotDeepenTheStackWithAnswersThatComeAtOnce() {
    DialogueRun.hold(count(100_000), atOnce, ends::add);

    assertThat(ends).containsExactly(new Dialogue.Ended<>(100_000));
  }

  @Test
  void goesOnWhereAnswersComeFromAnotherThread() throws InterruptedException {
    DialogueRun.hold(count(2), later, ends::add);
    var other = new Thread(() -> open.remove(0).accept(answer("5")));
    other.start();
    other.join();
    open.remove(0).accept(answer("6"));

    assertThat(ends).containsExactly(new Dialogue.Ended<>(11));
  }

  @Test
  void takesAFaultOfTheConnectorForSomethingThatMayHaveHappened() {
    DialogueRun.hold(
        Dialogue.<Integer>ask(
            call("/x"),
            answer -> {
              throw new IllegalStateException("the text of an answer");
            }),
        atOnce,
        ends::add);

    assertThat(ends).hasSize(1);
    var failure = ((Dialogue.Broken<Integer>) ends.get(0)).failure();
    assertThat(failure.kind()).isEqualTo(CrmFailure.Kind.UNKNOWN);
    assertThat(failure.reason())
        .isEqualTo("The connector could not read an answer: java.lang.IllegalStateException");
  }

  @Test
  void passesAFailureByWhatWouldHaveFollowed() {
    var refused = Dialogue.<Integer>broken(CrmFailure.refused("no"));

    DialogueRun.hold(refused.then(value -> count(1)), atOnce, ends::add);
    DialogueRun.hold(refused.orElse(failure -> count(1)), atOnce, ends::add);

    assertThat(ends)
        .containsExactly(new Dialogue.Broken<>(CrmFailure.refused("no")), new Dialogue.Ended<>(1));
  }

  /** Asks so often, and adds up what is answered. */
  private static Dialogue<Integer> count(int times) {
    return counted(times, 0);
  }

  private static Dialogue<Integer> counted(int left, int sum) {
    return left == 0
        ? Dialogue.ended(sum)
        : Dialogue.ask(
            call("/" + left),
            answer -> counted(left - 1, sum + Integer.parseInt(((Answered) answer).text())));
  }

  private static CrmCall call(String path) {
    return new CrmCall(
        "GET", path, Map.of(), new byte[0], Authority.CONNECTION, true, CrmPaces.PLAIN);
  }

  private static CrmAnswer answer(String body) {
    return new Answered(200, Map.of(), body.getBytes(UTF_8));
  }
}
