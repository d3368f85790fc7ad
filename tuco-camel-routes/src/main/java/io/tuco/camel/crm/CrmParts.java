package io.tuco.camel.crm;

import io.tuco.core.IdGenerator;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What speaking with CRMs is made of.
 *
 * @param baseUrls where a CRM's API is instead of where its connector says, by its name
 * @param nodeId of this process
 * @param nanos a monotonic clock
 * @param sweep where the ticks come from at which contacts are read: a consumer URI
 */
public record CrmParts(
    CrmConnectors connectors,
    Stores stores,
    SecretBox secrets,
    Map<String, URI> baseUrls,
    IdGenerator ids,
    String nodeId,
    Clock clock,
    LongSupplier nanos,
    RandomGenerator random,
    CrmLimits limits,
    String sweep) {

  public CrmParts {
    baseUrls = Map.copyOf(baseUrls);
  }
}
