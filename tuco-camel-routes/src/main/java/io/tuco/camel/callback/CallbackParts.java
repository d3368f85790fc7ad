package io.tuco.camel.callback;

import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.line.CallbackSecrets;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.util.function.IntFunction;

/**
 * What the callbacks are made of.
 *
 * @param publicUrl where Twilio comes to, without a slash at its end; part of what it signs
 * @param engine knows what becomes of what they tell
 * @param carrierNews what to say of an error code that a carrier's failure came with
 */
public record CallbackParts(
    HttpEndpoints endpoints,
    HttpExchangeCodec codec,
    Stores stores,
    DispatchEngine engine,
    CallbackSecrets deviceSecrets,
    SecretBox box,
    String publicUrl,
    IntFunction<CarrierNews> carrierNews,
    Clock clock) {}
