package io.tuco.camel.inbox;

import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.line.Device;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What looking after inboxes is made of.
 *
 * @param hookUrl where the device is to report; absent where it cannot reach us
 * @param tick when to see whether anything is due, a consumer URI
 */
public record InboxParts(
    DispatchEngine engine, Function<Device, Optional<String>> hookUrl, Clock clock, String tick) {}
