package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.engine.Explanations;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.GroupCount;
import io.tuco.core.store.Grouping;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessagePlace;
import io.tuco.core.store.memory.InMemoryStores;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An export of any length is never in memory, and does not outlive its reader for long. */
final class ExportStreamTest {

  private final SettableClock clock = SettableClock.at(NOW);
  private final ExportPlaces places = new ExportPlaces(clock);
  private final Thousands archive = new Thousands(200_000);

  /** So many messages, each made when it is asked for. */
  private static final class Thousands implements MessageArchive {

    private final int count;
    private int parts;
    private int last;

    Thousands(int count) {
      this.count = count;
    }

    @Override
    public List<Message> after(
        String workspaceId, MessageFilter filter, Optional<MessagePlace> place, int limit) {
      parts++;
      var from = place.map(MessagePlace::id).map(id -> Integer.parseInt(id, 16)).orElse(count);
      last = Math.max(0, from - limit);
      return IntStream.iterate(from - 1, number -> number >= last, number -> number - 1)
          .mapToObj(Thousands::message)
          .toList();
    }

    private static Message message(int number) {
      return aMessage()
          .withId("%024x".formatted(number))
          .withStatus(MessageStatus.SENT)
          .createdAt(NOW.plusMillis(number))
          .build();
    }

    @Override
    public Optional<List<GroupCount>> counts(
        String workspaceId, MessageFilter filter, Grouping by) {
      throw new AssertionError("nobody counts here");
    }
  }

  private ExportStream stream(ExportFormat format) {
    var stores = new InMemoryStores();
    return new ExportStream(
        new MessageParts(archive, WORKSPACE, MessageFilter.everything()),
        new MessageRows(stores, new Explanations(stores, clock, System::nanoTime)),
        format,
        places.take(WORKSPACE).orElseThrow());
  }

  @Test
  void holdsOnePartOfTwoHundredThousandMessagesAtATime() throws IOException {
    var stream = stream(ExportFormat.NDJSON);
    stream.readAhead();
    var buffer = new byte[8192];
    var rows = 0L;
    var most = 0;

    for (var read = stream.read(buffer, 0, buffer.length);
        read >= 0;
        read = stream.read(buffer, 0, buffer.length)) {
      rows += IntStream.range(0, read).filter(at -> buffer[at] == 10).count();
      most = Math.max(most, stream.available());
      // No part is asked for before the one in hand was taken.
      assertThat(archive.parts).isLessThanOrEqualTo((int) (rows / MessageParts.SIZE) + 1);
    }

    assertThat(rows).isEqualTo(200_000);
    assertThat(archive.parts).isEqualTo(200_000 / MessageParts.SIZE + 1);
    assertThat(most).isLessThan(MessageParts.SIZE * 1_000);
  }

  @Test
  void asksForNothingWhileNobodyReads() {
    stream(ExportFormat.CSV).readAhead();

    assertThat(archive.parts).isEqualTo(1);
  }

  @Test
  void readsTheSameByteByByte() throws IOException {
    var one = stream(ExportFormat.CSV);
    var head = new StringBuilder();
    for (var at = 0; at < 4; at++) {
      head.append((char) one.read());
    }

    assertThat(head).hasToString("_id,");
  }

  @Test
  void givesItsPlaceBackAtTheEndAndWhenItIsClosed() throws IOException {
    var first = stream(ExportFormat.NDJSON);
    var second = stream(ExportFormat.NDJSON);
    assertThat(places.take(WORKSPACE)).isEmpty();

    second.close();
    assertThat(places.take(WORKSPACE)).isPresent();
    assertThat(places.take(WORKSPACE)).isEmpty();
    first.readAllBytes();

    assertThat(first.read()).isEqualTo(-1);
    assertThat(places.take(WORKSPACE)).isPresent();
  }

  @Test
  void losesItsPlaceWhenItStandsStillAndSomebodyElseAsks() throws IOException {
    var abandoned = stream(ExportFormat.NDJSON);
    var slow = stream(ExportFormat.NDJSON);
    clock.advance(ExportPlaces.IDLE.minusSeconds(1));
    slow.read();
    clock.advance(ExportPlaces.IDLE.minusSeconds(1));

    assertThat(places.take(WORKSPACE)).isPresent();

    assertThatThrownBy(abandoned::read).isInstanceOf(IOException.class);
    assertThat(slow.read()).isEqualTo('"');
  }

  @Test
  void servesSoManyWorkspacesAtOnce() {
    for (var workspace = 0; workspace < ExportPlaces.MOST; workspace++) {
      assertThat(places.take("org_" + workspace)).isPresent();
    }

    assertThat(places.take("org_more")).isEmpty();
  }
}
