package io.tuco.camel.channel.sms;

import com.twilio.http.TwilioRestClient;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.component.twilio.TwilioComponent;
import org.apache.camel.component.twilio.TwilioConfiguration;
import org.apache.camel.component.twilio.internal.TwilioApiName;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Camel's Twilio component under a name of our own, with a client and threads of our own, so that
 * nothing an embedder does to {@code twilio} reaches it, nor the reverse.
 *
 * <p>Twilio's library holds a thread for each call. It gets {@value #CALLS_AT_ONCE} that nobody
 * else uses, and as many calls may wait for one; a call beyond that is answered at once that
 * nothing left.
 */
final class SmsComponent extends TwilioComponent {

  static final String NAME = "tuco-twilio";

  /** In: a {@link TwilioCall}. Out: an {@code OutboundAnswer}. */
  static final String CREATE = NAME + ":message/creator";

  /** In: a {@link TwilioCall}. Out: an {@code OutboundAnswer}. */
  static final String LIST = NAME + ":message/reader";

  static final int CALLS_AT_ONCE = 32;

  private static final long IDLE_SECONDS = 60;

  private final TwilioHttp http;
  private final ExecutorService threads;

  private SmsComponent(CamelContext context, SmsSettings settings) {
    super(context);
    var services = context.getExecutorServiceManager();
    this.http =
        new TwilioHttp(settings, services.newSingleThreadScheduledExecutor(this, "tuco-sms-limit"));
    this.threads =
        services.newThreadPool(
            this,
            "tuco-sms",
            new ThreadPoolProfileBuilder("tuco-sms")
                .poolSize(CALLS_AT_ONCE)
                .maxPoolSize(CALLS_AT_ONCE)
                .maxQueueSize(CALLS_AT_ONCE)
                .keepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS)
                .allowCoreThreadTimeOut(true)
                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                .build());
    // An embedder's own client must not be taken for ours.
    setAutowiredEnabled(false);
    // Asked for at start; each call brings its own.
    setRestClient(
        new TwilioRestClient.Builder("nobody", "").httpClient(new OneTry(http, Map.of())).build());
  }

  static void install(CamelContext context, SmsSettings settings) {
    context.addComponent(NAME, new SmsComponent(context, settings));
  }

  ExecutorService threads() {
    return threads;
  }

  TwilioHttp http() {
    return http;
  }

  @Override
  protected Endpoint createEndpoint(
      String uri, String method, TwilioApiName api, TwilioConfiguration configuration) {
    configuration.setApiName(api);
    configuration.setMethodName(method);
    return new SmsEndpoint(uri, this, api, method, configuration);
  }

  @Override
  public void doShutdown() throws Exception {
    super.doShutdown();
    http.close();
  }
}
