package io.tuco.camel.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.outbound.RawSink;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.AttachmentShelf.Readiness;
import io.tuco.core.dispatch.AttachmentShelf.Readiness.Fetching;
import io.tuco.core.dispatch.AttachmentShelf.Readiness.Ready;
import io.tuco.core.dispatch.AttachmentShelf.Readiness.Unfetchable;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.Send;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the shelf fetches, how often, and how long it keeps it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FetchedFilesTest {

  private static final String PNG = FetchWorld.PNG;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path directory;

  private FetchWorld world;
  private RawSink source = RawSink.on("127.0.0.1", RawSink.says(FetchWorld.answer(PNG)));

  @BeforeEach
  void open() {
    world = new FetchWorld(directory);
  }

  @AfterEach
  void stop() {
    world.close();
    source.close();
  }

  private void sourceSays(RawSink.Talk talk) {
    source.close();
    source = RawSink.on("127.0.0.1", talk);
  }

  private String url(String name) {
    return "http://127.0.0.1:" + source.port() + "/" + name;
  }

  private static Readiness settled(FetchedFiles shelf, Message message) {
    var ended = new CountDownLatch(1);
    if (shelf.readiness(message, ended::countDown) instanceof Fetching) {
      await().atMost(PATIENCE).until(() -> ended.getCount() == 0);
    }
    return shelf.readiness(message, () -> {});
  }

  @Test
  void answersAtOnceAndWakesOnceWhenAllFilesAreThere() {
    var shelf = world.shelf();
    var message = FetchWorld.message("m-1", url("a.png"), url("b.png"));
    var wakes = new AtomicInteger();

    assertThat(shelf.readiness(message, wakes::incrementAndGet)).isEqualTo(new Fetching());
    await().atMost(PATIENCE).until(() -> wakes.get() == 1);

    assertThat(shelf.readiness(message, wakes::incrementAndGet))
        .isEqualTo(
            new Ready(
                List.of(
                    new PartFile(0, "a.png", PNG.length(), "image/png"),
                    new PartFile(1, "b.png", PNG.length(), "image/png"))));
    assertThat(shelf.open(message, 0)).hasValueSatisfying(path -> assertThat(path).exists());
    assertThat(wakes).hasValue(1);
  }

  @Test
  void hasNothingToFetchForPlainTextsAndForSms() {
    var shelf = world.shelf();
    var sms = Fixtures.aMessage().ofType(MessageType.SMS).build();
    var withFile = FetchWorld.with(sms, FetchWorld.message("m", url("a.png")).content());

    assertThat(shelf.readiness(FetchWorld.message("m-1"), () -> {}))
        .isEqualTo(new Ready(List.of()));
    assertThat(shelf.readiness(withFile, () -> {})).isEqualTo(new Ready(List.of()));
    assertThat(source.heads()).isEmpty();
  }

  @Test
  void fetchesOnceForAllMessagesOfALine() {
    var shelf = world.shelf();
    var woken = new AtomicInteger();
    for (int i = 0; i < 1_000; i++) {
      shelf.readiness(FetchWorld.message("m-" + i, url("a.png")), woken::incrementAndGet);
    }

    await().atMost(PATIENCE).until(() -> settled(shelf, one()) instanceof Ready);
    assertThat(source.heads()).hasSize(1);

    var elsewhere = Fixtures.aMessage().fromLine("another-line").build();
    settled(shelf, FetchWorld.with(elsewhere, one().content()));
    assertThat(source.heads()).hasSize(2);
  }

  private Message one() {
    return FetchWorld.message("m-1", url("a.png"));
  }

  @Test
  void triesThreeTimesBeforeItGivesUp() {
    sourceSays(RawSink.says("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n"));

    assertThat(settled(world.shelf(), one())).isEqualTo(new Unfetchable("HTTP 503"));
    assertThat(source.heads()).hasSize(3);
  }

  @Test
  void takesAFileThatComesAtTheSecondTry() {
    var tries = new AtomicInteger();
    sourceSays(
        connection ->
            RawSink.says(
                    tries.incrementAndGet() == 1
                        ? "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n"
                        : FetchWorld.answer(PNG))
                .on(connection));

    assertThat(settled(world.shelf(), one())).isInstanceOf(Ready.class);
  }

  @Test
  void givesUpAtOnceWhatIsNotThereAndAsksAgainAMinuteLater() {
    var shelf = world.shelf();
    sourceSays(RawSink.says("HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n"));

    assertThat(settled(shelf, one())).isEqualTo(new Unfetchable("HTTP 404"));
    assertThat(settled(shelf, one())).isEqualTo(new Unfetchable("HTTP 404"));
    assertThat(source.heads()).hasSize(1);

    world.passes(Duration.ofMinutes(1));
    settled(shelf, one());
    assertThat(source.heads()).hasSize(2);
  }

  @Test
  void asksAgainAfterTenMinutesAndKeepsTheOldFileForItsUser() throws Exception {
    var shelf = world.shelf();
    var user = one();
    settled(shelf, user);
    var held = shelf.open(user, 0).orElseThrow();
    world.passes(Duration.ofMinutes(10));

    var later = FetchWorld.message("m-2", url("a.png"));
    settled(shelf, later);

    assertThat(source.heads()).hasSize(2);
    assertThat(shelf.open(later, 0).orElseThrow()).isNotEqualTo(held);
    shelf.done(later, 0);
    assertThat(Files.exists(held)).isTrue();
    shelf.done(user, 0);
    await().atMost(PATIENCE).until(() -> !Files.exists(held));
  }

  @Test
  void keepsNoMoreThanItMayExceptWhatIsInUse() {
    world.shelf =
        new ShelfLimits(
            3,
            FetchWorld.QUICK,
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(20),
            2L * PNG.length());
    var shelf = world.shelf();
    var first = FetchWorld.message("m-0", url("0.png"));
    settled(shelf, first);
    for (int i = 1; i < 5; i++) {
      var message = FetchWorld.message("m-" + i, url(i + ".png"));
      settled(shelf, message);
      shelf.done(message, 0);
    }

    await().atMost(PATIENCE).until(() -> world.filesLeft().size() == 2);
    assertThat(shelf.open(first, 0)).isPresent();
    assertThat(shelf.open(FetchWorld.message("m-4", url("4.png")), 0)).isPresent();
    assertThat(shelf.open(FetchWorld.message("m-1", url("1.png")), 0)).isEmpty();
  }

  @Test
  void forgetsAUserThatNeverSaysItIsDone() {
    var shelf = world.shelf();
    settled(shelf, one());
    world.passes(Duration.ofMinutes(20));

    settled(shelf, FetchWorld.message("m-2", url("b.png")));
    shelf.done(FetchWorld.message("m-3", url("b.png")), 0);

    await().atMost(PATIENCE).until(() -> world.filesLeft().size() == 1);
    assertThat(shelf.open(one(), 0)).isEmpty();
  }

  @Test
  void handsOutNoOtherFileThanTheOneThatWasWrittenAhead() {
    var shelf = world.shelf();
    settled(shelf, one());

    assertThat(shelf.open(sending(PNG.length()), 0)).isPresent();
    assertThat(shelf.open(sending(PNG.length() + 1), 0)).isEmpty();
    assertThat(shelf.open(one(), 1)).isEmpty();
  }

  private Message sending(long bytes) {
    var part = Part.file(1, new PartFile(0, "a.png", bytes, "image/png"));
    var send =
        new Send(
            "send-1",
            "Hi",
            List.of(new PhoneNumber("+12025550100")),
            List.of(Part.text(0), part),
            Fixtures.NOW,
            Optional.empty());
    return one().sending(send, Fixtures.NOW);
  }

  @Test
  void hasNothingInANewProcessAndLeavesNothingBehind() {
    var shelf = world.shelf();
    settled(shelf, one());

    var next = world.shelf();

    assertThat(world.filesLeft()).isEmpty();
    assertThat(next.open(one(), 0)).isEmpty();
    assertThat(shelf.open(one(), 0)).isEmpty();
  }
}
