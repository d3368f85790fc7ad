package io.tuco.camel.outbound;

import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.impl.WebClientInternal;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.vertx.http.VertxHttpComponent;

/**
 * Installs our HTTP clients as components of their own, so that nothing the embedder does to {@code
 * vertx-http} reaches them, nor the reverse.
 */
public final class OutboundClients {

  /** In: an {@link OutboundCall} to an operator's device. Out: an {@link OutboundAnswer}. */
  public static final String DEVICES = "tuco-device-http:device.invalid";

  /** In: an {@link OutboundCall} to a CRM. Out: an {@link OutboundAnswer}. */
  public static final String CRMS = "tuco-crm-http:crm.invalid";

  private static final int CRM_KEEP_ALIVE_SECONDS = 15;
  private static final int MANY = 10_000;
  private static final int PER_HOST = 64;

  private OutboundClients() {}

  public static void install(CamelContext context, Vertx vertx, Duration connectTimeout) {
    // A kept connection that the device closes just then would make a send unknown for nothing.
    add(context, vertx, "tuco-device-http", options(connectTimeout).setKeepAlive(false));
    // Shorter than servers keep theirs, so that they seldom close one that we just take.
    add(context, vertx, "tuco-crm-http", options(connectTimeout, CRM_KEEP_ALIVE_SECONDS));
  }

  private static WebClientOptions options(Duration connectTimeout) {
    var options =
        new WebClientOptions()
            .setFollowRedirects(false)
            .setUserAgentEnabled(false)
            .setDecompressionSupported(false);
    options
        .setMaxPoolSize(PER_HOST)
        .setMaxWaitQueueSize(MANY)
        .setConnectTimeout((int) connectTimeout.toMillis());
    return options;
  }

  private static WebClientOptions options(Duration connectTimeout, int keepAliveSeconds) {
    var options = options(connectTimeout);
    options.setKeepAlive(true).setKeepAliveTimeout(keepAliveSeconds);
    return options;
  }

  private static void add(
      CamelContext context, Vertx vertx, String name, WebClientOptions options) {
    var component = new VertxHttpComponent();
    component.setVertx(vertx);
    var client = WebClient.create(vertx, options);
    ((WebClientInternal) client).addInterceptor(new TotalLimit(vertx));
    component.setVertxHttpBinding(new CallBinding(client));
    context.addComponent(name, component);
  }
}
