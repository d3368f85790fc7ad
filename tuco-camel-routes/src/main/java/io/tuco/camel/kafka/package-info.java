/**
 * Kafka: events out to a topic, sends in from one.
 *
 * <p>Owns the records' shapes, the clients and when an offset is committed. Must not know how a
 * send is judged or where events come from. Nothing here is loaded while Kafka is off.
 */
@NullMarked
package io.tuco.camel.kafka;

import org.jspecify.annotations.NullMarked;
