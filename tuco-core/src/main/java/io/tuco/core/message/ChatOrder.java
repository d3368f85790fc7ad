package io.tuco.core.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something a device is to do in a chat that is no message: one try, no caps and no gap (/v1
 * contract, section 6).
 *
 * @param address of the person whose chat it is
 * @param details what the kind needs: of a reaction the message and the word, of typing the state
 */
public record ChatOrder(
    String id,
    String workspaceId,
    String lineId,
    Kind kind,
    String address,
    Map<String, String> details,
    State state,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> completedAt) {

  /** What is to be done. */
  public enum Kind {
    REACTION,
    TYPING,
    READ_RECEIPT;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> parse(String wire) {
      return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
  }

  /** How far it is. */
  public enum State {
    PENDING,
    CLAIMED,
    SENT,
    FAILED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> parse(String wire) {
      return Arrays.stream(values()).filter(state -> state.wire().equals(wire)).findFirst();
    }
  }

  public ChatOrder {
    details = Map.copyOf(details);
  }

  public static ChatOrder given(
      String id,
      String workspaceId,
      String lineId,
      Kind kind,
      String address,
      Map<String, String> details,
      Instant now) {
    return new ChatOrder(
        id,
        workspaceId,
        lineId,
        kind,
        address,
        details,
        State.PENDING,
        Optional.empty(),
        now,
        Optional.empty());
  }

  public boolean isOpen() {
    return state == State.PENDING || state == State.CLAIMED;
  }

  public ChatOrder claimed() {
    return to(State.CLAIMED, Optional.empty(), Optional.empty());
  }

  public ChatOrder done(Instant now) {
    return to(State.SENT, Optional.empty(), Optional.of(now));
  }

  public ChatOrder failed(String why, Instant now) {
    return to(State.FAILED, Optional.of(why), Optional.of(now));
  }

  private ChatOrder to(State next, Optional<String> why, Optional<Instant> completed) {
    return new ChatOrder(
        id, workspaceId, lineId, kind, address, details, next, why, createdAt, completed);
  }
}
