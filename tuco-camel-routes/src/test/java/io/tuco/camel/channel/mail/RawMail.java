package io.tuco.camel.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tuco.core.account.MailAccount;
import io.tuco.core.message.Message;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A mail as its bytes, one character per byte, looked at without any library. */
record RawMail(String text) {

  private static final Letters LETTERS = MailWorld.letters();
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  /** The bytes of a mail without a server. */
  static RawMail of(MailAccount account, Message message) throws Exception {
    var mail = (OutgoingMail) LETTERS.prepare(MailWorld.command(account, message));
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return new RawMail(bytes.toString(ISO_8859_1));
  }

  String head() {
    return text.substring(0, text.indexOf("\r\n\r\n"));
  }

  String body() {
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }

  /** Whatever any reader could take for a line: CR and LF both end one. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (var line : LINE_END.split(head())) {
      if (!line.startsWith(" ")) {
        names.add(line.substring(0, Math.max(0, line.indexOf(':'))));
      }
    }
    return names;
  }

  String header(String name) {
    for (var line : head().replace("\r\n ", " ").split("\r\n")) {
      if (line.startsWith(name + ": ")) {
        return line.substring(name.length() + 2);
      }
    }
    throw new AssertionError("there is no " + name);
  }

  boolean isAsciiInLines() {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var breaks =
          c == '\r' && text.startsWith("\r\n", i) || c == '\n' && text.startsWith("\r", i - 1);
      if (!breaks && (c < ' ' || c > '~')) {
        return false;
      }
    }
    return true;
  }
}
