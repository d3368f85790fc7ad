package io.tuco.core.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a phone texts to the sandbox line to be paired: six of {@code A-Z 2-9}, valid for a day (/v1
 * contract, section 8). One at least is a digit, so that no code is a word, such as an opt-out.
 */
public record SandboxCode(String text, Instant until) {

  public static final Duration LIFE = Duration.ofHours(24);

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789";
  private static final int LENGTH = 6;
  private static final Pattern FORM = Pattern.compile("(?=.*[2-9])[A-Z2-9]{6}");

  public SandboxCode {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a sandbox code is six of A-Z and 2-9, one a digit");
    }
  }

  /** A new code; the generator must be a cryptographic one outside of tests. */
  public static SandboxCode mint(RandomGenerator random, Instant now) {
    var text = draw(random);
    while (!FORM.matcher(text).matches()) {
      text = draw(random);
    }
    return new SandboxCode(text, now.plus(LIFE));
  }

  /** The code that a person's text consists of, however they spell it; empty for other texts. */
  public static Optional<String> in(String words) {
    var text = words.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  public boolean isValid(Instant now) {
    return now.isBefore(until);
  }

  private static String draw(RandomGenerator random) {
    return random
        .ints(LENGTH, 0, ALPHABET.length())
        .collect(
            StringBuilder::new,
            (text, place) -> text.append(ALPHABET.charAt(place)),
            StringBuilder::append)
        .toString();
  }
}
