package io.tuco.core;

/** Makes ids. Injected, so that a test or a simulation repeats. Thread-safe. */
public interface IdGenerator {

  /** 24 lower-case hex characters, roughly increasing with time. */
  String objectId();

  /** 26 lower-case base-32 characters, roughly increasing with time, for prefixed ids. */
  String sortableId();

  /** A UUID in its usual lower-case form. */
  String uuid();
}
