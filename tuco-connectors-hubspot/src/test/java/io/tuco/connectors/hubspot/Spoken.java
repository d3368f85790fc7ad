package io.tuco.connectors.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.Dialogue;
import java.util.Map;

/** A dialogue led by hand. */
final class Spoken {

  private Spoken() {}

  static CrmCall asked(Dialogue<?> dialogue) {
    assertThat(dialogue).isInstanceOf(Dialogue.Ask.class);
    return ((Dialogue.Ask<?>) dialogue).call();
  }

  /**
   * @param body JSON with single quotes
   */
  static <T> Dialogue<T> answer(Dialogue<T> dialogue, int status, String body) {
    assertThat(dialogue).isInstanceOf(Dialogue.Ask.class);
    var text = body.replace('\'', '"').getBytes(UTF_8);
    return ((Dialogue.Ask<T>) dialogue)
        .next()
        .apply(new CrmAnswer.Answered(status, Map.of(), text));
  }
}
