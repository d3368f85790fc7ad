package io.tuco.camel.crm;

import static io.tuco.core.fixture.Fixtures.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.camel.http.AnswerFailureRoutes;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.core.SortableIds;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.Crms;
import io.tuco.core.engine.ContactIntake;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.engine.RateLimiter;
import io.tuco.core.engine.crm.CrmFlows;
import io.tuco.core.engine.crm.CrmSends;
import io.tuco.core.engine.crm.FlowLimits;
import io.tuco.core.engine.crm.FlowParts;
import io.tuco.core.engine.crm.JobNews;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.secret.Sealed;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.RateLimits;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CrmHookTest {

  private record Answer(int status, String body, Map<String, Object> headers) {}

  private static final String CONNECTION = id(0xc1);
  private static final String SEND = "account-1 send k1 +12025550100 Hello there";

  private final InMemoryStores memory = new InMemoryStores();
  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final SecretBox box = new SecretBox(new byte[32], new Random(7));
  private final HookedCrm crm = new HookedCrm();
  private final List<Object> expected = new ArrayList<>();
  private final CamelContext context = new DefaultCamelContext();
  private boolean storeIsAway;
  private int perMinute = 3;

  @BeforeEach
  void starts() throws Exception {
    memory.workspaces().insert(Fixtures.aWorkspace().build());
    memory.devices().insert(Fixtures.aDevice().build());
    memory.lines().insert(Fixtures.aLine().build());
    memory.connections().insert(withSecret(Fixtures.aConnection().build(), box.seal("s3cret")));
    var ids = new SortableIds(clock, new Random(7));
    var codec = new HttpExchangeCodec(ids);
    context.addRoutesConfigurations(FailurePolicies.standard());
    context.addRoutes(new AnswerFailureRoutes(codec));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(Seams.LANE_EXPECT)
                .process(exchange -> expected.add(exchange.getMessage().getBody()));
          }
        });
    context.addRoutes(new CrmHookRoutes(parts(ids, codec)));
    context.start();
  }

  private HookParts parts(SortableIds ids, HttpExchangeCodec codec) {
    var connectors = CrmConnectors.of(List.of(crm), name -> option -> Optional.empty());
    var stores = mayBeAway();
    var flows =
        CrmFlows.of(
            new FlowParts(
                stores,
                new Crms(connectors, any -> (call, answered) -> {}),
                new ContactIntake(stores, ids),
                ids,
                clock,
                System::nanoTime,
                task -> {},
                FlowLimits.documented()),
            new JobNews() {
              @Override
              public void ended(CrmJob job) {}

              @Override
              public void broke(CrmJob job, RuntimeException fault) {}
            });
    return new HookParts(
        HttpEndpoints.direct(),
        codec,
        stores,
        connectors,
        box,
        "https://tuco.example/base",
        new CrmSends(
            stores,
            connectors,
            new MessageIntake(stores, ids, event -> "{}", Fixtures.attachmentUrls(), clock),
            new RateLimiter(memory.rateLimits(), clock),
            RateLimits.of(perMinute, 1, 1, 1),
            ids),
        flows.notices(),
        clock);
  }

  private Stores mayBeAway() {
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (proxy, method, arguments) -> {
              if (storeIsAway && method.getName().equals("messages")) {
                throw new StoreException("away", new IllegalStateException("away"));
              }
              return method.invoke(memory, arguments);
            });
  }

  @AfterEach
  void stops() {
    context.stop();
  }

  @Test
  void hearsWhatIsSignedOverTheExactBytesAndUrl() {
    var answer =
        post("toy-connectionId", "/hooks/toy/" + CONNECTION, "b=%2F&a=1", "good", "{ \"ü\" }");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"stored\":true}");
    var call = crm.calls.get(0);
    assertThat(call.url())
        .isEqualTo("https://tuco.example/base/hooks/toy/" + CONNECTION + "?b=%2F&a=1");
    assertThat(call.body()).isEqualTo("{ \"ü\" }".getBytes(UTF_8));
    assertThat(call.receivedAt()).isEqualTo(clock.instant());
  }

  @Test
  void refusesWhatIsNotSigned() {
    var answer = post("toy-connectionId", "/hooks/toy/" + CONNECTION, "", "bad", SEND);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
    assertThat(messages()).isZero();
  }

  @Test
  void takesNoSignatureFromTheQuery() {
    var query = "x-toy-signature=good";

    assertThat(post("toy-connectionId", "/hooks/toy/" + CONNECTION, query, "good", SEND).status())
        .isEqualTo(401);
  }

  @Test
  void knowsAnUnsignedHookByTheSecretInItsUrl() {
    var path = "/hooks/toy/flow/" + CONNECTION;

    assertThat(post("toy-flow-connectionId", path, "token=s3cret", "", SEND).status())
        .isEqualTo(200);
    assertThat(post("toy-flow-connectionId", path, "token=other", "", SEND).status())
        .isEqualTo(401);
    assertThat(post("toy-flow-connectionId", path, "", "", SEND).status()).isEqualTo(401);
    assertThat(
            post("toy-connectionId", "/hooks/toy/" + CONNECTION, "token=s3cret", "", SEND).status())
        .isEqualTo(401);
  }

  @Test
  void storesASendOnceAndTellsItsLane() {
    var first = send(SEND);
    var again = send(SEND);

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(messages()).isEqualTo(1);
    assertThat(expected).hasSize(1);
  }

  @Test
  void asksForPatienceBeyondTheWorkspacesLimit() {
    for (var order = 1; order <= perMinute; order++) {
      assertThat(send("account-1 send k" + order + " +1202555010" + order + " Hi").status())
          .isEqualTo(200);
    }
    var limited = send("account-1 send k9 +12025550109 Hi");

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.headers()).containsKey("Retry-After");
    assertThat(messages()).isEqualTo(perMinute);
  }

  @Test
  void asksToComeAgainWhileTheStoreIsAway() {
    storeIsAway = true;
    assertThat(send(SEND).status()).isEqualTo(599);

    storeIsAway = false;
    assertThat(send(SEND).status()).isEqualTo(200);
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void answersARefusalInTheCrmsWords() {
    assertThat(send("account-1 send k1 12 Hello").body())
        .isEqualTo("{\"id\":\"\",\"error\":\"Invalid recipientPhone\"}");
  }

  @Test
  void knowsNoConnectionThatIsNotThere() {
    assertThat(post("toy-connectionId", "/hooks/toy/" + id(9), "", "good", SEND).status())
        .isEqualTo(404);
    assertThat(crm.calls).isEmpty();
  }

  @Test
  void leavesAloneTheConnectionsOfOtherCrms() {
    memory.connections().insert(Fixtures.aConnection().withId(id(9)).to("other", "a").build());

    assertThat(post("toy-connectionId", "/hooks/toy/" + id(9), "", "good", SEND).status())
        .isEqualTo(404);
  }

  @Test
  void doesNotLetAConnectionSpeakForAnotherAccount() {
    assertThat(send(SEND.replace("account-1", "account-2")).status()).isEqualTo(404);
    send("account-2 out n1");

    assertThat(messages()).isZero();
    assertThat(status(CONNECTION)).isEqualTo(ConnectionStatus.OK);
  }

  @Test
  void tellsAllConnectionsOfAnAccountWhatIsToldOfIt() {
    memory
        .connections()
        .insert(
            Fixtures.aConnection().withId(id(0xc2)).ofWorkspace(Fixtures.OTHER_WORKSPACE).build());

    var answer = post("toy-events", "/hooks/toy/events", "", "good", "account-1 out n1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(status(CONNECTION)).isEqualTo(ConnectionStatus.UNAUTHORIZED);
    assertThat(status(id(0xc2))).isEqualTo(ConnectionStatus.UNAUTHORIZED);
  }

  @Test
  void refusesWhatIsTooLargeOrAForm() {
    var large = "x".repeat(256 * 1024 + 1);

    assertThat(post("toy-events", "/hooks/toy/events", "", "good", large).status()).isEqualTo(413);
    assertThat(post("toy-events", "/hooks/toy/events", "", "good", Map.of("a", "b")).status())
        .isEqualTo(415);
    assertThat(crm.calls).isEmpty();
  }

  private Answer send(String order) {
    return post("toy-connectionId", "/hooks/toy/" + CONNECTION, "", "good", order);
  }

  private ConnectionStatus status(String connectionId) {
    return memory.connections().find(connectionId).orElseThrow().status();
  }

  private long messages() {
    return memory
        .messages()
        .page(Fixtures.WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }

  private Answer post(String route, String path, String query, String signature, Object body) {
    var exchange =
        context
            .createProducerTemplate()
            .request(
                "direct:tuco-post-hooks-" + route,
                sent -> {
                  var headers = new HashMap<String, Object>();
                  if (!signature.isEmpty()) {
                    headers.put("X-Toy-Signature", signature);
                  }
                  for (var pair : query.split("&")) {
                    headers.putIfAbsent(pair.split("=")[0], pair);
                  }
                  headers.put(Exchange.HTTP_METHOD, "POST");
                  headers.put(Exchange.HTTP_PATH, path);
                  headers.put(Exchange.HTTP_RAW_QUERY, query);
                  sent.getMessage().setHeaders(headers);
                  sent.getMessage().setBody(body);
                });
    var answer = exchange.getMessage();
    return new Answer(
        answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
        Optional.ofNullable(answer.getBody(String.class)).orElse(""),
        answer.getHeaders());
  }

  private static Connection withSecret(Connection connection, Sealed secret) {
    return new Connection(
        connection.id(),
        connection.workspaceId(),
        connection.crm(),
        connection.name(),
        connection.account(),
        connection.status(),
        connection.tokens(),
        connection.mapping(),
        connection.plan(),
        connection.progress(),
        secret,
        connection.createdAt(),
        connection.version());
  }
}
