package io.tuco.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UnsubscribeTokensTest {

  private static final UnsubscribeToken ADA =
      new UnsubscribeToken(
          "org_1", Optional.of("lead-1"), new EmailAddress("ada@example.org"), "message-1");

  private final UnsubscribeTokens tokens = UnsubscribeTokens.under(new byte[32]);

  @Test
  void readsWhatItWrote() {
    var nobody = new UnsubscribeToken("org_1", Optional.empty(), ADA.address(), "message-1");

    assertThat(tokens.read(tokens.write(ADA))).contains(ADA);
    assertThat(tokens.read(tokens.write(nobody))).contains(nobody);
  }

  @Test
  void fitsInAPath() {
    assertThat(tokens.write(ADA)).matches("[A-Za-z0-9_-]{60,300}");
  }

  @Test
  void doesNotReadWhatWasSignedWithAnotherKey() {
    var otherKey = new byte[32];
    otherKey[0] = 1;

    assertThat(tokens.read(UnsubscribeTokens.under(otherKey).write(ADA))).isEmpty();
  }

  @Test
  void doesNotReadATokenWithAnyCharacterChanged() {
    var token = tokens.write(ADA);

    for (var place = 0; place < token.length(); place++) {
      var other = token.charAt(place) == 'A' ? 'B' : 'A';
      var forged = token.substring(0, place) + other + token.substring(place + 1);
      assertThat(tokens.read(forged)).as(forged).isEmpty();
    }
  }

  @Test
  void doesNotReadATokenCutAnywhere() {
    var token = tokens.write(ADA);

    for (var length = 0; length < token.length(); length++) {
      assertThat(tokens.read(token.substring(0, length))).isEmpty();
    }
    assertThat(tokens.read(token + "A")).isEmpty();
    assertThat(tokens.read(token + "=")).isEmpty();
  }

  @Test
  void doesNotReadNonsense() {
    assertThat(tokens.read("")).isEmpty();
    assertThat(tokens.read("not base64!")).isEmpty();
    assertThat(tokens.read("A".repeat(5_000))).isEmpty();
  }
}
