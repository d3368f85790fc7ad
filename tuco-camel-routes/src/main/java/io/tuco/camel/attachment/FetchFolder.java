package io.tuco.camel.attachment;

import io.tuco.camel.ConfigurationException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The directory of fetched files: emptied at start, readable by the owner alone. */
final class FetchFolder {

  private static final String ENDING = ".fetched";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path directory;
  private final AtomicLong count = new AtomicLong();

  private FetchFolder(Path directory) {
    this.directory = directory;
  }

  /**
   * @throws ConfigurationException when the directory cannot be used
   */
  static FetchFolder in(Path directory) {
    try {
      Files.createDirectories(directory);
      if (POSIX) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
      clear(directory);
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of("the directory for attachments cannot be used: " + e.getMessage()));
    }
    return new FetchFolder(directory.toAbsolutePath());
  }

  /** A path that no file of this process has had. */
  Path next() {
    return directory.resolve(count.incrementAndGet() + ENDING);
  }

  /** Whether it is gone; if not, the next start will try again. */
  boolean delete(Path file) {
    return file.toFile().delete() || !Files.exists(file);
  }

  private static void clear(Path directory) throws IOException {
    try (var files = Files.newDirectoryStream(directory, "*" + ENDING)) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    }
  }
}
