package io.tuco.core.workspace;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a key may do (API contract, section 1.1; /v1 contract, section 3). */
public enum Scope {
  MESSAGES_READ,
  MESSAGES_WRITE,
  CHATS_READ,
  LINES_READ,
  REACTIONS_READ,
  REACTIONS_WRITE,
  TYPING_READ,
  TYPING_WRITE,
  RECEIPTS_READ,
  RECEIPTS_WRITE,
  WEBHOOKS_READ,
  WEBHOOKS_WRITE,
  OUTBOX_READ,
  FILES_READ,
  FILES_WRITE,
  LEADS_READ,
  LEADS_WRITE,
  DNC_READ,
  DNC_WRITE,
  WORKSPACE_READ,
  WORKSPACE_WRITE;

  private final String wire = name().toLowerCase(Locale.ROOT).replace('_', ':');

  public String wire() {
    return wire;
  }

  public static Optional<Scope> parse(String wire) {
    return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
  }

  public static Set<Scope> all() {
    return EnumSet.allOf(Scope.class);
  }
}
