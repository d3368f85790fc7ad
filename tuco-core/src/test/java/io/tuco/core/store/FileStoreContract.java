package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.UNICODE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore.Piece;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FileStore} promises. */
public abstract class FileStoreContract {

  private FileStore files;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    files = openStores().files();
  }

  @Test
  void returnsAFileAsItWasStored() {
    var named =
        new StoredFile(id(1), WORKSPACE, Optional.of(UNICODE), "image/png", 3_000_000_000L, 2, NOW);
    var bare = new StoredFile(id(2), WORKSPACE, Optional.empty(), "audio/mp4", 1, 1, NOW);
    files.insert(named);
    files.insert(bare);

    assertThat(files.find(WORKSPACE, id(1))).contains(named);
    assertThat(files.find(WORKSPACE, id(2))).contains(bare);
    assertThat(files.find(WORKSPACE, id(3))).isEmpty();
  }

  @Test
  void returnsEachPieceOfTheFullSizeByteForByte() {
    var whole = new byte[StoredFile.PIECE];
    new Random(1).nextBytes(whole);
    files.add(new Piece(WORKSPACE, id(1), 0, NOW, whole));
    files.add(new Piece(WORKSPACE, id(1), 1, NOW, new byte[] {0, -1, 127}));

    assertThat(files.piece(WORKSPACE, id(1), 0)).contains(whole);
    assertThat(files.piece(WORKSPACE, id(1), 1)).contains(new byte[] {0, -1, 127});
    assertThat(files.piece(WORKSPACE, id(1), 2)).isEmpty();
  }

  @Test
  void showsNoWorkspaceTheFilesOfAnother() {
    insert(WORKSPACE, 1, NOW);
    files.remove(OTHER_WORKSPACE, id(1));

    assertThat(files.find(OTHER_WORKSPACE, id(1))).isEmpty();
    assertThat(files.piece(OTHER_WORKSPACE, id(1), 0)).isEmpty();
    assertThat(files.find(WORKSPACE, id(1))).isPresent();
    assertThat(files.piece(WORKSPACE, id(1), 0)).isPresent();
  }

  @Test
  void removesAFileWithItsPiecesAndNoOther() {
    insert(WORKSPACE, 1, NOW);
    insert(WORKSPACE, 2, NOW);

    files.remove(WORKSPACE, id(1));

    assertThat(files.find(WORKSPACE, id(1))).isEmpty();
    assertThat(files.piece(WORKSPACE, id(1), 0)).isEmpty();
    assertThat(files.find(WORKSPACE, id(2))).isPresent();
    assertThat(files.piece(WORKSPACE, id(2), 0)).isPresent();
  }

  @Test
  void forgetsOldFilesAndThePiecesOfThoseThatNeverBecameWhole() {
    insert(WORKSPACE, 1, NOW.minusMillis(1));
    insert(OTHER_WORKSPACE, 2, NOW);
    files.add(new Piece(WORKSPACE, id(3), 0, NOW.minusMillis(1), new byte[] {1}));

    files.forgetBefore(NOW);

    assertThat(files.find(WORKSPACE, id(1))).isEmpty();
    assertThat(files.piece(WORKSPACE, id(1), 0)).isEmpty();
    assertThat(files.piece(WORKSPACE, id(3), 0)).isEmpty();
    assertThat(files.find(OTHER_WORKSPACE, id(2))).isPresent();
    assertThat(files.piece(OTHER_WORKSPACE, id(2), 0)).isPresent();
  }

  private void insert(String workspaceId, int number, Instant at) {
    files.add(new Piece(workspaceId, id(number), 0, at, new byte[] {1}));
    files.insert(new StoredFile(id(number), workspaceId, Optional.empty(), "image/png", 1, 1, at));
  }
}
