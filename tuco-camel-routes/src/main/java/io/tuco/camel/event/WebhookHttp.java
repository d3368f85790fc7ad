package io.tuco.camel.event;

import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.vertx.http.VertxHttpComponent;
import org.apache.camel.component.vertx.http.VertxHttpConfiguration;

/** The HTTP client of the deliveries, as a Camel component under a name of ours. */
final class WebhookHttp extends VertxHttpComponent {

  static final String NAME = "tuco-webhook-http";

  /** Stands for whatever a {@link WebhookCall} names; never resolved. */
  static final String ENDPOINT = NAME + ":https://webhook.invalid";

  private static final int MOST_CONNECTIONS_PER_HOST = 1_024;
  private static final int IDLE_CONNECTION_SECONDS = 10;

  private final EventParts parts;

  WebhookHttp(EventParts parts) {
    this.parts = parts;
    setVertx(parts.vertx());
  }

  /** Also after the stop, when the component has forgotten it and the last calls are cut off. */
  @Override
  public Vertx getVertx() {
    return parts.vertx();
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    var configuration = new VertxHttpConfiguration();
    configuration.setHttpUri(URI.create(remaining));
    configuration.setWebClientOptions(options());
    configuration.setVertxHttpBinding(
        new WebhookBinding(
            parts.vertx(), parts.settings(), new AnswerCodec(parts.clock()), parts.nanos()));
    return new WebhookHttpEndpoint(uri, this, configuration);
  }

  private WebClientOptions options() {
    return (WebClientOptions)
        new WebClientOptions()
            .setUserAgentEnabled(false)
            .setFollowRedirects(false)
            .setTryUseCompression(false)
            // Places are counted per endpoint; a pool must not make endpoints of one host wait for
            // each other.
            .setMaxPoolSize(MOST_CONNECTIONS_PER_HOST)
            .setKeepAliveTimeout(IDLE_CONNECTION_SECONDS)
            .setConnectTimeout((int) parts.settings().connectLimit().toMillis());
  }
}
