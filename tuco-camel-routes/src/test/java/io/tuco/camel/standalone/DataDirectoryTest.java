package io.tuco.camel.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.camel.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {

  @TempDir private Path path;

  private final List<String> made = new ArrayList<>();

  private String secret(String minted) {
    return new DataDirectory(path).secret("token", () -> minted, () -> made.add(minted));
  }

  @Test
  void makesASecretOnceAndKeepsIt() {
    assertThat(secret("first")).isEqualTo("first");
    assertThat(secret("second")).isEqualTo("first");
    assertThat(made).containsExactly("first");
  }

  @Test
  void keepsASecretForItsOwner() throws IOException {
    secret("first");

    assertThat(Files.getPosixFilePermissions(path.resolve("token")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void refusesASecretThatWasEmptied() throws IOException {
    Files.createFile(path.resolve("token"));

    assertThatThrownBy(() -> secret("new"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("token is empty");
    assertThat(made).isEmpty();
  }
}
