package io.tuco.core.store.memory;

import io.tuco.core.message.Message;
import io.tuco.core.message.Part;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a message can be found by besides its id. Not thread-safe. */
final class MessageMarks {

  private final Map<String, String> bySend = new HashMap<>();
  private final Map<String, String> byExternalId = new HashMap<>();
  private final Set<String> touches = new HashSet<>();
  private final Set<String> owing = new LinkedHashSet<>();

  void note(Message message) {
    var progress = message.progress();
    progress.tries().earlierSends().forEach(id -> bySend.put(id, message.id()));
    progress.send().ifPresent(send -> bySend.put(send.id(), message.id()));
    externalIds(message).forEach(id -> byExternalId.put(id, message.id()));
    touches.addAll(progress.contact().touches());
    if (progress.followUp().filter(text -> !text.made()).isPresent()) {
      owing.add(message.id());
    } else {
      owing.remove(message.id());
    }
  }

  void forget(Message message) {
    bySend.values().removeIf(message.id()::equals);
    byExternalId.values().removeIf(message.id()::equals);
    touches.removeAll(message.progress().contact().touches());
    owing.remove(message.id());
  }

  Optional<String> ofSend(String sendId) {
    return Optional.ofNullable(bySend.get(sendId));
  }

  Optional<String> ofExternalId(String externalId) {
    return Optional.ofNullable(byExternalId.get(externalId));
  }

  Set<String> touched(Collection<String> asked) {
    return asked.stream().filter(touches::contains).collect(Collectors.toUnmodifiableSet());
  }

  Collection<String> owing() {
    return Set.copyOf(owing);
  }

  /** The provider's ids of the message and of each part of it. */
  private static Stream<String> externalIds(Message message) {
    var parts =
        message.progress().send().stream()
            .flatMap(send -> send.parts().stream())
            .map(Part::reference)
            .flatMap(Optional::stream);
    return Stream.of(
            message.progress().externalId().stream(),
            message.annotations().arrival().aliases().stream(),
            parts)
        .flatMap(ids -> ids);
  }
}
