package io.tuco.camel.event;

import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.secret.SecretBox;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets that an attempt is signed with, opened. */
record SigningSecrets(WebhookSecret current, Optional<WebhookSecret> old) {

  static SigningSecrets of(EndpointSecrets sealed, SecretBox box, Instant now) {
    return new SigningSecrets(
        new WebhookSecret(box.open(sealed.current())),
        sealed.oldAt(now).map(box::open).map(WebhookSecret::new));
  }

  Stream<WebhookSecret> newestFirst() {
    return Stream.concat(Stream.of(current), old.stream());
  }
}
