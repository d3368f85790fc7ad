package io.tuco.camel.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileMagicTest {

  private static Optional<FileType> typeOf(String head) {
    return FileMagic.typeOf(bytes(head), false);
  }

  /** {@code \xNN} stands for a byte. */
  private static byte[] bytes(String head) {
    var text = new StringBuilder();
    for (int i = 0; i < head.length(); i++) {
      if (head.startsWith("\\x", i)) {
        text.append((char) Integer.parseInt(head.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        text.append(head.charAt(i));
      }
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\\x89PNG\\x0d\\x0a\\x1a\\x0a, PNG",
        "\\xff\\xd8\\xff\\xe0, JPEG",
        "\\xff\\xd8\\xff\\xdb, JPEG",
        "GIF87a, GIF",
        "GIF89a, GIF",
        "RIFF....WEBPVP8, WEBP",
        "RIFF....WAVEfmt, WAV",
        "\\x00\\x00\\x00\\x18ftypheic, HEIC",
        "\\x00\\x00\\x00\\x18ftyphevc, HEIC",
        "\\x00\\x00\\x00\\x18ftypmif1....heic, HEIC",
        "\\x00\\x00\\x00\\x18ftypisom, MP4",
        "\\x00\\x00\\x00\\x18ftypmp42, MP4",
        "\\x00\\x00\\x00\\x18ftypiso6, MP4",
        "\\x00\\x00\\x00\\x18ftypM4V., MP4",
        "\\x00\\x00\\x00\\x18ftypM4VP, MP4",
        "\\x00\\x00\\x00\\x18ftypavc1, MP4",
        "\"\\x00\\x00\\x00\\x14ftypqt  \", MOV",
        "\\x00\\x00\\x00\\x08wide, MOV",
        "\\x00\\x00\\x10\\x00moov, MOV",
        "\"\\x00\\x00\\x00\\x18ftypM4A \", M4A",
        "caff\\x00\\x01, CAF",
        "ID3\\x04, MP3",
        "\\xff\\xfb\\x90\\x64, MP3",
        "\\xff\\xf3\\x44\\xc4, MP3",
        "%PDF-1.7, PDF"
      })
  void knowsEveryTypeOfTheContract(String head, FileType type) {
    assertThat(typeOf(head)).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\\x89PNG",
        "<html><body>",
        "<svg xmlns=",
        "MZ\\x90\\x00",
        "\\x7fELF",
        "PK\\x03\\x04",
        "\\x1f\\x8b\\x08\\x00",
        "#!/bin/sh",
        "RIFF....AVI LIST",
        "RIFF",
        "\\x00\\x00\\x00\\x1cftypavif....mif1",
        "\\x00\\x00\\x00\\x14ftypmif1....avif",
        "\\x00\\x00\\x00\\x18ftypXXXX",
        "\\x00\\x00\\x00\\x08ftyp",
        "\\xff\\xfe<\\x00h\\x00",
        "\\xff\\xf1\\x50\\x80",
        "\\xff\\xfb\\xf0\\x00",
        "OggS",
        "BM6",
        "II*\\x00",
        " %PDF-1.7",
        "{\\\"a\\\":1}"
      })
  void knowsNothingElse(String head) {
    assertThat(typeOf(head)).isEmpty();
  }

  @Test
  void believesTheUrlOnlyAboutSoundOrFilm() {
    var container = bytes("\\x00\\x00\\x00\\x18ftypmp42");
    var picture = bytes("GIF89a");

    assertThat(FileMagic.typeOf(container, true)).contains(FileType.M4A);
    assertThat(FileMagic.typeOf(picture, true)).contains(FileType.GIF);
    assertThat(new SaidType("https://x.example/a/voice.M4A?x=.mp4", null).isSound()).isTrue();
    assertThat(new SaidType("https://x.example/a/film.mp4", "Audio/MP4").isSound()).isTrue();
    assertThat(new SaidType("https://x.example/film.mp4", "video/mp4").isSound()).isFalse();
  }
}
