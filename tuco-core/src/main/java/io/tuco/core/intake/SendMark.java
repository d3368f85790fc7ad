package io.tuco.core.intake;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Content;
import io.tuco.core.workspace.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was last sent to whom: written before its message, whose id it fixes (settled answer 9).
 *
 * @param textHash of the words as they were received, before placeholders
 */
public record SendMark(
    String workspaceId, PhoneNumber phone, String textHash, String messageId, Instant at) {

  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  public static SendMark of(
      String workspaceId, PhoneNumber phone, Content content, String messageId, Instant at) {
    return new SendMark(workspaceId, phone, Sha256.hexOf(compared(content)), messageId, at);
  }

  /** The same words to the same phone, as another message. */
  public SendMark of(String otherId, Instant now) {
    return new SendMark(workspaceId, phone, textHash, otherId, now);
  }

  private static String compared(Content content) {
    var words = SPACES.matcher(content.text().toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return words
        + content.attachments().stream()
            .map(Attachment::url)
            .map(url -> "\n" + url)
            .collect(Collectors.joining());
  }
}
