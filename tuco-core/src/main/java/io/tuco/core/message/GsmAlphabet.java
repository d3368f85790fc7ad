package io.tuco.core.message;

import java.util.BitSet;

/** The default alphabet of GSM and its extension table (3GPP TS 23.038, section 6.2.1). */
final class GsmAlphabet {

  private static final BitSet BASIC =
      setOf(
          "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
              + " !\"#¤%&'()*+,-./0123456789:;<=>?"
              + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
              + "¿abcdefghijklmnopqrstuvwxyzäöñüà");

  /** Written as an escape and a second septet. */
  private static final BitSet EXTENSION = setOf("\f^{}\\[~]|€");

  private GsmAlphabet() {}

  static boolean contains(int codePoint) {
    return BASIC.get(codePoint) || EXTENSION.get(codePoint);
  }

  static int septetsOf(int codePoint) {
    return EXTENSION.get(codePoint) ? 2 : 1;
  }

  private static BitSet setOf(String characters) {
    var set = new BitSet();
    characters.codePoints().forEach(set::set);
    return set;
  }
}
