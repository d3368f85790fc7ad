package io.tuco.camel.kill;

/** What a provider does wrong with the next send that reaches it, and only with that one. */
enum Trouble {
  NONE,
  /** The first bytes are read; nothing is taken, nothing is answered. */
  STALLS,
  /** It is taken; nothing is answered. */
  WITHHOLDS,
  /** It is taken; the answer is worth nothing. */
  GARBLES,
  /** The recipient cannot be reached this way. */
  REFUSES
}
