package io.tuco.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebhookSignatureTest {

  /** The bytes 0 to 31. */
  private static final WebhookSecret SECRET =
      new WebhookSecret("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  /** Computed with another language's HMAC. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = ';',
      value = {
        "''; 3869a63cbe73c747431cf9ff4d38cbaa6ad6adb0541c4753e1c90f7b6920620f;"
            + " +s19nBESZ170CyJ+lCN4uyiPcBqin1yazPHL2MtGcL0=",
        "'{\"event\":\"message.sent\"}';"
            + " e70494603048b4e3e4f4cb202ffe3cdc347ac257e18bba62ba78b2fcdeb46163;"
            + " sDNvAAbfsRp5oVFihnORz64Z+B9w0GOJ+z3I7Hec2aI=",
        "'{\"message\":\"Grüße 👋\"}';"
            + " 31e5b8d937e2c83d9c368c1cde344a4ece64d4bc12244a96f8c866b18eb9e75e;"
            + " 9XWB6gyzWNrauQmQlfv99glNsNL9VfiQJ2d5tBx9DHQ="
      })
  void matchesThePublishedVectors(String body, String tuco, String standard) {
    var bytes = body.getBytes(UTF_8);

    assertThat(WebhookSignature.tuco(SECRET, bytes)).isEqualTo(tuco);
    assertThat(WebhookSignature.standard(SECRET, "evt_01hx0sample", 1_773_356_222L, bytes))
        .isEqualTo("v1," + standard);
  }

  @Test
  void bindsTheStandardSignatureToIdAndTime() {
    var body = "{}".getBytes(UTF_8);
    var signature = WebhookSignature.standard(SECRET, "evt_1", 1, body);

    assertThat(WebhookSignature.standard(SECRET, "evt_2", 1, body)).isNotEqualTo(signature);
    assertThat(WebhookSignature.standard(SECRET, "evt_1", 2, body)).isNotEqualTo(signature);
    assertThat(WebhookSignature.standard(SECRET, "evt_1", 1, new byte[0])).isNotEqualTo(signature);
  }
}
