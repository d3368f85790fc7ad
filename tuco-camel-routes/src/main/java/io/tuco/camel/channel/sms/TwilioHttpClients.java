package io.tuco.camel.channel.sms;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.Timeout;

/** The client under Twilio's library, with everything off that it does unasked. */
final class TwilioHttpClients {

  private TwilioHttpClients() {}

  static CloseableHttpClient open(SmsSettings settings) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections(settings))
        .setDefaultRequestConfig(limits(settings))
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        // A kept connection that the other side closes just then would make a send unknown for
        // nothing.
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("tuco")
        .addExecInterceptorBefore(
            ChainElement.MAIN_TRANSPORT.name(), "tuco-first-byte", new FirstByte())
        .build();
  }

  private static HttpClientConnectionManager connections(SmsSettings settings) {
    var connect = Timeout.of(settings.connectLimit());
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnPerRoute(SmsComponent.CALLS_AT_ONCE)
        .setMaxConnTotal(SmsComponent.CALLS_AT_ONCE)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(Timeout.of(settings.answerLimit()))
                .build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
        .build();
  }

  private static RequestConfig limits(SmsSettings settings) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(settings.connectLimit().toMillis(), TimeUnit.MILLISECONDS)
        .setResponseTimeout(Timeout.of(settings.answerLimit()))
        .setRedirectsEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }
}
