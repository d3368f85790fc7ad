package io.tuco.camel.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Attachment;
import io.tuco.core.store.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio contract, sections 5 and 6. */
final class TwilioInboxTest {

  private static final String SID = "SM" + "0c".repeat(16);
  private static final String LINE = Fixtures.aLine().build().id();

  private CallbackWorld tuco;

  @BeforeEach
  void open() throws Exception {
    tuco = new CallbackWorld().texts().taken("SM" + "0b".repeat(16));
  }

  @AfterEach
  void close() {
    tuco.close();
  }

  private static Map<String, String> text(String body) {
    Map<String, String> form = new HashMap<>();
    form.put("MessageSid", SID);
    form.put("From", "+12025550100");
    form.put("To", "+12025550190");
    form.put("Body", body);
    form.put("NumMedia", "0");
    form.put("AccountSid", CallbackWorld.ACCOUNT);
    return form;
  }

  private CallbackWorld.Answer comes(String id, Map<String, String> form) {
    return comes(id, CallbackWorld.TOKEN, "token-1", form);
  }

  private CallbackWorld.Answer comes(
      String id, String authToken, String token, Map<String, String> form) {
    var url = CallbackWorld.PUBLIC_URL + "/hooks/twilio/inbound/" + id;
    var lists =
        form.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    return tuco.inbound(id, TwilioSignature.of(authToken, url, lists), token, form);
  }

  @Test
  void storesATextAndAnswersNothing() {
    var answer = comes(LINE, text("yes please"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Type", "text/xml; charset=utf-8");
    assertThat(answer.body()).endsWith("<Response/>");
    assertThat(tuco.replies())
        .singleElement()
        .satisfies(
            reply -> {
              assertThat(reply.content().text()).isEqualTo("yes please");
              assertThat(reply.origin().lineId()).contains(LINE);
              assertThat(reply.progress().externalId()).contains(SID);
              assertThat(reply.timeline().history().entries().get(0).by()).isEqualTo(Actor.TWILIO);
            });
    assertThat(tuco.published).contains(EventName.MESSAGE_REPLY);
  }

  @Test
  void storesItOnceByItsIdAndByItsToken() {
    comes(LINE, text("yes"));
    comes(LINE, CallbackWorld.TOKEN, "token-2", text("yes"));
    var again = text("yes");
    again.put("MessageSid", "SM" + "0d".repeat(16));
    comes(LINE, again);

    assertThat(tuco.replies()).hasSize(1);
    assertThat(tuco.published).containsOnlyOnce(EventName.MESSAGE_REPLY);
  }

  @Test
  void keepsTheAddressesOfItsMediaAndTheWordThatTwilioObeys() {
    var form = text("");
    form.put("NumMedia", "2");
    form.put("MediaUrl0", "https://api.twilio.com/media/0");
    form.put("MediaUrl1", "https://api.twilio.com/media/1");
    form.put("MediaUrl2", "no address");
    form.put("OptOutType", "STOP");

    comes(LINE, form);

    assertThat(tuco.replies().get(0).content().attachments())
        .extracting(Attachment::url)
        .containsExactly("https://api.twilio.com/media/0", "https://api.twilio.com/media/1");
    assertThat(tuco.replies().get(0).annotations().arrival().optOutWord()).contains("STOP");
  }

  @Test
  void believesNobodyButTheLinesOwnAccount() {
    assertThat(comes(LINE, "another token", "t", text("STOP")).status()).isEqualTo(403);
    assertThat(tuco.inbound(LINE, "", "t", text("STOP")).status()).isEqualTo(403);
    assertThat(tuco.replies()).isEmpty();
    assertThat(tuco.watched().writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000000000000000000ff", "org_unknown", "x"})
  void knowsNoOtherNumber(String id) {
    assertThat(comes(id, text("hi")).status()).isEqualTo(403);
    assertThat(tuco.replies()).isEmpty();
  }

  @Test
  void hearsForTheWorkspacesOwnAccountToo() {
    tuco.textsByItself();

    assertThat(comes(Fixtures.WORKSPACE, text("got it")).status()).isEqualTo(200);

    assertThat(tuco.replies()).hasSize(1);
  }

  @Test
  void keepsForTheOperatorWhatNoNumberSent() {
    var form = text("Your code is 123");
    form.put("From", "AMAZON");

    assertThat(comes(LINE, form).status()).isEqualTo(200);

    assertThat(tuco.replies()).isEmpty();
    assertThat(tuco.memory().inbox().strays(new PageRequest(1, 9)).items())
        .singleElement()
        .satisfies(stray -> assertThat(stray.sender()).isEqualTo("AMAZON"));
  }

  @Test
  void takesNoteOfNothingWithoutAnId() {
    var form = text("hi");
    form.put("MessageSid", "17");

    assertThat(comes(LINE, form).status()).isEqualTo(200);
    assertThat(tuco.replies()).isEmpty();
  }

  @Test
  void doesNotClaimToHaveStoredWhileTheStoreIsAway() {
    tuco.watched().goAway();

    assertThat(comes(LINE, text("hi")).status()).isEqualTo(503);
  }
}
