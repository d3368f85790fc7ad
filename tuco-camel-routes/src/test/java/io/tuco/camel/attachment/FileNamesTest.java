package io.tuco.camel.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.message.Attachment;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNamesTest {

  private static String named(String name, FileType type) {
    return FileNames.of(new Attachment("https://x.example/u", Optional.of(name)), type);
  }

  private static String from(String url, FileType type) {
    return FileNames.of(new Attachment(url, Optional.empty()), type);
  }

  @ParameterizedTest
  @CsvSource({
    "photo.png, PNG, photo.png",
    "photo.PNG, PNG, photo.PNG",
    "photo.jpeg, JPEG, photo.jpeg",
    "photo, JPEG, photo.jpg",
    "photo.png, JPEG, photo.jpg",
    "report.v2, PDF, report.v2.pdf",
    "evil.exe, PDF, evil.exe.pdf",
    "../../etc/passwd, PNG, passwd.png",
    "C:\\Windows\\x.gif, GIF, x.gif",
    "a/b\\c.gif, GIF, c.gif",
    ".hidden.png, PNG, hidden.png",
    "..., PNG, attachment.png",
    ".png, PNG, png.png",
    "a:b.png, PNG, ab.png",
    "dots...png, PNG, dots...png",
    "Müller şık.pdf, PDF, Müller şık.pdf",
    "写真.heic, HEIC, 写真.heic"
  })
  void keepWhatIsHarmlessAndTellTheTypeTruly(String given, FileType type, String shown) {
    assertThat(named(given, type)).isEqualTo(shown);
  }

  @Test
  void loseWhatCouldFoolAReaderOrAProtocol() {
    assertThat(named("a\r\nContent-Type: x\u0000.png", FileType.PNG))
        .isEqualTo("aContent-Type x.png");
    assertThat(named("gnp\u202e.exe.png", FileType.PNG)).isEqualTo("gnp.exe.png");
    assertThat(named("lone\ud800.png", FileType.PNG)).isEqualTo("lone.png");
    assertThat(named("u\u0308.png", FileType.PNG)).isEqualTo("ü.png");
    assertThat(named("", FileType.PNG)).isEqualTo("attachment.png");
  }

  @Test
  void areNeverLongerThanAFileSystemTakes() {
    var long1 = named("ü".repeat(300) + ".png", FileType.PNG);
    var long2 = named("😀".repeat(300), FileType.MOV);

    assertThat(long1.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(200);
    assertThat(long1).startsWith("üü").endsWith("ü.png");
    assertThat(long2.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(200);
    assertThat(long2).endsWith("😀.mov");
  }

  @Test
  void comeFromTheEndOfTheUrlWithoutAName() {
    assertThat(from("https://x.example/a/b%20c.png?d=/e.gif", FileType.PNG)).isEqualTo("b c.png");
    assertThat(from("https://x.example/a%2F..%2Fb.png", FileType.PNG)).isEqualTo("b.png");
    assertThat(from("https://x.example/%C3%BC%FF.png", FileType.PNG)).isEqualTo("ü.png");
    assertThat(from("https://x.example/", FileType.PDF)).isEqualTo("attachment.pdf");
    assertThat(from("https://x.example", FileType.PDF)).isEqualTo("attachment.pdf");
    assertThat(from("https://x.example?a/b.png", FileType.PDF)).isEqualTo("attachment.pdf");
  }
}
