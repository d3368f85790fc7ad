package io.tuco.camel.channel.sms;

import java.net.URI;
import java.util.Optional;

/**
 * Where Twilio is to report what became of a text. The send id in the path makes a report a proof
 * that the text was taken, even when its answer got lost.
 *
 * <p>None is asked for where Twilio could not or should not come: without a public https URL, or
 * under a host name with an underscore, for which Twilio refuses the whole message. Plain http is
 * taken only when Twilio itself is a stand-in on loopback.
 */
final class CallbackUrls {

  private static final String STATUS = "/hooks/twilio/status/";

  private final Optional<String> base;

  CallbackUrls(SmsSettings settings) {
    this.base =
        Optional.of(settings.publicUrl().replaceFirst("/+$", ""))
            .filter(url -> isReachable(URI.create(url), settings.baseUrl()));
  }

  Optional<String> statusOf(String sendId) {
    return base.map(url -> url + STATUS + sendId);
  }

  private static boolean isReachable(URI url, URI twilio) {
    return url.getHost() != null
        && !url.getHost().contains("_")
        && ("https".equals(url.getScheme()) || isLoopback(twilio) && isLoopback(url));
  }

  private static boolean isLoopback(URI url) {
    return "127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost());
  }
}
