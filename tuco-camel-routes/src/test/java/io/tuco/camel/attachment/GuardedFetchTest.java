package io.tuco.camel.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.attachment.FetchResult.Refused;
import io.tuco.camel.outbound.RawSink;
import io.tuco.camel.outbound.SsrfVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No URL and no answer makes a fetch reach a place that it must not reach. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class GuardedFetchTest {

  private static final Refused NOT_ALLOWED = new Refused("the address is not allowed");

  @TempDir Path directory;

  private FetchWorld world;
  private final RawSink allowed = RawSink.on("127.0.0.1", RawSink.says(FetchWorld.answer("x")));
  private final RawSink canary = RawSink.on("::1", RawSink.says(FetchWorld.answer("x")));

  private FetchWorld world() {
    world = new FetchWorld(directory);
    return world;
  }

  @AfterEach
  void stop() {
    world.close();
    allowed.close();
    canary.close();
  }

  @Test
  void isNeverTalkedIntoCallingThisMachine() {
    world().urls = FetchWorld.rulesAllowing(List.of());
    world.hosts = host -> List.of(FetchWorld.address("127.0.0.1"));
    var vectors = SsrfVectors.on(allowed.port());
    vectors.addAll(SsrfVectors.on(canary.port()));

    assertThat(vectors).hasSizeGreaterThan(500);
    assertThat(vectors)
        .allSatisfy(url -> assertThat(world.fetch(url)).as(url).isEqualTo(NOT_ALLOWED));
    assertThat(allowed.heads()).isEmpty();
    assertThat(canary.heads()).isEmpty();
    assertThat(world.filesLeft()).isEmpty();
  }

  @Test
  void refusesAHostWithOnePublicAndOnePrivateAddress() {
    world().hosts = host -> List.of(FetchWorld.address("127.0.0.1"), FetchWorld.address("::1"));

    assertThat(world.fetch("http://files.example:" + allowed.port() + "/a.png"))
        .isEqualTo(NOT_ALLOWED);
    assertThat(allowed.heads()).isEmpty();
    assertThat(canary.heads()).isEmpty();
  }

  @Test
  void looksUpOnceAndJudgesAgainTheNextTime() {
    var asked = new CopyOnWriteArrayList<String>();
    world().hosts =
        host -> {
          asked.add(host);
          return List.of(FetchWorld.address(asked.size() == 1 ? "127.0.0.1" : "::1"));
        };

    world.fetch("http://rebinding.example:" + allowed.port() + "/a.png");
    assertThat(asked).hasSize(1);
    assertThat(allowed.heads().get(0))
        .containsIgnoringCase("\r\nhost: rebinding.example:" + allowed.port() + "\r\n");

    assertThat(world.fetch("http://rebinding.example:" + canary.port() + "/a.png"))
        .isEqualTo(NOT_ALLOWED);
    assertThat(canary.heads()).isEmpty();
  }

  @Test
  void followsNoRedirect() {
    world();
    try (var sink = redirectingTo("http://127.0.0.1:" + allowed.port() + "/")) {
      assertThat(world.fetch("http://127.0.0.1:" + sink.port() + "/a.png"))
          .isEqualTo(new Refused("HTTP 302"));
    }
    assertThat(allowed.heads()).isEmpty();
  }

  @Test
  void judgesARedirectLikeAFirstUrlWhereAnyAreFollowed() {
    world().fetch = withRedirects(3);
    for (var target :
        List.of(
            "http://[::1]:%d/", "//[::1]:%d/", "http://user@127.0.0.1:%d/", "ftp://[::1]:%d/")) {
      try (var sink = redirectingTo(target.formatted(canary.port()))) {
        assertThat(world.fetch("http://127.0.0.1:" + sink.port() + "/")).isEqualTo(NOT_ALLOWED);
      }
    }
    assertThat(canary.heads()).isEmpty();
  }

  @Test
  void followsAtMostSoManyRedirects() {
    world().fetch = withRedirects(3);
    var visits = new AtomicInteger();
    try (var sink =
        RawSink.on(
            "127.0.0.1",
            connection -> RawSink.says(redirect("/" + visits.incrementAndGet())).on(connection))) {
      assertThat(world.fetch("http://127.0.0.1:" + sink.port() + "/"))
          .isEqualTo(new Refused("HTTP 302"));
    }
    assertThat(visits).hasValue(4);
  }

  @Test
  void asksByTheHostsOwnNameAndForNothingElse() {
    world();

    world.fetch("http://files.example:" + allowed.port() + "/a%20b.png?token=1&x={}");
    world.fetch("http://files.example:" + allowed.port() + "/a%20b.png?token=1");

    assertThat(allowed.heads()).hasSize(1);
    assertThat(allowed.heads().get(0))
        .startsWith("GET /a%20b.png?token=1 HTTP/1.1\r\n")
        .doesNotContainIgnoringCase("accept-encoding");
  }

  private FetchLimits withRedirects(int most) {
    var usual = new FetchWorld(directory).fetch;
    return new FetchLimits(
        usual.maxBytes(), usual.lookupLimit(), usual.connectLimit(), usual.totalLimit(), most);
  }

  private static RawSink redirectingTo(String location) {
    return RawSink.on("127.0.0.1", RawSink.says(redirect(location)));
  }

  private static String redirect(String location) {
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }
}
