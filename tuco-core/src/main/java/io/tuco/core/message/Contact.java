package io.tuco.core.message;

import java.util.ArrayList;
import java.util.List;

/**
 * How a message stands to the line's acquaintances (API contract, section 4.3): a line's first
 * touch of a person counts against its caps.
 *
 * @param firstTouch whether, as far as is known, the line it waits for never wrote to the person
 * @param touches marks {@code line:lead} and {@code line:address} of the lines that have reached
 *     out to the person with this message
 */
public record Contact(boolean firstTouch, List<String> touches) {

  public Contact {
    touches = List.copyOf(touches);
  }

  public static Contact known() {
    return new Contact(false, List.of());
  }

  public static Contact first() {
    return new Contact(true, List.of());
  }

  Contact presumedFirst(boolean isFirst) {
    return new Contact(isFirst, touches);
  }

  Contact touching(List<String> marks) {
    var all = new ArrayList<>(touches);
    marks.stream().filter(mark -> !all.contains(mark)).forEach(all::add);
    return new Contact(false, all);
  }
}
