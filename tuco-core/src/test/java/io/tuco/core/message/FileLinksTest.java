package io.tuco.core.message;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FileLinksTest {

  private static final FilePass PASS = new FilePass("org_1", "file-1", NOW.plusSeconds(60));

  private final FileLinks links = FileLinks.under(new byte[32], "https://tuco.example.com/");

  @Test
  void readsWhatItWroteAndNothingElse() {
    var url = links.url("org_1", "file-1", PASS.until());
    var otherKey = new byte[32];
    otherKey[0] = 1;

    assertThat(url).matches("https://tuco\\.example\\.com/files/[A-Za-z0-9_-]+");
    assertThat(links.ofUrl(url)).contains(PASS);
    for (var place = url.lastIndexOf('/') + 1; place < url.length(); place++) {
      var other = url.charAt(place) == 'A' ? 'B' : 'A';
      assertThat(links.ofUrl(url.substring(0, place) + other + url.substring(place + 1))).isEmpty();
    }
    assertThat(FileLinks.under(otherKey, "https://tuco.example.com").ofUrl(url)).isEmpty();
    assertThat(links.ofUrl("https://tuco.example.com/files/")).isEmpty();
    assertThat(links.ofUrl("https://elsewhere.example/a.png")).isEmpty();
  }

  @Test
  void knowsItsOwnWhereverWeWereWhenItWasWritten() {
    var before = FileLinks.under(new byte[32], "http://127.0.0.1:8080");

    assertThat(links.ofUrl(before.url("org_1", "file-1", PASS.until()))).contains(PASS);
  }

  @Test
  void isValidUntilItsEndAndNotThen() {
    assertThat(PASS.isValid(PASS.until().minusMillis(1))).isTrue();
    assertThat(PASS.isValid(PASS.until())).isFalse();
  }

  @Test
  void renewsOnlyItsOwn() {
    var old = links.url("org_1", "file-1", NOW);

    assertThat(links.ofUrl(links.renewed(old, NOW.plusSeconds(5))))
        .contains(new FilePass("org_1", "file-1", NOW.plusSeconds(5).plus(Duration.ofHours(24))));
    assertThat(links.renewed("https://elsewhere.example/a.png", NOW))
        .isEqualTo("https://elsewhere.example/a.png");
  }
}
