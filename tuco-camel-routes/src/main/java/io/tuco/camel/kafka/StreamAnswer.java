package io.tuco.camel.kafka;

/** What became of a record on its way to a topic. */
enum StreamAnswer {
  /** It is in the topic. */
  TAKEN,
  /** It would be refused again and again: it is too large. */
  REFUSED,
  /** Nobody knows; most likely no broker was there. */
  AWAY
}
