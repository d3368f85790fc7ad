package io.tuco.camel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A page of the repository's documentation, to be held against the code. */
public record DocsPage(Path file) {

  /** The repository's root: where we are, or above the module we are in. */
  public static Path root() {
    var here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("docs")) ? here : here.getParent();
  }

  /**
   * @param path below {@code docs}, such as {@code reference/settings.md}
   */
  public static DocsPage of(String path) {
    return new DocsPage(root().resolve("docs").resolve(path));
  }

  public String text() {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of the first table after the heading {@code title}, its two head lines included. */
  public List<String> tableUnder(String title) {
    return text()
        .lines()
        .dropWhile(line -> !line.matches("#+ " + title))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .collect(Collectors.toList());
  }
}
