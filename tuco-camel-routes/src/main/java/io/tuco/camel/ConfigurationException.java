package io.tuco.camel;

import io.tuco.core.TucoException;
import java.util.List;

/** The configuration cannot be used. Lists every problem, not the first one. */
public final class ConfigurationException extends TucoException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public ConfigurationException(List<String> problems) {
    super("The configuration has problems:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
