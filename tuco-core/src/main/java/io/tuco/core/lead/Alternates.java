package io.tuco.core.lead;

import io.tuco.core.address.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The three further addresses of one kind, each in its numbered place. */
public record Alternates<A extends Address>(
    Optional<A> first, Optional<A> second, Optional<A> third) {

  public static <A extends Address> Alternates<A> none() {
    return new Alternates<>(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** These places, overwritten by the places that {@code given} fills. */
  public Alternates<A> merge(Alternates<A> given) {
    return new Alternates<>(
        given.first.or(() -> first), given.second.or(() -> second), given.third.or(() -> third));
  }

  public Alternates<A> keeping(Predicate<A> wanted) {
    return new Alternates<>(first.filter(wanted), second.filter(wanted), third.filter(wanted));
  }

  public Stream<A> stream() {
    return places().stream().flatMap(Optional::stream);
  }

  /** All three places in order, empty ones included. */
  public List<Optional<A>> places() {
    return List.of(first, second, third);
  }
}
