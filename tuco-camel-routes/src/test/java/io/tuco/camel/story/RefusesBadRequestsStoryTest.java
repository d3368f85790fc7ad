package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.openapi.ApiDocument;
import io.tuco.camel.openapi.DocumentedError;
import io.tuco.camel.story.BadRequest.State;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is told in the documented words, and changes nothing. */
final class RefusesBadRequestsStoryTest {

  /** Texts that no request can bring about here, with the reason. */
  private static final Map<String, String> NOT_HERE =
      Map.of(
          "Attachment URL does not belong to this organization",
          "there is no file store of our own",
          "Failed to fetch replies",
          "only where nothing but the replies is broken: ReplyReadsTest",
          "Maximum 10000 leads per request",
          "takes a list of so many: LeadChecksTest");

  private static final String NOTED = "LeadStore.noteAvailability";

  private static final Map<State, RefusingServer> SERVERS = new EnumMap<>(State.class);

  @BeforeAll
  static void open() throws Exception {
    for (var state : State.values()) {
      SERVERS.put(state, new RefusingServer(state));
    }
  }

  @AfterAll
  static void close() {
    SERVERS.values().forEach(RefusingServer::close);
  }

  static Stream<BadRequest> requests() {
    return BadRequests.all();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void refusesInTheDocumentedWordsAndChangesNothing(BadRequest bad) {
    var server = SERVERS.get(bad.state());
    server.api().world().watched().writes().clear();
    var answer = server.api().send(request(server, bad));

    assertThat(answer.body()).isEqualTo(bad.answer());
    assertThat(answer.statusCode()).isEqualTo(bad.status());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    // That nobody could be asked about a lead is kept with it.
    assertThat(server.api().world().watched().writes())
        .filteredOn(write -> bad.state() != State.WITHOUT_DEVICE || !write.equals(NOTED))
        .isEmpty();
  }

  /** The documented headers are looked at wherever an answer comes in: see AnswerRules. */
  @Test
  void hasARowForEveryTextOfEveryOperation() {
    var rows = BadRequests.all().toList();

    var untold =
        ApiDocument.ours().served().stream()
            .flatMap(operation -> operation.errors().stream())
            .filter(error -> !isNotSaidHere(error))
            .filter(error -> rows.stream().noneMatch(row -> tells(row, error)))
            .map(DocumentedError::toString)
            .collect(Collectors.toList());

    assertThat(untold).isEmpty();
  }

  @Test
  void excusesNothingThatARowTells() {
    assertThat(BadRequests.all().map(BadRequest::answer))
        .noneMatch(answer -> NOT_HERE.keySet().stream().anyMatch(answer::contains));
  }

  private static boolean isNotSaidHere(DocumentedError error) {
    return NOT_HERE.keySet().stream().anyMatch(error.text()::contains);
  }

  private static boolean tells(BadRequest row, DocumentedError error) {
    return ApiDocument.ours()
        .find(row.method(), row.path().split("\\?")[0])
        .filter(operation -> operation.name().equals(error.operation()))
        .filter(operation -> error.isAnsweredBy(row.status(), row.answer()))
        .isPresent();
  }

  private static HttpRequest.Builder request(RefusingServer server, BadRequest bad) {
    var body =
        bad.body().length == 0 && List.of("GET", "DELETE").contains(bad.method())
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(bad.body());
    var request =
        server
            .api()
            .request(bad.path())
            .header("Authorization", "Bearer " + server.key(bad.as()))
            .header("Content-Type", bad.contentType())
            .method(bad.method(), body);
    bad.headers().forEach(request::header);
    return request;
  }
}
