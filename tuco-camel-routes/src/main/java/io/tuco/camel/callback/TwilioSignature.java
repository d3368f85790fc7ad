package io.tuco.camel.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a callback is Twilio's: {@code X-Twilio-Signature} over the URL as Twilio called it and
 * the decoded form (Twilio contract, section 6). Compared in constant time.
 */
public final class TwilioSignature {

  private static final String ALGORITHM = "HmacSHA1";
  private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(&|$)");

  private final List<String> tokens;

  /**
   * @param tokens the account's auth tokens: two while one is being replaced. Never the secret of
   *     an API key, which Twilio does not sign with
   */
  public TwilioSignature(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /**
   * @param url public base URL, path and query, without a fragment
   * @param form every parameter, also unknown ones, with all its values
   */
  public boolean fitsForm(String url, Map<String, List<String>> form, String signature) {
    return fits(url, joined(form), signature);
  }

  /** A body that is no form: its hash stands in the query, and the query is signed. */
  public boolean fitsBody(String url, byte[] body, String signature) {
    var named = BODY_HASH.matcher(url);
    return named.find()
        && MessageDigest.isEqual(HexFormat.of().parseHex(named.group(1)), sha256(body))
        && fits(url, "", signature);
  }

  /** The signature that Twilio would send. */
  public static String of(String token, String url, Map<String, List<String>> form) {
    return mac(token, url + joined(form));
  }

  /** Twilio signs the URL with or without its port, and not always the way it was configured. */
  private boolean fits(String url, String parameters, String signature) {
    var given = signature.getBytes(UTF_8);
    var fits = false;
    for (var token : tokens) {
      for (var called : List.of(withoutPort(url), withPort(url))) {
        fits |= MessageDigest.isEqual(mac(token, called + parameters).getBytes(UTF_8), given);
      }
    }
    return fits;
  }

  /** A repeated key counts once for each of its different values, in their order. */
  private static String joined(Map<String, List<String>> form) {
    var joined = new StringBuilder();
    new TreeMap<>(form)
        .forEach(
            (key, values) ->
                new TreeSet<>(values).forEach(value -> joined.append(key).append(value)));
    return joined.toString();
  }

  private static String withPort(String url) {
    var uri = URI.create(url);
    var port = "https".equals(uri.getScheme()) ? ":443" : ":80";
    return uri.getPort() >= 0 ? url : replaceAuthority(url, uri.getRawAuthority() + port);
  }

  private static String withoutPort(String url) {
    var authority = URI.create(url).getRawAuthority();
    return replaceAuthority(url, authority.replaceFirst(":[0-9]+$", ""));
  }

  private static String replaceAuthority(String url, String authority) {
    var start = url.indexOf("//") + 2;
    var end = start + URI.create(url).getRawAuthority().length();
    return url.substring(0, start) + authority + url.substring(end);
  }

  private static String mac(String token, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks " + ALGORITHM, e);
    }
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks SHA-256", e);
    }
  }
}
