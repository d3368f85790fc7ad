package io.tuco.core.crm;

import java.time.Duration;
import java.util.Map;

/**
 * How fast calls may leave for one account of a CRM, over all nodes.
 *
 * @param account the window every call counts in
 * @param named further windows by the name that a call's {@link CrmCall#pace()} gives
 */
public record CrmPaces(Pace account, Map<String, Pace> named) {

  /** A call that counts in the account's window alone. */
  public static final String PLAIN = "";

  /** At most so many calls in any such stretch. */
  public record Pace(int calls, Duration per) {}

  public CrmPaces {
    named = Map.copyOf(named);
  }
}
