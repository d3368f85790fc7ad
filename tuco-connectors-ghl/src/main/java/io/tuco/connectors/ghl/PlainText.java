package io.tuco.connectors.ghl;

import java.util.regex.Pattern;

/** What a person reads of HTML that GHL wrote: lines, without tags. */
final class PlainText {

  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style|head)\\b[^>]*>.*?</\\1\\s*>|<!--.*?-->");
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|tr|h[1-6])>");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]*>");

  private PlainText() {}

  static String of(String html) {
    var lines = BREAK.matcher(UNSEEN.matcher(html).replaceAll("")).replaceAll("\n");
    return TAG.matcher(lines)
        .replaceAll("")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("[ \\t]+\\n", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }
}
