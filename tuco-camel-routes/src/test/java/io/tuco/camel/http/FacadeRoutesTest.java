package io.tuco.camel.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tuco.camel.FailureRoutes;
import java.util.Set;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What holds for every route of the facades. */
final class FacadeRoutesTest {

  private static final int OPERATIONS = 47 + 28;

  /** With the reading of its document. */
  private static final int OPERATIONS_OF_V1 = 19 + 1;

  private static final int REFUSALS = 3;
  private static final int INNER = 7;
  private static final int LOOKING_UP = 6;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(AnswerFailureRoutes.class);
  private DirectApi api;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    api.close();
  }

  @Test
  void startsEachUnderAnIdOfItsOwnAndWithAFailurePolicy() {
    var ours =
        api.context().getRoutes().stream()
            .filter(route -> route.getRouteId().startsWith("tuco-"))
            .toList();

    assertThat(ours).hasSize(OPERATIONS + OPERATIONS_OF_V1 + REFUSALS + INNER + LOOKING_UP);
    assertThat(ours)
        .extracting(Route::getConfigurationId)
        .containsOnly(FailureRoutes.ANSWERING, FailureRoutes.INNER, FailureRoutes.WORKING);
  }

  @Test
  void tellsNobodyWhatBroke() {
    var key = api.world().key();
    api.world().watched().breakDown();

    var answer = api.call("GET /api/messages", "/api/messages", key, null);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"Internal server error\",\"code\":\"INTERNAL_ERROR\"}");
  }

  @Test
  void logsAFailureOnceByIdAndClassAlone() {
    var key = api.world().key();
    api.world().watched().breakDown();

    var answer = api.call("GET /api/messages", "/api/messages", key, null);

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "request "
                + answer.headers().get(RequestIds.HEADER)
                + " failed: java.lang.IllegalStateException");
    assertThat(Set.of(answer.body(), log.list.toString())).noneMatch(t -> t.contains("+1202"));
  }

  @Test
  void answersTheOperatorTooWhileTheStoreIsAway() {
    api.world().watched().goAway();

    var answer = api.call("GET /admin/devices", "/admin/devices", ApiWorld.ADMIN_TOKEN, null);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
  }
}
