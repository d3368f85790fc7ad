package io.tuco.camel.channel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/** Carries out one request of Twilio's library, at our base URL and within our limits. */
final class TwilioHttp implements AutoCloseable {

  private static final int MAX_ANSWER = 1 << 20;
  private static final String TIMED_OUT = "The operation was aborted due to timeout";

  private final CloseableHttpClient client;
  private final SmsSettings settings;
  private final ScheduledExecutorService timer;

  TwilioHttp(SmsSettings settings, ScheduledExecutorService timer) {
    this.client = TwilioHttpClients.open(settings);
    this.settings = settings;
    this.timer = timer;
  }

  /** Blocks until the answer is complete or the limits are over. */
  OutboundAnswer call(Request request) {
    var written = written(request);
    var limit = settings.connectLimit().plus(settings.answerLimit());
    // The client's own limits are between two packets; an answer that drips would never end.
    var end = timer.schedule(written::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
    var context = HttpClientContext.create();
    try {
      return client.execute(written, context, TwilioHttp::answered);
    } catch (IOException e) {
      return new Failed(
          !FirstByte.mayHaveLeft(context), written.isCancelled() ? TIMED_OUT : reason(e));
    } finally {
      end.cancel(false);
    }
  }

  /** One sentence, without host and address. */
  private static String reason(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "The host name could not be resolved";
    }
    if (failure instanceof ConnectTimeoutException) {
      return "The connection timed out";
    }
    if (failure instanceof ConnectException) {
      return "The connection was refused";
    }
    if (failure instanceof SSLException) {
      return "The TLS connection failed";
    }
    return failure instanceof SocketTimeoutException ? TIMED_OUT : "The connection was lost";
  }

  private HttpUriRequestBase written(Request request) {
    var path = URI.create(request.getUrl()).getRawPath();
    var base = settings.baseUrl().toString().replaceFirst("/+$", "");
    var query = pairs(request.getQueryParams());
    var url = base + path + (query.isEmpty() ? "" : "?" + WWWFormCodec.format(query, UTF_8));
    var written = new HttpUriRequestBase(request.getMethod().toString(), URI.create(url));
    written.setHeader(HttpHeaders.AUTHORIZATION, request.getAuthString());
    written.setHeader(HttpHeaders.ACCEPT, "application/json");
    if (request.getMethod() != HttpMethod.GET) {
      written.setEntity(new UrlEncodedFormEntity(pairs(request.getPostParams()), UTF_8));
    }
    return written;
  }

  private static List<NameValuePair> pairs(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)))
        .collect(Collectors.toList());
  }

  private static NameValuePair pair(String name, String value) {
    return new BasicNameValuePair(name, value);
  }

  private static OutboundAnswer answered(ClassicHttpResponse response) throws IOException {
    var headers = new HashMap<String, String>();
    for (Header header : response.getHeaders()) {
      headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return new Answered(response.getCode(), headers, body(response));
  }

  private static byte[] body(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return new byte[0];
    }
    var body = response.getEntity().getContent().readNBytes(MAX_ANSWER + 1);
    if (body.length > MAX_ANSWER) {
      throw new IOException("The answer was too long");
    }
    return body;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
