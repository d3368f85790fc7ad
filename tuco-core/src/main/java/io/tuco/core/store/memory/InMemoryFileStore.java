package io.tuco.core.store.memory;

import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class InMemoryFileStore implements FileStore {

  private record Place(String workspaceId, String fileId) {}

  private record PiecePlace(Place file, int number) {}

  private final Map<Place, StoredFile> files = new HashMap<>();
  private final Map<PiecePlace, Piece> pieces = new HashMap<>();

  @Override
  public synchronized void add(Piece piece) {
    var file = new Place(piece.workspaceId(), piece.fileId());
    pieces.put(new PiecePlace(file, piece.number()), piece);
  }

  @Override
  public synchronized void insert(StoredFile file) {
    files.put(new Place(file.workspaceId(), file.id()), file);
  }

  @Override
  public synchronized Optional<StoredFile> find(String workspaceId, String fileId) {
    return Optional.ofNullable(files.get(new Place(workspaceId, fileId)));
  }

  @Override
  public synchronized Optional<byte[]> piece(String workspaceId, String fileId, int number) {
    return Optional.ofNullable(pieces.get(new PiecePlace(new Place(workspaceId, fileId), number)))
        .map(Piece::bytes);
  }

  @Override
  public synchronized void remove(String workspaceId, String fileId) {
    var place = new Place(workspaceId, fileId);
    files.remove(place);
    pieces.keySet().removeIf(piece -> piece.file().equals(place));
  }

  @Override
  public synchronized void forgetBefore(Instant then) {
    files.values().removeIf(file -> file.createdAt().isBefore(then));
    pieces.values().removeIf(piece -> piece.at().isBefore(then));
  }
}
