package io.tuco.core.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a send gave the device for one of its parts: {@code sendId.part}.
 *
 * @param part counted from 0
 */
public record SendToken(String sendId, int part) {

  private static final Pattern FORM = Pattern.compile("(.{1,64})\\.([0-9]{1,3})");

  /** Empty for somebody else's. */
  public static Optional<SendToken> parse(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new SendToken(form.group(1), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }
}
