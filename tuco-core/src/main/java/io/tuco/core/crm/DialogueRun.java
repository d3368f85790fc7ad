package io.tuco.core.crm;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds a dialogue to its end. A fault of the connector ends it like a failure that may have left
 * something behind; answers that come at once do not deepen the stack.
 */
public final class DialogueRun<T> {

  private final CrmTransport transport;
  private final Consumer<Dialogue.End<T>> ended;

  private DialogueRun(CrmTransport transport, Consumer<Dialogue.End<T>> ended) {
    this.transport = transport;
    this.ended = ended;
  }

  /**
   * @param ended is given the end exactly once, on the thread of the last answer
   */
  public static <T> void hold(
      Dialogue<T> dialogue, CrmTransport transport, Consumer<Dialogue.End<T>> ended) {
    new DialogueRun<>(transport, ended).goOn(dialogue);
  }

  private void goOn(Dialogue<T> from) {
    var here = from;
    while (here instanceof Dialogue.Ask<T> ask) {
      var turn = new Turn();
      transport.carry(ask.call(), answer -> turn.answered(after(ask, answer)));
      var next = turn.answeredAtOnce();
      if (next == null) {
        return;
      }
      here = next;
    }
    ended.accept((Dialogue.End<T>) here);
  }

  private Dialogue<T> after(Dialogue.Ask<T> ask, CrmAnswer answer) {
    try {
      return ask.next().apply(answer);
    } catch (RuntimeException e) {
      return Dialogue.broken(
          CrmFailure.unknown("The connector could not read an answer: " + e.getClass().getName()));
    }
  }

  /** One question: whichever of asker and answer comes second goes on. */
  private final class Turn {

    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();
    private final Object left = new Object();

    void answered(Dialogue<T> next) {
      if (!state.compareAndSet(null, next)) {
        goOn(next);
      }
    }

    @SuppressWarnings("unchecked") // only left and a dialogue are ever set
    @Nullable Dialogue<T> answeredAtOnce() {
      return state.compareAndSet(null, left) ? null : (Dialogue<T>) state.get();
    }
  }
}
