package io.tuco.camel.channel.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Base64;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.QPEncoderStream;

/** A letter as bytes; files are read while they are written, never held in memory. */
final class LetterWriter {

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  private LetterWriter() {}

  static void write(Letter letter, OutputStream out) throws IOException {
    ascii(out, letter.head().text());
    if (letter.files().isEmpty()) {
      text(out, letter.text());
      return;
    }
    ascii(out, "--" + letter.boundary() + "\r\n");
    ascii(out, Letters.textHead(new HeadLines()).text());
    text(out, letter.text());
    for (var file : letter.files()) {
      ascii(out, "--" + letter.boundary() + "\r\n");
      ascii(out, file.head().text());
      base64(out, file);
    }
    ascii(out, "--" + letter.boundary() + "--\r\n");
  }

  private static void text(OutputStream out, String text) throws IOException {
    var lines = LINE_END.matcher(text).replaceAll("\r\n");
    var encoder = new QPEncoderStream(new Open(out));
    encoder.write(lines.getBytes(UTF_8));
    encoder.flush();
    ascii(out, "\r\n");
  }

  private static void base64(OutputStream out, Letter.Enclosure file) throws IOException {
    try (var encoder = Base64.getMimeEncoder().wrap(new Open(out))) {
      Files.copy(file.path(), encoder);
    }
    ascii(out, "\r\n");
  }

  private static void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
  }

  /** Stays open when an encoder ends; the rest is written after it. */
  private static final class Open extends FilterOutputStream {

    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
