package io.tuco.core.crm;

import java.util.Optional;

/** The settings of one CRM: {@code client-id} is {@code tuco.<crm>.client-id}. */
@FunctionalInterface
public interface CrmOptions {

  /** Empty when it is not set, or blank. */
  Optional<String> get(String name);
}
