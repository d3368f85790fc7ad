package io.tuco.camel.http.v1;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Served;
import org.apache.camel.builder.RouteBuilder;

/** Where a file comes in: its body is read by the operation, piece by piece. */
final class UploadRoutes extends RouteBuilder {

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final Served upload;

  UploadRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, Served upload) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.upload = upload;
  }

  @Override
  public void configure() {
    var operation = upload.operation();
    // spotless:off
    from(endpoints.uploadUri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receiveFile)
        .transform().body(HttpRequest.class, this::answer)
        .process(codec::answer);
    // spotless:on
  }

  private HttpAnswer answer(HttpRequest request) {
    return upload.answer().apply(request);
  }
}
