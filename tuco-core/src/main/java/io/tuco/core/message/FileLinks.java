package io.tuco.core.message;

import io.tuco.core.secret.SignedTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes and reads the URLs of stored files (/v1 contract, sections 4 and 5). A URL of ours is
 * known by its signature, wherever it says that we are: our address may have changed since.
 * Thread-safe.
 */
public final class FileLinks {

  /** Where stored files are read, before their pass. */
  public static final String PATH = "/files/";

  /** Of the URL that a reading client is sent on to. */
  public static final Duration REDIRECT_LIFE = Duration.ofHours(1);

  /** Of the URL that stands in a document. */
  public static final Duration LINK_LIFE = Duration.ofHours(24);

  private static final String LABEL = "tuco file link 1";
  private static final String SEPARATOR = "\n";
  private static final int FIELDS = 3;

  private final SignedTexts signed;
  private final String base;

  private FileLinks(SignedTexts signed, String base) {
    this.signed = signed;
    this.base = base;
  }

  /**
   * @param base where we are reached, such as {@code https://tuco.example.com}
   */
  public static FileLinks under(byte[] secretsKey, String base) {
    return new FileLinks(SignedTexts.under(secretsKey, LABEL), base.replaceFirst("/+$", ""));
  }

  public String url(String workspaceId, String fileId, Instant until) {
    return base + PATH + signed.write(String.join(SEPARATOR, workspaceId, fileId, millis(until)));
  }

  /**
   * The same URL if it is none of ours, else one that is valid from now on for {@link #LINK_LIFE}.
   */
  public String renewed(String url, Instant now) {
    return ofUrl(url)
        .map(pass -> url(pass.workspaceId(), pass.fileId(), now.plus(LINK_LIFE)))
        .orElse(url);
  }

  /** What a URL of ours says, be it still valid or not; empty for whatever we did not write. */
  public Optional<FilePass> ofUrl(String url) {
    var at = url.lastIndexOf(PATH);
    return at < 0 ? Optional.empty() : read(url.substring(at + PATH.length()));
  }

  /** The same of its end alone. */
  public Optional<FilePass> read(String pass) {
    return signed.read(pass).flatMap(FileLinks::parsed);
  }

  private static Optional<FilePass> parsed(String claim) {
    var fields = claim.split(SEPARATOR, -1);
    return fields.length == FIELDS && fields[2].matches("\\d{1,18}")
        ? Optional.of(
            new FilePass(fields[0], fields[1], Instant.ofEpochMilli(Long.parseLong(fields[2]))))
        : Optional.empty();
  }

  private static String millis(Instant until) {
    return Long.toString(until.toEpochMilli());
  }
}
