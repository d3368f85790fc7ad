package io.tuco.core.lead;

import java.time.Instant;
import java.util.Optional;

/** Another name or GHL record under which a known person arrived (API contract, section 2.6). */
public record LeadAlias(
    PersonName name,
    Optional<String> ghlRecordId,
    Optional<String> ghlLocationId,
    Instant firstSeenAt) {}
