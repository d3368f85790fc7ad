package io.tuco.camel.kafka;

import java.util.concurrent.CompletableFuture;

/** Puts one event into the stream. The answer is never exceptional. */
@FunctionalInterface
interface StreamSender {

  CompletableFuture<StreamAnswer> send(StreamedEvent event);
}
