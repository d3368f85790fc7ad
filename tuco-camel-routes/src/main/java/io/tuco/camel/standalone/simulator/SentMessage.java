package io.tuco.camel.standalone.simulator;

import java.util.Optional;

/**
 * A message that left, as the person at the other end would count it.
 *
 * @param n its number among all that left, over all devices, from 1
 */
record SentMessage(
    long n, String device, SendKind kind, Optional<String> tempGuid, MessageRow row) {}
