package io.tuco.camel.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.core.dispatch.AttachmentShelf.Readiness;
import io.tuco.core.dispatch.AttachmentShelf.Readiness.Ready;
import io.tuco.core.dispatch.AttachmentShelf.Readiness.Unfetchable;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we keep ourselves is read where it lies, and no network is asked for it. */
final class OwnFetchTest {

  private static final String OURS = "https://tuco.example.com/files/";

  @TempDir private Path directory;
  private final Map<String, byte[]> kept = new HashMap<>();
  private FetchWorld world;

  /** Its URLs are our own addresses, which no fetch may reach. */
  private final class Kept implements OwnFiles {

    @Override
    public boolean isOurs(String url) {
      return url.startsWith(OURS);
    }

    @Override
    public Optional<Own> open(String workspaceId, String url) {
      return Optional.ofNullable(kept.get(workspaceId + " " + url))
          .map(bytes -> new Own("text/vcard", new ByteArrayInputStream(bytes)));
    }
  }

  @BeforeEach
  void open() {
    world = new FetchWorld(directory);
    world.own = new Kept();
    world.hosts = host -> List.of();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void isReadyWithItsBytesAndTheTypeThatTheyTell() throws IOException {
    var shelf = world.shelf();
    var message = message("picture.txt");
    keep(message, FetchWorld.PNG);

    var ready = (Ready) settled(shelf, message);

    assertThat(ready.files())
        .singleElement()
        .matches(file -> file.contentType().equals("image/png"))
        .matches(file -> file.bytes() == FetchWorld.PNG.length());
    assertThat(Files.readAllBytes(shelf.open(message, 0).orElseThrow()))
        .isEqualTo(FetchWorld.PNG.getBytes(ISO_8859_1));
  }

  @Test
  void believesItsOwnerWhereTheBytesAreSilent() {
    var shelf = world.shelf();
    var message = message("../ada.vcf");
    keep(message, "BEGIN:VCARD");

    var ready = (Ready) settled(shelf, message);

    assertThat(ready.files())
        .singleElement()
        .matches(file -> file.contentType().equals("text/vcard"))
        .matches(file -> file.name().equals("ada.vcf"));
  }

  @Test
  void isNotToBeHadOnceItIsGoneOrAnothers() {
    var shelf = world.shelf();
    var message = message("a.png");
    kept.put("org_other " + OURS + "1", FetchWorld.PNG.getBytes(ISO_8859_1));

    assertThat(settled(shelf, message)).isEqualTo(new Unfetchable("the file is not kept any more"));
  }

  private void keep(Message message, String content) {
    kept.put(message.workspaceId() + " " + OURS + "1", content.getBytes(ISO_8859_1));
  }

  private static Message message(String name) {
    var plain = FetchWorld.message("64b0c0ffee0000000000c001");
    var file = new Attachment(OURS + "1", Optional.of(name));
    return FetchWorld.with(plain, new Content("See", Optional.empty(), List.of(file)));
  }

  private static Readiness settled(FetchedFiles shelf, Message message) {
    var woken = new CountDownLatch(1);
    if (shelf.readiness(message, woken::countDown) instanceof Readiness.Fetching) {
      await().atMost(Duration.ofSeconds(20)).until(() -> woken.getCount() == 0);
    }
    return shelf.readiness(message, () -> {});
  }
}
