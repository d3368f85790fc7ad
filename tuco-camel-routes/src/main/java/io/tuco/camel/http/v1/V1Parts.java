package io.tuco.camel.http.v1;

import io.tuco.camel.http.AccessCache;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.WaitingRoom;
import io.tuco.core.IdGenerator;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlRules;
import io.tuco.core.message.FileLinks;
import io.tuco.core.store.Stores;
import java.time.Clock;

/**
 * What the {@code /v1} facade is made of.
 *
 * @param keys shared with every other facade
 * @param room shared with every other facade
 * @param requestsPerHour how many each key may make in a clock hour
 * @param mostAttempts how often a message is tried in all
 * @param webhookUrls which addresses webhooks may have, whose hosts {@code hosts} looks up
 */
public record V1Parts(
    HttpEndpoints endpoints,
    Stores stores,
    AccessCache keys,
    WaitingRoom room,
    MessageIntake intake,
    FileLinks links,
    Clock clock,
    IdGenerator ids,
    int requestsPerHour,
    int mostAttempts,
    Secrets secrets,
    UrlRules webhookUrls,
    HostLookup hosts) {}
