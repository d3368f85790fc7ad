package io.tuco.camel.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.camel.Seams;
import io.tuco.camel.TucoRoutes;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.core.store.StoreException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.ToDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FailpointSeamsTest {

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  @Test
  void failsBeforeASeamIsCalled() throws Exception {
    install("dispatch.before-first-byte:1:throw");

    assertThatThrownBy(this::send).hasRootCauseMessage("failpoint");
    assertThat(calls).hasValue(0);
  }

  @Test
  void failsAfterASeamWasCalled() throws Exception {
    install("dispatch.after-answer-before-result:1:throw");

    assertThatThrownBy(this::send).hasCauseInstanceOf(StoreException.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void leavesOtherSeamsAlone() throws Exception {
    install("settle.during-query:1:throw");

    send();

    assertThat(calls).hasValue(1);
  }

  @Test
  void watchesSeamsThatTheProductCalls() throws Exception {
    TucoRoutes.builder().http(HttpEndpoints.direct()).build().installOn(context);

    var called =
        context.getRouteDefinitions().stream()
            .flatMap(
                route ->
                    ProcessorDefinitionHelper.filterTypeInOutputs(
                        route.getOutputs(), ToDefinition.class)
                        .stream())
            .map(ToDefinition::getUri)
            .toList();

    assertThat(called).containsAll(FailpointSeams.watched());
  }

  private void install(String failpoint) throws Exception {
    context
        .getCamelContextExtension()
        .addInterceptStrategy(new FailpointSeams(new ArmedFailpoint(Failpoint.parse(failpoint))));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start").errorHandler(noErrorHandler()).to(Seams.RELAY_SEND);
            from(Seams.RELAY_SEND).process(exchange -> calls.incrementAndGet());
          }
        });
    context.start();
  }

  private void send() throws Exception {
    try (var template = context.createProducerTemplate()) {
      template.sendBody("direct:start", "");
    }
  }
}
