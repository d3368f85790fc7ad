package io.tuco.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every relative link of the documentation leads to a file, and to a heading if it names one. */
final class DocLinksTest {

  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

  @Test
  void leadsNowhereWrong() throws IOException {
    var pages = pages();

    var broken = pages.stream().flatMap(DocLinksTest::brokenLinks).collect(Collectors.toList());

    assertThat(pages).as("pages found").hasSizeGreaterThan(20);
    assertThat(broken).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    var root = DocsPage.root();
    try (var docs = Files.walk(root.resolve("docs"));
        var top = Files.walk(root, 2)) {
      return Stream.concat(docs, top)
          .filter(file -> file.toString().endsWith(".md"))
          .distinct()
          .collect(Collectors.toList());
    }
  }

  private static Stream<String> brokenLinks(Path page) {
    return LINK.matcher(CODE.matcher(text(page)).replaceAll(""))
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(target -> !target.contains("://") && !resolves(page, target))
        .map(target -> DocsPage.root().relativize(page) + " -> " + target);
  }

  private static boolean resolves(Path page, String target) {
    var parts = target.split("#", 2);
    var file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
  }

  private static List<String> headings(Path file) {
    return HEADING
        .matcher(text(file))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .collect(Collectors.toList());
  }

  /** As forges make it: lower case, spaces to dashes, everything else dropped. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
