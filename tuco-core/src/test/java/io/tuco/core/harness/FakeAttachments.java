package io.tuco.core.harness;

import io.tuco.core.dispatch.AttachmentShelf;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Has every file at hand, unless told otherwise. Not thread-safe. */
public final class FakeAttachments implements AttachmentShelf {

  private static final long BYTES = 1_000;

  private final List<Runnable> waiting = new ArrayList<>();
  private Optional<String> cause = Optional.empty();
  private boolean fetching;

  /** From now on no file can be had. */
  public void cannotBeFetched(String why) {
    cause = Optional.of(why);
  }

  /** From now on files are on their way. */
  public void areOnTheirWay() {
    fetching = true;
  }

  public void haveArrived() {
    fetching = false;
    List.copyOf(waiting).forEach(Runnable::run);
    waiting.clear();
  }

  @Override
  public Readiness readiness(Message message, Runnable ended) {
    if (cause.isPresent()) {
      return new Readiness.Unfetchable(cause.get());
    }
    if (fetching) {
      waiting.add(ended);
      return new Readiness.Fetching();
    }
    return new Readiness.Ready(
        IntStream.range(0, message.content().attachments().size())
            .mapToObj(place -> file(message, place))
            .toList());
  }

  private static PartFile file(Message message, int place) {
    var name = message.content().attachments().get(place).name().orElse("file-" + place + ".png");
    return new PartFile(place, name, BYTES + place, "image/png");
  }
}
