package io.tuco.camel.channel;

import io.tuco.core.dispatch.DeviceRow;
import java.util.List;
import java.util.Optional;

/**
 * A message row of the relay, as far as we read it.
 *
 * @param text empty where a file stands in place of one
 * @param chatAddress the address behind the chat's prefix, if the row names its chat
 */
record RelayRow(
    String guid,
    String text,
    List<DeviceRow.File> files,
    int error,
    boolean fromMe,
    Optional<String> chatAddress) {}
