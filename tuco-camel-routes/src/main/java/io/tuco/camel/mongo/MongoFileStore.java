package io.tuco.camel.mongo;

import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * {@code files}: one document per file that is whole; and {@code file_pieces}: one per piece, whose
 * {@code _id} is the file and its number.
 */
final class MongoFileStore implements FileStore {

  private static final String BYTES = "bytes";

  private final MongoCollectionCalls files;
  private final MongoCollectionCalls pieces;

  MongoFileStore(MongoCollectionCalls files, MongoCollectionCalls pieces) {
    this.files = files;
    this.pieces = pieces;
  }

  @Override
  public void add(Piece piece) {
    pieces.insert(
        onePiece(piece.workspaceId(), piece.fileId(), piece.number())
            .append("fileId", piece.fileId())
            .append("at", Date.from(piece.at()))
            .append(BYTES, new Binary(piece.bytes())));
  }

  @Override
  public void insert(StoredFile file) {
    files.insert(
        new DocumentWriter()
            .put("_id", file.id())
            .put("workspaceId", file.workspaceId())
            .put("name", file.name())
            .put("contentType", file.contentType())
            .put(BYTES, file.bytes())
            .put("pieces", file.pieces())
            .put("createdAt", file.createdAt())
            .document());
  }

  @Override
  public Optional<StoredFile> find(String workspaceId, String fileId) {
    return files
        .findOne(Question.about(one(workspaceId, fileId)))
        .map(DocumentReader::new)
        .map(MongoFileStore::read);
  }

  @Override
  public Optional<byte[]> piece(String workspaceId, String fileId, int number) {
    return pieces
        .findOne(Question.about(onePiece(workspaceId, fileId, number)))
        .map(piece -> piece.get(BYTES, Binary.class).getData());
  }

  /** The file first: nobody begins to read what is going. */
  @Override
  public void remove(String workspaceId, String fileId) {
    files.remove(one(workspaceId, fileId));
    pieces.remove(new Document("workspaceId", workspaceId).append("fileId", fileId));
  }

  @Override
  public void forgetBefore(Instant then) {
    var before = new Document("$lt", Date.from(then));
    files.remove(new Document("createdAt", before));
    pieces.remove(new Document("at", before));
  }

  private static StoredFile read(DocumentReader reader) {
    return new StoredFile(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.optionalText("name"),
        reader.text("contentType"),
        reader.bigNumber(BYTES),
        reader.number("pieces"),
        reader.instant("createdAt"));
  }

  private static Document one(String workspaceId, String fileId) {
    return new Document("workspaceId", workspaceId).append("_id", fileId);
  }

  private static Document onePiece(String workspaceId, String fileId, int number) {
    return one(workspaceId, fileId + ":" + number);
  }
}
