package io.tuco.camel.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Headers that the answer to one request is to carry, whoever gives it in the end and even if
 * something breaks on the way. Thread-safe.
 */
public final class AnswerHeaders {

  private final Map<String, String> values = new ConcurrentHashMap<>();

  public void put(String name, String value) {
    values.put(name, value);
  }

  Map<String, String> all() {
    return Map.copyOf(values);
  }
}
