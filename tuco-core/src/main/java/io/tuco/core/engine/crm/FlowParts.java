package io.tuco.core.engine.crm;

import io.tuco.core.IdGenerator;
import io.tuco.core.crm.Crms;
import io.tuco.core.engine.ContactIntake;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What the flows are made of.
 *
 * @param contacts takes what a CRM says of a contact
 * @param workers run what asks the store; answers of CRMs never do so on their own threads. They
 *     survive what fails, and take nothing more once the program stops
 * @param nanos a monotonic clock
 */
public record FlowParts(
    Stores stores,
    Crms crms,
    ContactIntake contacts,
    IdGenerator ids,
    Clock clock,
    LongSupplier nanos,
    Executor workers,
    FlowLimits limits) {}
