package io.tuco.camel.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP side of Twilio's library for one call: one try, whatever comes back, and the answer kept
 * as it came. The library's own view of it loses the status, the headers and whether anything left.
 */
final class OneTry extends HttpClient {

  private final TwilioHttp http;
  private final Map<String, List<String>> exact;
  private Optional<OutboundAnswer> answer = Optional.empty();

  OneTry(TwilioHttp http, Map<String, List<String>> exact) {
    this.http = http;
    this.exact = exact;
  }

  /** The library would try three times on any 5xx, and creating a message is not idempotent. */
  @Override
  public Response reliableRequest(Request request) {
    return reliableRequest(request, new int[0], 1, 0);
  }

  @Override
  public Response makeRequest(Request request) {
    var parameters =
        request.getMethod() == HttpMethod.GET ? request.getQueryParams() : request.getPostParams();
    parameters.putAll(exact);
    answer = Optional.of(new Failed(false, "The call broke off"));
    var came = http.call(request);
    answer = Optional.of(came);
    if (came instanceof Answered answered) {
      return new Response(new String(answered.body(), StandardCharsets.UTF_8), answered.status());
    }
    throw new ApiException("No answer");
  }

  /** What came back; empty when the library never got as far as asking. */
  Optional<OutboundAnswer> answer() {
    return answer;
  }
}
