package io.tuco.core.lead;

import io.tuco.core.Change;
import io.tuco.core.address.Address;

/** What becomes of each of the three further addresses of one kind. */
public record AlternatesChange<A extends Address>(
    Change<A> first, Change<A> second, Change<A> third) {

  Alternates<A> after(Alternates<A> current) {
    return new Alternates<>(
        first.after(current.first()), second.after(current.second()), third.after(current.third()));
  }
}
