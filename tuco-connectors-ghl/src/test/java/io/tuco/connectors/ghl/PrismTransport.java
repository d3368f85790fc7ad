package io.tuco.connectors.ghl;

import io.tuco.connectors.ghl.fake.SpecJudge;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmTransport;
import io.tuco.core.fixture.Prism;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Carries calls to Prism, once each, and keeps what Prism says against them. */
final class PrismTransport implements CrmTransport {

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> asked = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final Prism prism;
  private final CrmConnector connector;

  private Optional<String> preferred = Optional.empty();

  PrismTransport(Prism prism, CrmConnector connector) {
    this.prism = prism;
    this.connector = connector;
  }

  void prefers(String answer) {
    preferred = Optional.of(answer);
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public void carry(CrmCall call, Consumer<CrmAnswer> answered) {
    var response = response(call);
    asked.add(call.method() + " " + call.path());
    response
        .headers()
        .firstValue("sl-violations")
        .ifPresent(flaw -> violations.add(call.method() + " " + call.path() + ": " + flaw));
    answered.accept(
        new CrmAnswer.Answered(response.statusCode(), headers(response), response.body()));
  }

  private HttpResponse<byte[]> response(CrmCall call) {
    var request =
        HttpRequest.newBuilder(URI.create(prism.url(SpecJudge.file(fileOf(call))) + call.path()))
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::header);
    if (call.authority() == CrmCall.Authority.CONNECTION) {
      request.header("Authorization", connector.authorization("token"));
    }
    preferred.ifPresent(answer -> request.header("Prefer", answer));
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String fileOf(CrmCall call) {
    var resource = call.path().split("[/?]", 3)[1];
    return (call.method() + " " + call.path()).equals("POST /conversations/messages")
        ? "conversations.lenient.json"
        : resource + ".json";
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    return response.headers().map().entrySet().stream()
        .collect(
            Collectors.toMap(
                each -> each.getKey().toLowerCase(Locale.ROOT), each -> each.getValue().get(0)));
  }
}
