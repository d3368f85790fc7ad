package io.tuco.core.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.fixture.Fixtures;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretBoxTest {

  private final SecretBox box = new SecretBox(key(1), new Random(7));

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret", Fixtures.UNICODE, "\0"})
  void opensWhatItSealed(String secret) {
    assertThat(box.open(box.seal(secret))).isEqualTo(secret);
  }

  @Test
  void opensWhatAnotherBoxSealedUnderTheSameKey() {
    var restarted = new SecretBox(key(1), new Random(8));

    assertThat(restarted.open(box.seal("s3cret"))).isEqualTo("s3cret");
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    var sealed = IntStream.range(0, 100).mapToObj(any -> box.seal("s3cret").text()).toList();

    assertThat(sealed).doesNotHaveDuplicates();
  }

  @Test
  void showsNothingOfTheSecret() {
    var sealed = box.seal("s3cret");

    var bytes = Base64.getDecoder().decode(sealed.text());
    assertThat(bytes).hasSize(12 + "s3cret".length() + 16);
    assertThat(new String(bytes, ISO_8859_1)).doesNotContain("s3cret");
    assertThat(sealed.toString()).doesNotContain(sealed.text()).isEqualTo("•••");
  }

  @Test
  void doesNotOpenUnderAnotherKey() {
    var sealed = box.seal("s3cret");
    var other = new SecretBox(key(2), new Random(7));

    assertThatThrownBy(() -> other.open(sealed))
        .isInstanceOf(SecretUnreadableException.class)
        .hasMessageContaining("tuco.secrets.key")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void doesNotOpenWhatWasTamperedWith() {
    var bytes = Base64.getDecoder().decode(box.seal("s3cret").text());

    for (var place = 0; place < bytes.length; place++) {
      var changed = bytes.clone();
      changed[place] ^= 1;
      var sealed = new Sealed(Base64.getEncoder().encodeToString(changed));

      assertThatThrownBy(() -> box.open(sealed)).isInstanceOf(SecretUnreadableException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAAAAAAA", "no base64 at all"})
  void doesNotOpenWhatItNeverSealed(String text) {
    assertThatThrownBy(() -> box.open(new Sealed(text)))
        .isInstanceOf(SecretUnreadableException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33})
  void refusesAKeyOfAnotherLength(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretBox(new byte[length], new Random(7)))
        .withMessageContaining("32 bytes");
  }

  private static byte[] key(int seed) {
    var key = new byte[32];
    new Random(seed).nextBytes(key);
    return key;
  }
}
