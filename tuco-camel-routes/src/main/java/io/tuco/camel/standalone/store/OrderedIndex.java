package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An index whose keys stand in order: the bytes of its fields, then the position of the document.
 *
 * <p>Writers come one at a time, under the lock of their collection. Readers need no lock; they may
 * see a key of a document that is just changing, so whoever needs the truth asks the document.
 */
final class OrderedIndex extends Index<Long> {

  private final OrderedKeys keys = new OrderedKeys();
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong size = new AtomicLong();
  private final IndexShape shape;
  private final boolean unique;

  OrderedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse) {
    super(name, keys, sparse);
    this.shape = new IndexShape(IndexField.of(keys), sparse);
    this.unique = unique;
  }

  /** All documents of a collection in the order in which they were added. */
  static OrderedIndex natural() {
    return new OrderedIndex("$natural", List.of(), false, false);
  }

  List<IndexField> fields() {
    return shape.fields();
  }

  /** Whether some document has, or once had, an array in one of the fields. */
  boolean holdsArrays() {
    return shape.holdsArrays();
  }

  boolean sparse() {
    return isSparse();
  }

  boolean isPrimary() {
    return getName().equals("_id_");
  }

  Iterator<byte[]> keysIn(KeyRange range, boolean reversed) {
    if (range.isEmpty()) {
      return List.<byte[]>of().iterator();
    }
    return keys.in(range, reversed);
  }

  static long positionIn(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
  }

  @Override
  public void add(Document document, Long position, MongoCollection<Long> collection) {
    shape.keysOf(document).forEach(key -> insert(key, position));
  }

  void remove(Document document, long position) {
    shape.keysOf(document).forEach(key -> erase(key, position));
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Long> collection) {
    if (unique) {
      refuseDuplicates(shape.keysOf(document), null, document, collection);
    }
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Long> collection) {
    List<byte[]> next = shape.keysOf(after);
    if (unique && !areSame(shape.keysOf(before), next)) {
      refuseDuplicates(next, ownPosition(before), after, collection);
    }
  }

  /** The new keys first: a reader may meet the document twice, but never miss it. */
  void move(Document before, Document after, long position) {
    List<byte[]> previous = shape.keysOf(before);
    List<byte[]> next = shape.keysOf(after);
    if (areSame(previous, next)) {
      return;
    }
    next.stream().filter(key -> !holds(previous, key)).forEach(key -> insert(key, position));
    previous.stream().filter(key -> !holds(next, key)).forEach(key -> erase(key, position));
  }

  /** The server moves keys before it writes; here the collection does, afterwards. */
  @Override
  public void updateInPlace(
      Document before, Document after, Long position, MongoCollection<Long> collection) {}

  /** Only {@code _id} answers; the server asks every index and wants one answer. */
  @Override
  public @Nullable Long getPosition(Document document) {
    return isPrimary() ? ownPosition(document) : null;
  }

  /** The position of the document with this key, if the index is unique and has one. */
  private @Nullable Long ownPosition(Document document) {
    List<byte[]> own = shape.keysOf(document);
    return own.isEmpty() ? null : find(own.get(0));
  }

  private @Nullable Long find(byte[] key) {
    byte[] found = keys.ceiling(key);
    boolean same =
        found != null
            && found.length == key.length + Long.BYTES
            && Arrays.equals(found, 0, key.length, key, 0, key.length);
    return same ? (Long) positionIn(found) : null;
  }

  private void refuseDuplicates(
      List<byte[]> keysOfDocument,
      @Nullable Long own,
      Document document,
      MongoCollection<Long> collection) {
    for (byte[] key : keysOfDocument) {
      Long other = find(key);
      if (other != null && !other.equals(own)) {
        throw new DuplicateKeyError(this, collection, getKeys(), describe(document));
      }
    }
  }

  private KeyValue describe(Document document) {
    List<@Nullable Object> values = new ArrayList<>();
    for (IndexField field : shape.fields()) {
      Object value = field.path().in(document);
      values.add(value instanceof Missing ? null : value);
    }
    return new KeyValue(values);
  }

  private void insert(byte[] key, long position) {
    byte[] entry = withPosition(key, position);
    if (keys.add(entry)) {
      count.incrementAndGet();
      size.addAndGet(entry.length);
    }
  }

  private void erase(byte[] key, long position) {
    byte[] entry = withPosition(key, position);
    if (keys.remove(entry)) {
      count.decrementAndGet();
      size.addAndGet(-entry.length);
    }
  }

  private static byte[] withPosition(byte[] key, long position) {
    return ByteBuffer.allocate(key.length + Long.BYTES).put(key).putLong(position).array();
  }

  private static boolean areSame(List<byte[]> some, List<byte[]> others) {
    return some.size() == others.size() && others.stream().allMatch(key -> holds(some, key));
  }

  private static boolean holds(List<byte[]> some, byte[] key) {
    return some.stream().anyMatch(each -> Arrays.equals(each, key));
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return other instanceof OrderedIndex index
        && fields().equals(index.fields())
        && unique == index.unique
        && isSparse() == index.isSparse();
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public long getCount() {
    return count.get();
  }

  @Override
  public long getDataSize() {
    return size.get();
  }

  /** Keeps its keys, as some reader may still walk them. */
  @Override
  public void drop() {}

  /** The planner picks indexes; the server's own choice is never asked. */
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Long> getPositions(Document query) {
    throw new UnsupportedOperationException("The planner reads this index");
  }

  @Override
  public Long remove(Document document) {
    throw new UnsupportedOperationException("Removing a document needs its position");
  }
}
