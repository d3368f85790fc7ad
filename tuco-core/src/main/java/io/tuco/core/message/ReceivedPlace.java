package io.tuco.core.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which file of a received message a URL of ours names.
 *
 * @param place in the order it came in, from 0
 */
public record ReceivedPlace(String messageId, int place) {

  private static final Pattern FORM = Pattern.compile("([0-9a-f]{24})\\.([0-9]{1,4})");

  /** What stands for the id of a file in a {@link FilePass}. */
  public String asFileId() {
    return messageId + "." + place;
  }

  /** Empty for a file that we keep. */
  public static Optional<ReceivedPlace> of(String fileId) {
    var found = FORM.matcher(fileId);
    return found.matches()
        ? Optional.of(new ReceivedPlace(found.group(1), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  /** The file, where the message has it. */
  public Optional<ReceivedFile> in(Message message) {
    return message.annotations().arrival().files().stream().skip(place).findFirst();
  }
}
