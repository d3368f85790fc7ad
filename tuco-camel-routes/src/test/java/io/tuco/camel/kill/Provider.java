package io.tuco.camel.kill;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A provider in a process of its own, whose synced records are the truth. */
interface Provider extends AutoCloseable {

  void meets(Trouble trouble) throws IOException;

  /** Forgets every trouble. */
  void calm() throws IOException;

  /** How often it was asked to send something or what it had sent. */
  long asked() throws IOException;

  /** What it took: by text, the ids that each copy bore. */
  Map<String, List<String>> taken() throws IOException;

  @Override
  void close() throws IOException;
}
