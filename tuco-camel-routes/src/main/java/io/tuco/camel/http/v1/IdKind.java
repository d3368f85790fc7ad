package io.tuco.camel.http.v1;

import io.tuco.camel.http.ObjectIds;
import java.util.Optional;

/** What an id is of, which its prefix says (/v1 contract, section 1). */
enum IdKind {
  LINE("ln_"),
  CHAT("cht_"),
  MESSAGE("msg_"),
  OUTBOX_ITEM("obx_"),
  REACTION("rxn_"),
  TYPING("ind_"),
  RECEIPT("rcp_"),
  FILE("file_"),
  WEBHOOK("wh_"),
  DELIVERY("dlv_");

  private final String prefix;

  IdKind(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  /**
   * @param id 24 hex characters, as the core has it
   */
  String print(String id) {
    return prefix + id;
  }

  Optional<String> print(Optional<String> id) {
    return id.map(this::print);
  }

  /** The core's id; empty where it is one of something else, or none. */
  Optional<String> parse(String text) {
    return Optional.of(text)
        .filter(this::marks)
        .map(id -> id.substring(prefix.length()))
        .filter(ObjectIds::isOne);
  }

  /** Whether a text means to be such an id. */
  boolean marks(String text) {
    return text.startsWith(prefix);
  }
}
