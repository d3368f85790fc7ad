package io.tuco.camel.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.ConfigurationException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The directory of what this installation made for itself. Secrets in it are for its owner only.
 */
final class DataDirectory {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path path;

  DataDirectory(Path path) {
    this.path = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.path);
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of("the data directory " + this.path + " cannot be made: " + e.getMessage()));
    }
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** A secret that is made once and kept; {@code madeNow} hears of it the first time. */
  String secret(String name, Supplier<String> mint, Runnable madeNow) {
    return read(name)
        .map(kept -> notEmpty(name, kept))
        .orElseGet(
            () -> {
              var secret = mint.get();
              write(name, secret + "\n");
              madeNow.run();
              return secret;
            });
  }

  /** An emptied file is a loss to be mended, not a reason to make a secret that opens nothing. */
  private String notEmpty(String name, String kept) {
    if (kept.isEmpty()) {
      throw new ConfigurationException(
          List.of(resolve(name) + " is empty: restore it, or remove it to have a new one made"));
    }
    return kept;
  }

  Optional<String> read(String name) {
    try {
      var file = resolve(name);
      return Files.exists(file)
          ? Optional.of(Files.readString(file, UTF_8).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(name + " in the data directory cannot be read: " + e.getMessage()));
    }
  }

  /** Whole or not at all, readable by the owner alone. */
  void write(String name, String text) {
    try {
      var made = Files.createTempFile(path, name, ".new");
      if (POSIX) {
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(made, text, UTF_8);
      Files.move(made, resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(name + " in the data directory cannot be written: " + e.getMessage()));
    }
  }
}
