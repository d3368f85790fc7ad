package io.tuco.core.workspace;

import io.tuco.core.address.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/** A user of a workspace ({@code user_…}); the first is its owner. */
public record Member(
    String id,
    String workspaceId,
    EmailAddress email,
    Optional<String> name,
    boolean owner,
    Instant createdAt) {}
