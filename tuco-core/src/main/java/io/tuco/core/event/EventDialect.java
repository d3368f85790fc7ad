package io.tuco.core.event;

/** In whose words an endpoint is told: those of the facade it was made by. */
public enum EventDialect {
  API,
  V1
}
