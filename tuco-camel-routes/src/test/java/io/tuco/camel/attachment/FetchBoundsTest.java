package io.tuco.camel.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.attachment.FetchResult.Failed;
import io.tuco.camel.attachment.FetchResult.Fetched;
import io.tuco.camel.attachment.FetchResult.Refused;
import io.tuco.camel.outbound.RawSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However an answer comes, it costs us no more than the limits, and leaves no half file. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FetchBoundsTest {

  private static final int MOST = 1 << 20;
  private static final String PNG = FetchWorld.PNG;

  @TempDir Path directory;

  private final CountDownLatch over = new CountDownLatch(1);
  private FetchWorld world;

  @BeforeEach
  void limit() {
    world = new FetchWorld(directory);
    world.fetch = limits(Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    over.countDown();
    world.close();
  }

  private static FetchLimits limits(Duration total) {
    return new FetchLimits(MOST, Duration.ofSeconds(5), Duration.ofSeconds(5), total, 0);
  }

  private FetchResult fetchFrom(RawSink.Talk talk) {
    try (var sink = RawSink.on("127.0.0.1", talk)) {
      return world.fetch("http://127.0.0.1:" + sink.port() + "/photo");
    }
  }

  private void assertNothingLeft() {
    await().atMost(Duration.ofSeconds(5)).until(() -> world.filesLeft().isEmpty());
  }

  @Test
  void storesTheBytesAsTheyCame() throws Exception {
    var fetched = (Fetched) fetchFrom(RawSink.says(FetchWorld.answer(PNG)));

    assertThat(fetched.type()).isEqualTo(SentType.of(FileType.PNG));
    assertThat(fetched.bytes()).isEqualTo(PNG.length());
    assertThat(Files.readAllBytes(fetched.path())).isEqualTo(PNG.getBytes(ISO_8859_1));
  }

  @Test
  void doesNotUnpack() throws Exception {
    var fetched =
        (Fetched) fetchFrom(RawSink.says(FetchWorld.answer(PNG, "Content-Encoding: gzip")));

    assertThat(Files.readAllBytes(fetched.path())).isEqualTo(PNG.getBytes(ISO_8859_1));
  }

  @Test
  void takesAFileOfExactlyTheLimit() {
    var body = PNG + "x".repeat(MOST - PNG.length());

    assertThat(fetchFrom(RawSink.says(FetchWorld.answer(body)))).isInstanceOf(Fetched.class);
  }

  @Test
  void cutsABodyThatNeverEnds() {
    var endless = fetchFrom(connection -> pour(connection, "HTTP/1.1 200 OK\r\n\r\n" + PNG));

    assertThat(endless).isEqualTo(new Refused("larger than 1 MB"));
    assertNothingLeft();
  }

  @Test
  void cutsAChunkedBodyThatNeverEnds() {
    var endless =
        fetchFrom(
            connection -> {
              RawSink.says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").on(connection);
              while (true) {
                RawSink.says("1000\r\n" + "x".repeat(0x1000) + "\r\n").on(connection);
              }
            });

    assertThat(endless).isEqualTo(new Refused("larger than 1 MB"));
    assertNothingLeft();
  }

  @Test
  void believesAnAnnouncedLengthThatIsTooLong() {
    var announced = "HTTP/1.1 200 OK\r\nContent-Length: " + (MOST + 1) + "\r\n\r\n";

    assertThat(fetchFrom(held(announced))).isEqualTo(new Refused("larger than 1 MB"));
    assertNothingLeft();
  }

  @Test
  void keepsNoFileThatIsShorterThanAnnounced() {
    var cut = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + PNG;

    assertThat(fetchFrom(RawSink.says(cut))).isEqualTo(new Failed("could not be reached"));
    assertNothingLeft();
  }

  @Test
  void takesNoMoreThanWasAnnounced() {
    var more = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n" + PNG;

    assertThat(((Fetched) fetchFrom(RawSink.says(more))).bytes()).isEqualTo(10);
  }

  @Test
  void endsABodyThatDribbles() {
    world.fetch = limits(Duration.ofMillis(500));

    var slow = fetchFrom(held("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + PNG));

    assertThat(slow).isEqualTo(new Failed("timed out"));
    assertNothingLeft();
  }

  @Test
  void endsAnAnswerThatNeverBegins() {
    world.fetch = limits(Duration.ofMillis(500));

    assertThat(fetchFrom(held(""))).isEqualTo(new Failed("timed out"));
  }

  @Test
  void endsALookUpThatHangs() {
    world.fetch =
        new FetchLimits(
            MOST, Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(20), 0);
    world.hosts =
        host -> {
          awaitTheEnd();
          return List.of();
        };

    assertThat(world.fetch("http://slow.example/a.png"))
        .isEqualTo(new Failed("could not be reached"));
  }

  @Test
  void failsForNowWithoutAnAddressOrAListener() throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    assertThat(world.fetch("http://127.0.0.1:" + free + "/"))
        .isEqualTo(new Failed("could not be reached"));

    world.hosts = host -> List.of();
    assertThat(world.fetch("http://gone.example/")).isEqualTo(new Failed("could not be reached"));
  }

  @ParameterizedTest
  @CsvSource({
    "204, false",
    "206, false",
    "301, false",
    "400, false",
    "401, false",
    "403, false",
    "404, false",
    "410, false",
    "408, true",
    "429, true",
    "500, true",
    "502, true",
    "503, true",
    "504, true"
  })
  void tellsStatusesThatMayPassFromThoseThatStay(int status, boolean mayPass) {
    var result = fetchFrom(RawSink.says("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n"));

    var cause = "HTTP " + status;
    assertThat(result).isEqualTo(mayPass ? new Failed(cause) : new Refused(cause));
  }

  @Test
  void refusesWhatItCannotNameAndWhatIsEmpty() {
    assertThat(fetchFrom(RawSink.says(FetchWorld.answer("MZ executable"))))
        .isEqualTo(new Refused("type is not supported"));
    assertThat(fetchFrom(RawSink.says(FetchWorld.answer("", "Content-Type: image/png"))))
        .isEqualTo(new Refused("the file is empty"));
    assertNothingLeft();
  }

  @Test
  void clearsAwayWhatAnEarlierProcessLeft() throws Exception {
    Files.writeString(directory.resolve("17.fetched"), "left");
    Files.writeString(directory.resolve("keep.txt"), "somebody else's");

    FetchFolder.in(directory);

    assertThat(world.filesLeft())
        .extracting(Path::getFileName)
        .extracting(Path::toString)
        .containsExactly("keep.txt");
  }

  private RawSink.Talk held(String beginning) {
    return connection -> {
      RawSink.says(beginning).on(connection);
      awaitTheEnd();
    };
  }

  private static void pour(Socket connection, String beginning) throws IOException {
    RawSink.says(beginning).on(connection);
    while (true) {
      RawSink.says("x".repeat(0x4000)).on(connection);
    }
  }

  private void awaitTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
