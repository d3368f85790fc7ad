package io.tuco.camel;

import org.apache.camel.RoutesBuilder;

/** The failure policies for a context that starts only some of the routes. */
public final class FailurePolicies {

  private FailurePolicies() {}

  public static RoutesBuilder answeringAt(String endpoint) {
    return new FailureRoutes(endpoint);
  }
}
