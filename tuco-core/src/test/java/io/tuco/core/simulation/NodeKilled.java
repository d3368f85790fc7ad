package io.tuco.core.simulation;

/** Thrown through a process that dies; no code of the product may catch it. */
final class NodeKilled extends Error {

  private static final long serialVersionUID = 1L;

  NodeKilled() {
    super("killed", null, false, false);
  }
}
