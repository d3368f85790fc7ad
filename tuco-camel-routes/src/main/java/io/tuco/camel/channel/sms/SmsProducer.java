package io.tuco.camel.channel.sms;

import com.twilio.http.TwilioRestClient;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import java.util.HashMap;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.twilio.TwilioProducer;

/**
 * Carries out the {@link TwilioCall} in the body with a client of its account, and leaves an {@link
 * OutboundAnswer} there.
 *
 * <p>The stock producer would take arguments from any header whose name fits, run on a pool that
 * all contexts of the JVM share, and turn every answer but a good one into an exception.
 */
final class SmsProducer extends TwilioProducer {

  private final SmsComponent owner;

  SmsProducer(SmsEndpoint endpoint, SmsComponent owner) {
    super(endpoint);
    this.owner = owner;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    exchange.getMessage().removeHeaders("*");
    var call = exchange.getMessage().getBody(TwilioCall.class);
    try {
      owner.threads().execute(() -> answer(exchange, call, callback));
      return false;
    } catch (RejectedExecutionException e) {
      exchange.getMessage().setBody(new Failed(true, "Too many texts are under way"));
      callback.done(true);
      return true;
    }
  }

  private void answer(Exchange exchange, TwilioCall call, AsyncCallback callback) {
    try {
      exchange.getMessage().setBody(answerTo(exchange, call));
    } catch (Exception e) {
      exchange.setException(e);
    } finally {
      callback.done(false);
    }
  }

  private OutboundAnswer answerTo(Exchange exchange, TwilioCall call) {
    var oneTry = new OneTry(owner.http(), call.exact());
    var arguments = new HashMap<>(call.arguments());
    arguments.put("client", clientOf(call, oneTry));
    try {
      doInvokeMethod(findMethod(exchange, arguments), arguments);
    } catch (RuntimeException e) {
      // What the library makes of an answer it does not like; we judge the answer itself. Its texts
      // repeat numbers and bodies, so they are not logged either.
    }
    return oneTry.answer().orElseGet(() -> new Failed(true, "The request could not be written"));
  }

  private static TwilioRestClient clientOf(TwilioCall call, OneTry oneTry) {
    return new TwilioRestClient.Builder(call.accountSid(), call.token())
        .accountSid(call.accountSid())
        .httpClient(oneTry)
        .build();
  }
}
