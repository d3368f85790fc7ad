package io.tuco.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.camel.http.HttpEndpoints;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One route of each kind fails, and what its caller sees is what the policy promises. */
final class FailureRoutesTest {

  private static final Set<String> POLICIES =
      Set.of(
          FailureRoutes.ANSWERING,
          FailureRoutes.WORKING,
          FailureRoutes.INNER,
          FailureRoutes.RECORDING);

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void stop() {
    context.stop();
  }

  @Nested
  class Policies {

    private ProducerTemplate template = context.createProducerTemplate();

    @BeforeEach
    void start() throws Exception {
      context.addRoutesConfigurations(new FailureRoutes("direct:answer"));
      context.addRoutes(failing());
      context.start();
      template = context.createProducerTemplate();
    }

    @Test
    void turnsAFailureOfAnHttpRouteIntoAnAnswer() {
      assertThat(template.requestBody("direct:answering", "question")).isEqualTo("documented");
      assertThat(runs).hasValue(1);
    }

    @Test
    void endsAFailureOfAnEntranceInTheLog() {
      template.requestBody("direct:working", "tick");

      assertThat(runs).hasValue(1);
    }

    @Test
    void letsTheCallerOfAnInnerRouteKnow() {
      assertThatThrownBy(() -> template.requestBody("direct:inner", "turn"))
          .isInstanceOf(CamelExecutionException.class)
          .hasRootCauseMessage("broken");
      assertThat(runs).hasValue(1);
    }

    @Test
    void repeatsARecordingAFewTimes() {
      assertThatThrownBy(() -> template.requestBody("direct:recording", "result"))
          .hasRootCauseMessage("broken");
      assertThat(runs).hasValue(4);
    }
  }

  @Test
  void isNamedByEveryRouteOfOurs() throws Exception {
    TucoRoutes.builder()
        .http(HttpEndpoints.direct())
        .set("tuco.admin.enabled", "true")
        .set("tuco.admin.token", "operator")
        .build()
        .installOn(context);

    assertThat(context.getRouteDefinitions())
        .hasSizeGreaterThan(40)
        .allSatisfy(route -> assertThat(POLICIES).contains(route.getRouteConfigurationId()))
        .extracting(RouteDefinition::getRouteId)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).startsWith("tuco-"));
  }

  @Test
  void leavesNoSeamWithoutAConsumer() throws Exception {
    TucoRoutes.builder().build().installOn(context);
    context.start();

    var consumed =
        context.getRoutes().stream().map(route -> route.getEndpoint().getEndpointUri()).toList();
    assertThat(context.getEndpoints())
        .filteredOn(DirectEndpoint.class::isInstance)
        .isNotEmpty()
        .allSatisfy(endpoint -> assertThat(consumed).contains(endpoint.getEndpointUri()));
  }

  private RouteBuilder failing() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:answer")
            .routeConfigurationId(FailureRoutes.INNER)
            .setBody(constant("documented"));
        fail("direct:answering", FailureRoutes.ANSWERING);
        fail("direct:working", FailureRoutes.WORKING);
        fail("direct:inner", FailureRoutes.INNER);
        fail("direct:recording", FailureRoutes.RECORDING);
      }

      private void fail(String endpoint, String policy) {
        from(endpoint)
            .routeConfigurationId(policy)
            .process(
                exchange -> {
                  runs.incrementAndGet();
                  throw new IOException("broken");
                });
      }
    };
  }
}
