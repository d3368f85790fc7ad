package io.tuco.camel.kafka;

import io.tuco.core.store.Stores;
import java.time.Clock;

/**
 * What the Kafka routes are made of.
 *
 * @param nodeId of this process
 * @param sweep the endpoint whose exchanges start a look at what waits, such as a Quartz URI
 */
public record KafkaParts(
    Stores stores, KafkaSettings settings, Clock clock, String nodeId, String sweep) {}
