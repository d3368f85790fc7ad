package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.RandomTrees;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.fixture.Fixtures;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Our signatures, checked by the npm package {@code standardwebhooks}. It is looked for where node
 * looks: {@code npm install standardwebhooks} above this folder, or in {@code NODE_PATH}.
 */
final class NodeWebhookAgreementTest {

  private static final int BODIES = 200;
  private static final int NO_PACKAGE = 7;
  private static final String SCRIPT =
      """
      let Webhook;
      try { ({Webhook} = require('standardwebhooks')); } catch (e) { process.exit(7); }
      let text = '';
      process.stdin.setEncoding('utf8').on('data', part => text += part).on('end', () => {
        for (const line of text.trim().split('\\n')) {
          const {secrets, body, headers} = JSON.parse(line);
          const told = secrets.map(secret => {
            try { new Webhook(secret).verify(body, headers); return 'good'; }
            catch (e) { return 'bad'; }
          });
          console.log(told.join(' '));
        }
      });
      """;

  private final Random random = new Random(47);
  private final RandomTrees trees = new RandomTrees(53);

  @Test
  void isVerifiedByThePackageWithEitherSecretOfARotation() throws Exception {
    var lines = new ArrayList<String>();
    for (var number = 0; number < BODIES; number++) {
      lines.add(line(number));
    }

    var told = throughNode(String.join("\n", lines));

    assertThat(told).hasSize(BODIES).containsOnly("good good bad");
  }

  /** A delivery in a rotation, with the two secrets and one that is neither. */
  private String line(int number) {
    var current = WebhookSecret.mint(random);
    var old = WebhookSecret.mint(random);
    var body = EcmaScriptJson.stringify(trees.object());
    var delivery = Fixtures.aDelivery().ofEvent("evt_" + number).build();
    assertThat(delivery.status()).isEqualTo(DeliveryStatus.PENDING);
    // The package compares with the machine's clock and takes no other.
    var headers =
        WebhookHeaders.of(
            delivery,
            new SigningSecrets(current, Optional.of(old)),
            body.getBytes(UTF_8),
            Instant.now());
    Map<String, Object> line = new HashMap<>();
    line.put("secrets", List.of(current.text(), old.text(), WebhookSecret.mint(random).text()));
    line.put("body", body);
    line.put("headers", headers);
    return EcmaScriptJson.stringify(line);
  }

  private static List<String> throughNode(String input) throws Exception {
    Process node;
    try {
      node = new ProcessBuilder("node", "-e", SCRIPT).start();
    } catch (IOException e) {
      assumeTrue(false, "node is not installed: " + e.getMessage());
      throw e;
    }
    var answer = new ArrayList<String>();
    var writer =
        new Thread(
            () -> {
              try (var in = node.getOutputStream()) {
                in.write(input.getBytes(UTF_8));
              } catch (IOException e) {
                // It has ended: its exit code says why.
              }
            });
    writer.start();
    node.inputReader(UTF_8).lines().forEach(answer::add);
    assertThat(node.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assumeTrue(node.exitValue() != NO_PACKAGE, "the npm package standardwebhooks is not installed");
    assertThat(node.exitValue()).isZero();
    return answer;
  }
}
