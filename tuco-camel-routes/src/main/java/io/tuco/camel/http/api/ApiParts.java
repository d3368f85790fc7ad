package io.tuco.camel.http.api;

import io.tuco.camel.http.AccessCache;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.WaitingRoom;
import io.tuco.core.IdGenerator;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.engine.Explanations;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlRules;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.RateLimits;
import java.time.Clock;

/**
 * What the {@code /api} facade is made of.
 *
 * @param engine carries out what people order about messages that wait or are under way
 * @param webhookUrls the rules for webhook URLs, which are stricter than those for attachments
 * @param hosts may block for as long as a look-up may last
 * @param keys shared with every other facade
 * @param room shared with every other facade
 * @param rateLimits of a workspace that has none of its own; every group's
 * @param verifyCredentials whether Twilio is asked before credentials of it are kept
 */
public record ApiParts(
    HttpEndpoints endpoints,
    Stores stores,
    AccessCache keys,
    MessageIntake intake,
    DispatchEngine engine,
    Explanations explanations,
    Clock clock,
    IdGenerator ids,
    Secrets secrets,
    UrlRules webhookUrls,
    HostLookup hosts,
    RateLimits rateLimits,
    boolean verifyCredentials,
    WaitingRoom room) {}
