package io.tuco.connectors.hubspot.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What HubSpot calls us with, and how it signs that: an own reading of the HubSpot contract,
 * section 5, so that the connector is not held against itself.
 */
public final class FakeHooks {

  private FakeHooks() {}

  /** App webhook subscriptions. */
  public static Map<String, String> v1(String secret, String body) {
    return older("v1", sha256(secret + body));
  }

  /** Workflow actions. */
  public static Map<String, String> v2(String secret, String method, String url, String body) {
    return older("v2", sha256(secret + method + url + body));
  }

  /**
   * @param url with escapes decoded as the contract lists them
   */
  public static Map<String, String> v3(
      String secret, String method, String url, String body, Instant at) {
    var time = String.valueOf(at.toEpochMilli());
    return Map.of(
        "x-hubspot-signature-v3",
        hmac(secret, method + url + body + time),
        "x-hubspot-request-timestamp",
        time);
  }

  /** The call of a custom workflow action for a contact. */
  public static String action(
      String portal,
      String callback,
      String contactId,
      Map<String, String> properties,
      Map<String, String> inputs) {
    var body = Json.object().put("callbackId", callback);
    body.putObject("origin")
        .put("portalId", Long.parseLong(portal))
        .put("actionDefinitionId", 10)
        .put("actionDefinitionVersion", 1);
    body.putObject("context").put("source", "WORKFLOWS").put("workflowId", 20);
    var object =
        body.putObject("object")
            .put("objectId", Long.parseLong(contactId))
            .put("objectType", "CONTACT");
    object.set("properties", Json.MAPPER.valueToTree(properties));
    body.set("inputFields", Json.MAPPER.valueToTree(inputs));
    return body.toString();
  }

  /** One event of a subscription, as the array that HubSpot sends. */
  public static String event(
      String portal, long eventId, String type, String contactId, String changeSource) {
    var events = Json.MAPPER.createArrayNode();
    events
        .addObject()
        .put("eventId", eventId)
        .put("subscriptionId", 12345)
        .put("portalId", Long.parseLong(portal))
        .put("occurredAt", 1564113600000L)
        .put("subscriptionType", type)
        .put("attemptNumber", 0)
        .put("objectId", Long.parseLong(contactId))
        .put("changeSource", changeSource)
        .put("changeFlag", "NEW")
        .put("appId", 54321);
    return events.toString();
  }

  private static Map<String, String> older(String version, String signature) {
    return Map.of("x-hubspot-signature", signature, "x-hubspot-signature-version", version);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hmac(String secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
