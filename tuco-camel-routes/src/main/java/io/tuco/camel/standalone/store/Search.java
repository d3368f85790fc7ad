package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents a plan leads to that really match, each at most once, read only as far as asked.
 *
 * <p>Without a lock: a key may be older or newer than its document, therefore the whole filter is
 * asked of every document. A search is no snapshot; a document that changes meanwhile is found as
 * it was before or as it is after, never as a mixture.
 */
final class Search implements Iterator<Found> {

  private final Document filter;
  private final KeyScan keys;
  private final Records records;
  private final Examined examined;
  // One of its own: the matcher keeps what it saw last.
  private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
  private final Set<Long> seen = new HashSet<>();
  private @Nullable Found next;

  Search(Document filter, Plan plan, Records records, Examined examined) {
    this.filter = filter;
    this.keys = new KeyScan(plan, examined);
    this.records = records;
    this.examined = examined;
  }

  @Override
  public boolean hasNext() {
    while (next == null && keys.hasNext()) {
      next = match(OrderedIndex.positionIn(keys.next()));
    }
    return next != null;
  }

  @Override
  public Found next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Found found = next;
    next = null;
    return found;
  }

  private @Nullable Found match(long position) {
    byte[] bytes = seen.contains(position) ? null : records.read(position);
    if (bytes == null) {
      return null;
    }
    Deadline.check();
    examined.document();
    Document document = Bson.decode(bytes);
    if (!matcher.matches(document, filter)) {
      return null;
    }
    seen.add(position);
    return new Found(position, document, bytes.length);
  }
}
