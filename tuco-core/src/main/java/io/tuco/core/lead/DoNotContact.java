package io.tuco.core.lead;

import io.tuco.core.address.Address;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that nobody of a workspace may write to (API contract, section 9), and with it the
 * whole person it belongs to. It outlives the lead.
 *
 * @param reason what the one who entered it said
 */
public record DoNotContact(
    String id,
    String workspaceId,
    Address address,
    Optional<String> reason,
    Source source,
    Instant createdAt) {

  /** Where an entry comes from; only an opt-out can be taken back by the person. */
  public enum Source {
    MANUAL,
    OPT_OUT,
    CRM,
    IMPORT;

    private final String wire = name().toLowerCase(Locale.ROOT);

    public String wire() {
      return wire;
    }

    public static Optional<Source> parse(String wire) {
      return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }
  }
}
