package io.tuco.camel;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** The door's failure policies, for tests of routes that live in other packages. */
public final class FailurePolicies {

  private FailurePolicies() {}

  public static RouteConfigurationBuilder standard() {
    return new FailureRoutes(Seams.ANSWER_FAILURE);
  }
}
