package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.SortableIds;
import io.tuco.core.engine.FileIntake.Taken;
import io.tuco.core.engine.FileIntake.Verdict;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore;
import io.tuco.core.store.memory.InMemoryStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FileIntakeTest {

  private final FileStore files = new InMemoryStores().files();
  private final SettableClock clock = SettableClock.at(NOW);
  private final FileIntake intake =
      new FileIntake(files, new SortableIds(clock, new Random(1)), clock);

  @Test
  void readsBackWhatItTookByteForByteOverSeveralPieces() throws IOException {
    var bytes = random(2 * StoredFile.PIECE + 7);

    var file = take(new ByteArrayInputStream(bytes)).file().orElseThrow();

    assertThat(file.bytes()).isEqualTo(bytes.length);
    assertThat(file.pieces()).isEqualTo(3);
    assertThat(files.find(WORKSPACE, file.id())).contains(file);
    assertThat(files.find(OTHER_WORKSPACE, file.id())).isEmpty();
    assertThat(new FileContent(files, file).readAllBytes()).isEqualTo(bytes);
  }

  @Test
  void takesTheGreatestFileAndLeavesNothingOfALargerOne() throws IOException {
    var most = new byte[(int) StoredFile.MOST_BYTES];
    var larger =
        new SequenceInputStream(
            new ByteArrayInputStream(most), new ByteArrayInputStream(new byte[1]));

    assertThat(take(new ByteArrayInputStream(most)).verdict()).isEqualTo(Verdict.KEPT);
    var refused = take(larger);

    assertThat(refused).isEqualTo(new Taken(Verdict.TOO_LARGE, Optional.empty()));
    assertThat(take(InputStream.nullInputStream()).verdict()).isEqualTo(Verdict.EMPTY);
  }

  @Test
  void leavesNothingOfAFileThatBreaksOff() {
    var broken =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[StoredFile.PIECE]),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the client hung up");
              }
            });

    assertThatThrownBy(() -> take(broken)).isInstanceOf(IOException.class);

    files.forgetBefore(NOW);
    var id = new SortableIds(SettableClock.at(NOW), new Random(1)).objectId();
    assertThat(files.piece(WORKSPACE, id, 0)).isEmpty();
  }

  @Test
  void breaksOffWhereAPieceIsGone() throws IOException {
    var file = take(new ByteArrayInputStream(random(StoredFile.PIECE + 1))).file().orElseThrow();
    var content = new FileContent(files, file);
    assertThat(content.readNBytes(StoredFile.PIECE)).hasSize(StoredFile.PIECE);

    files.remove(WORKSPACE, file.id());

    assertThatThrownBy(content::read).isInstanceOf(IOException.class);
  }

  private Taken take(InputStream content) throws IOException {
    return intake.take(WORKSPACE, Optional.of("a.png"), "image/png", content);
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(2).nextBytes(bytes);
    return bytes;
  }
}
