package io.tuco.camel.lookup;

import io.tuco.core.engine.BulkChecks;
import io.tuco.core.engine.LookUps;
import java.time.Clock;

/**
 * What client-ordered look-ups are made of.
 *
 * @param sweep the consumer URI that looks for bulk checks which nobody works on
 */
public record LookUpParts(LookUps lookUps, BulkChecks bulkChecks, Clock clock, String sweep) {}
