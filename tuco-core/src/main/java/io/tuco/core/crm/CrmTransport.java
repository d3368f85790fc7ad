package io.tuco.core.crm;

import java.util.function.Consumer;

/**
 * Carries calls to the CRM of one connection. Behind it lies all that is the same for every CRM:
 * address, token and its refresh, time limits, pacing, repetition, and the breaker.
 */
@FunctionalInterface
public interface CrmTransport {

  /**
   * @param answered is given the answer exactly once, on any thread, perhaps before this returns
   */
  void carry(CrmCall call, Consumer<CrmAnswer> answered);
}
