package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts what no index has in order. Keeps keys and positions instead of documents, and of these no
 * more than were asked for, so that a large result costs a reread and not the heap.
 */
final class Sorted {

  private record Place(byte[] key, long position) {

    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::key, Arrays::compareUnsigned)
            .thenComparingLong(Place::position);
  }

  private Sorted() {}

  /**
   * The positions in order.
   *
   * @param most how many are wanted; 0 for all
   */
  static List<Long> positions(Iterator<Found> matches, List<IndexField> sort, int most) {
    PriorityQueue<Place> worstFirst = new PriorityQueue<>(Collections.reverseOrder(Place.ORDER));
    while (matches.hasNext()) {
      Found found = matches.next();
      worstFirst.add(new Place(key(found.document(), sort), found.position()));
      if (most > 0 && worstFirst.size() > most) {
        worstFirst.poll();
      }
    }
    List<Place> places = new ArrayList<>(worstFirst);
    places.sort(Place.ORDER);
    return places.stream().map(Place::position).toList();
  }

  private static byte[] key(Document document, List<IndexField> sort) {
    KeyBytes key = new KeyBytes();
    sort.forEach(field -> key.raw(field.sortKey(document)));
    return key.toBytes();
  }
}
