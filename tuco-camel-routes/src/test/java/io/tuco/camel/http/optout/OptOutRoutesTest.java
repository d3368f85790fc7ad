package io.tuco.camel.http.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.core.SortableIds;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.message.UnsubscribeToken;
import io.tuco.core.message.UnsubscribeTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptOutRoutesTest {

  private static final UnsubscribeToken ADA =
      new UnsubscribeToken(
          "org_1", Optional.of("lead-1"), new EmailAddress("ada@example.org"), "message-1");

  private final UnsubscribeTokens tokens = UnsubscribeTokens.under(new byte[32]);
  private final List<UnsubscribeToken> noted = new ArrayList<>();
  private final CamelContext context = new DefaultCamelContext();

  @BeforeEach
  void open() throws Exception {
    var ids = new SortableIds(SettableClock.at(Fixtures.NOW), new Random(7));
    context.addRoutesConfigurations(FailurePolicies.standard());
    context.addRoutes(
        new OptOutRoutes(
            HttpEndpoints.direct(),
            new HttpExchangeCodec(ids),
            tokens,
            (workspace, lead, address, message) ->
                noted.add(new UnsubscribeToken(workspace, lead, address, message))));
    context.start();
  }

  @AfterEach
  void close() {
    context.stop();
  }

  private Exchange call(String method, String token) {
    return context
        .createProducerTemplate()
        .request(
            "direct:tuco-" + method.toLowerCase(Locale.ROOT) + "-u-token",
            exchange -> {
              exchange.getMessage().setHeader(Exchange.HTTP_METHOD, method);
              exchange.getMessage().setHeader(Exchange.HTTP_PATH, "/u/" + token);
              exchange.getMessage().setHeader("X-Evil", "1");
              exchange.getMessage().setHeader("Content-Type", "application/x-www-form-urlencoded");
            });
  }

  private static String body(Exchange exchange) {
    return exchange.getMessage().getBody(String.class);
  }

  private static Object status(Exchange exchange) {
    return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE);
  }

  @Test
  void asksBeforeItDoesAnything() {
    var answer = call("GET", tokens.write(ADA));

    assertThat(status(answer)).isEqualTo(200);
    assertThat(body(answer))
        .contains("<form method=\"post\">", "<button")
        .doesNotContain("script", "ada@", "http");
    assertThat(noted).isEmpty();
  }

  @Test
  void letsNothingRunOnThePageAndNothingLeaveIt() {
    var headers = call("GET", tokens.write(ADA)).getMessage().getHeaders();

    assertThat(headers)
        .containsEntry("Content-Type", "text/html; charset=utf-8")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .doesNotContainKey("X-Evil");
    assertThat(headers.get("Content-Security-Policy").toString()).startsWith("default-src 'none'");
  }

  @Test
  void unsubscribesWithOneClick() {
    var answer = call("POST", tokens.write(ADA));

    assertThat(status(answer)).isEqualTo(200);
    assertThat(noted).containsExactly(ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void knowsNoForgedLink(String method) {
    var token = tokens.write(ADA);

    for (var forged : List.of("", "x", token.substring(1), token + "A")) {
      var answer = call(method, forged);
      assertThat(status(answer)).isEqualTo(404);
      assertThat(body(answer)).isEqualTo("{\"error\":\"Not found\"}");
    }
    assertThat(noted).isEmpty();
  }
}
