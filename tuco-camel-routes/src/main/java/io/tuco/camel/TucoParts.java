package io.tuco.camel;

import io.tuco.camel.failpoint.ArmedFailpoint;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.Secrets;
import io.tuco.core.IdGenerator;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlRules;
import io.tuco.core.line.CallbackSecrets;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.UnsubscribeTokens;
import io.tuco.core.store.Stores;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What an installation is made of, chosen once.
 *
 * @param storeKind such as {@code memory}, {@code embedded} or {@code mongodb}
 * @param http where requests come in; nowhere when absent
 * @param vertx carries the HTTP clients; one of our own when absent
 * @param failpoint stops the program for a test
 */
record TucoParts(
    TucoSettings settings,
    Stores stores,
    MessageIntake intake,
    EventRenderer renderer,
    Secrets secrets,
    UrlRules webhookUrls,
    UrlRules attachmentUrls,
    HostLookup hosts,
    FileLinks fileLinks,
    UnsubscribeTokens optOutTokens,
    CallbackSecrets callbackSecrets,
    IdGenerator ids,
    Clock clock,
    LongSupplier nanos,
    String storeKind,
    Optional<HttpEndpoints> http,
    Optional<Vertx> vertx,
    Optional<ArmedFailpoint> failpoint,
    CrmConnectors connectors) {

  /** The version in the jar's manifest. */
  String version() {
    return Optional.ofNullable(TucoParts.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
