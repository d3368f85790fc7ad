package io.tuco.camel.outbound;

import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.multipart.MultipartForm;
import java.util.HashMap;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.component.vertx.http.DefaultVertxHttpBinding;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Sends exactly the {@link OutboundCall} in the body and leaves an {@link OutboundAnswer} there.
 *
 * <p>The stock binding would resolve property placeholders in a URL, forget TLS on a URL with a
 * port, copy the exchange's headers into the request, and read an answer of any length.
 */
final class CallBinding extends DefaultVertxHttpBinding {

  private final WebClient client;

  CallBinding(WebClient client) {
    this.client = client;
  }

  @Override
  public HttpRequest<Buffer> prepareHttpRequest(VertxHttpEndpoint endpoint, Exchange exchange) {
    var call = exchange.getMessage().getBody(OutboundCall.class);
    var request = client.requestAbs(HttpMethod.valueOf(call.method()), call.url());
    call.headers().forEach(request::putHeader);
    exchange.getMessage().getHeaders().clear();
    exchange.getMessage().setBody(written(call.body()));
    return request
        .timeout(call.limit().toMillis())
        .followRedirects(false)
        .as(new BoundedBody(call.maxAnswerBytes()));
  }

  @Override
  public void handleResponse(
      VertxHttpEndpoint endpoint, Exchange exchange, AsyncResult<HttpResponse<Buffer>> response) {
    exchange
        .getMessage()
        .setBody(
            response.succeeded()
                ? answered(response.result())
                : CallFailures.from(response.cause()));
  }

  /** In the types that the producer passes on as they are. */
  private static @Nullable Object written(OutboundBody body) {
    if (body instanceof OutboundBody.Form form) {
      return multipart(form);
    }
    var bytes = ((OutboundBody.Bytes) body).bytes();
    return bytes.length == 0 ? null : Buffer.buffer(bytes);
  }

  private static MultipartForm multipart(OutboundBody.Form form) {
    var written = MultipartForm.create();
    form.fields().forEach(written::attribute);
    var file = form.file();
    return written.binaryFileUpload(
        file.field(), file.fileName(), file.path().toString(), file.contentType());
  }

  private static OutboundAnswer answered(HttpResponse<Buffer> response) {
    var headers = new HashMap<String, String>();
    response
        .headers()
        .forEach(
            header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    var body = response.body();
    return new OutboundAnswer.Answered(
        response.statusCode(), headers, body == null ? new byte[0] : body.getBytes());
  }
}
