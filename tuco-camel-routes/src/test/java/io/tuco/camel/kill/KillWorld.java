package io.tuco.camel.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.channel.sms.FakeTwilio;
import io.tuco.camel.story.JsonHttp;
import io.tuco.camel.story.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that can send on every channel, its providers, and a receiver of its webhooks. Lives are
 * short, so that settling takes seconds.
 */
final class KillWorld implements AutoCloseable {

  private final FakeProvider twilio;
  private final FakeProvider smtp;
  private final FakeProvider sink;
  private final ServerProcess server;
  private final Relay relay;
  private final AtomicInteger people = new AtomicInteger();
  private Optional<JsonHttp> api = Optional.empty();
  private String webhook = "";

  private KillWorld(Path data) throws IOException {
    this.twilio = FakeProvider.start("twilio", data);
    this.smtp = FakeProvider.start("smtp", data);
    this.sink = FakeProvider.start("sink", data);
    this.server = ServerProcess.demo(data, flags(List.of()));
    this.relay = new Relay(server);
  }

  static KillWorld open(Path directory) throws IOException {
    var world = new KillWorld(directory);
    world.server.awaitReady();
    world.furnish();
    return world;
  }

  ServerProcess server() {
    return server;
  }

  /** The same client throughout: a new one costs threads, and it is asked often. */
  JsonHttp api() throws IOException {
    if (api.isEmpty()) {
      api = Optional.of(server.api());
    }
    return api.get();
  }

  /** Each time somebody else. */
  int nextPerson() {
    return people.incrementAndGet();
  }

  Provider provider(Channel channel) {
    return switch (channel) {
      case IMESSAGE -> relay;
      case SMS -> twilio;
      case EMAIL -> smtp;
    };
  }

  /** Where the webhooks of what has left go to. */
  Provider sink() {
    return sink;
  }

  void startAgain(List<String> more) throws IOException {
    launch(more);
    server.awaitReady();
  }

  /** Does not wait until it is ready: it may not live that long. */
  void launch(List<String> more) throws IOException {
    server.startAgain(flags(more));
  }

  private List<String> flags(List<String> more) {
    var flags = new ArrayList<String>();
    flags.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    flags.add("-Dtuco.twilio.base-url=" + twilio.place());
    flags.add("-Dtuco.twilio.settle-life=8s");
    flags.add("-Dtuco.mail.settle-life=4s");
    flags.add("-Dtuco.dispatch.attempt-gap=1s");
    flags.addAll(more);
    return flags;
  }

  private void furnish() throws IOException {
    var admin = server.admin();
    for (var device : admin.get("/admin/devices").body().path("devices")) {
      expect(admin.patch("/admin/devices/" + device.path("id").asText(), "{\"gapSeconds\":0}"));
    }
    expect(
        api()
            .patch(
                "/api/workspace/fallback-config",
                ("{\"enabled\":true,\"accountSid\":\"%s\",\"authToken\":\"%s\","
                        + "\"fromNumber\":\"%s\"}")
                    .formatted(FakeTwilio.ACCOUNT_SID, FakeTwilio.TOKEN, FakeTwilio.NUMBER)));
    var hook =
        expect(
            api()
                .post(
                    "/api/webhooks",
                    "{\"url\":\"%s\",\"events\":[\"message.sent\"],\"name\":\"sink\"}"
                        .formatted(sink.place())));
    webhook = hook.path("id").asText();
    sink.trusts(hook.path("secret").asText());
    expect(
        admin.post(
            "/admin/workspaces/" + server.facts().path("workspaceId").asText() + "/lines",
            ("{\"channel\":\"email\",\"firstName\":\"Ann\",\"fromAddress\":\"ann@example.com\","
                    + "\"smtp\":{\"host\":\"127.0.0.1\",\"port\":%s,\"security\":\"none\"},"
                    + "\"maxPerHour\":1000,\"hourlyFirstTouchLimit\":1000,"
                    + "\"dailyNewConversationsLimit\":1000,\"dailyTotalMessagesLimit\":1000}")
                .formatted(smtp.place())));
  }

  /** The sink's endpoint gets a new secret, which the sink trusts from then on, and no other. */
  void rotate() throws IOException {
    var answer = expect(api().post("/api/webhooks/" + webhook + "/rotate-secret", "{}"));
    sink.trusts(answer.path("secret").asText());
  }

  private static JsonNode expect(JsonHttp.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.status() + ": " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    server.close();
    twilio.close();
    smtp.close();
    sink.close();
  }
}
