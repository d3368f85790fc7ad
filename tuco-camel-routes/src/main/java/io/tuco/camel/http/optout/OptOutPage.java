package io.tuco.camel.http.optout;

import java.util.Map;

/**
 * A page that a person sees. It holds nothing of a request and runs nothing, and its address, which
 * is a key, goes nowhere.
 */
record OptOutPage(String html) {

  static final OptOutPage QUESTION =
      page(
          "Unsubscribe",
          "<p>Do you want to receive no more messages from this sender?</p>"
              + "<form method=\"post\">"
              + "<input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">"
              + "<button type=\"submit\">Unsubscribe</button></form>");

  static final OptOutPage DONE =
      page("Unsubscribed", "<p>You are unsubscribed and will receive no more messages.</p>");

  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "Cache-Control",
          "no-store",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "X-Robots-Tag",
          "noindex");

  private static OptOutPage page(String title, String content) {
    return new OptOutPage(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1>"
            + content
            + "</body></html>");
  }
}
