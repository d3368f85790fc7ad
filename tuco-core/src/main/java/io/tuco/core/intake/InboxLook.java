package io.tuco.core.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * One look at the messages of a device, page by page.
 *
 * @param question the next one, absent when the look is over
 * @param newFrom what was written before was heard before: only what became of it is of interest
 * @param latest when the latest message so far was written, by the device's clock
 * @param whole whether everything that was asked was answered, and could be taken in
 */
public record InboxLook(
    Optional<InboxQuestion> question, Instant newFrom, Optional<Instant> latest, boolean whole) {

  /** So many pages at a time; the rest is left to the next look. */
  static final int MOST_PAGES = 50;

  public static InboxLook first(InboxQuestion question, Instant newFrom) {
    return new InboxLook(Optional.of(question), newFrom, Optional.empty(), true);
  }

  /** Whether the row can only tell what became of a message that is known, or of no interest. */
  public boolean isOld(DeviceMessage row) {
    return row.writtenAt().isBefore(newFrom);
  }

  /** After one more page; {@code taken} says whether all of it could be taken in. */
  public InboxLook after(InboxPage page, boolean taken) {
    var asked = question.orElseThrow();
    var newest =
        page.messages().stream()
            .map(DeviceMessage::writtenAt)
            .reduce((one, other) -> one.isAfter(other) ? one : other)
            .filter(at -> latest.filter(at::isBefore).isEmpty())
            .or(() -> latest);
    var offset = asked.offset() + page.count();
    var goesOn = page.isFull() && offset < MOST_PAGES * InboxQuestion.LIMIT;
    return new InboxLook(
        Optional.of(new InboxQuestion(asked.device(), asked.after(), offset))
            .filter(next -> goesOn),
        newFrom,
        newest,
        whole && page.isAnswer() && taken);
  }
}
