package io.tuco.camel.standalone;

import java.util.Locale;

/** What the demo tells the person who started it. */
final class Banner {

  private Banner() {}

  static String of(DemoNote note, DataDirectory data) {
    return String.format(
        Locale.ROOT,
        """

        Tuco demo
          API            %1$s
          API key        %2$s
          Admin token    in %3$s
          Relay          %4$s (simulated; control: %5$s)
          Data           %6$s (these facts: demo.json)

        Demo numbers (real defaults in brackets):
          device gap 1 s (30 s) · contact gap 0 (45 s) · line caps 100,000 a day (50 new, 75 in all)
          rate limits 60,000 a minute (60 to 200) · a text's life on the device 5 s + 5 s (150 s + 60 s)
          webhooks to http on loopback allowed (https to public addresses only)

        Send a message:
          curl -s %1$s/api/messages \\
            -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \\
            -d '{"message":"Hi {{firstName|there}}","recipientPhone":"+12025550100"}'
        """,
        note.baseUrl(),
        note.apiKey(),
        data.resolve("admin-token"),
        note.relay().relayUrl(),
        note.relay().controlUrl(),
        data.path());
  }
}
