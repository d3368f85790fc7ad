package io.tuco.core.intake;

/** How it stands with a call under a key. */
public sealed interface KeyStanding {

  /** The cases, to switch on. */
  enum Kind {
    FREE,
    UNFINISHED,
    LET_GO,
    RUNNING,
    ANSWERED,
    REUSED
  }

  Kind kind();

  /** Nobody has used the key. */
  record Free() implements KeyStanding {
    @Override
    public Kind kind() {
      return Kind.FREE;
    }
  }

  /** The same call began, and whoever ran it is gone: to be completed. */
  record Unfinished(KeyRecord found) implements KeyStanding {
    @Override
    public Kind kind() {
      return Kind.UNFINISHED;
    }
  }

  /** Another call failed under the key: the key is free, unless a message of it was stored. */
  record LetGo(KeyRecord found) implements KeyStanding {
    @Override
    public Kind kind() {
      return Kind.LET_GO;
    }
  }

  /** The same call is being run. */
  record Running() implements KeyStanding {
    @Override
    public Kind kind() {
      return Kind.RUNNING;
    }
  }

  /** The same call is over. */
  record Answered(KeptAnswer answer) implements KeyStanding {
    @Override
    public Kind kind() {
      return Kind.ANSWERED;
    }
  }

  /** The key belongs to another call. */
  record Reused() implements KeyStanding {
    @Override
    public Kind kind() {
      return Kind.REUSED;
    }
  }
}
