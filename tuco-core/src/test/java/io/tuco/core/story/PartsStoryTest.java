package io.tuco.core.story;

import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.withFiles;
import static io.tuco.core.story.Requests.withTextOnFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.harness.FakeRelay;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text and its files are one send of several parts, each settled alone (settled answer 11). */
final class PartsStoryTest {

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  @BeforeEach
  void hasAnAccountForTexts() {
    tuco.lineIsLimitedTo(new LineLimits(50, 75, 50, Duration.ZERO));
    tuco.workspaceBecomes(Requests::withTexts);
  }

  private String submitsATextWithAFile() {
    return tuco.submits(withTextOnFailure(withFiles(aText("hello"), "a.png")));
  }

  private List<String> sent() {
    return tuco.relay().sent().stream().map(FakeRelay.Sent::text).toList();
  }

  private MessageStatus statusOf(String id) {
    return tuco.message(id).status();
  }

  @Test
  void leaveOneAfterAnotherInOneSend() {
    var id = tuco.submits(withFiles(aText("hello"), "a.png", "b.png"));
    var next = tuco.submits(aTextTo(BOB, "next"));

    tuco.runsDueWork();

    var sendId = tuco.message(id).progress().send().orElseThrow().id();
    assertThat(sent()).containsExactly("hello", "a.png", "b.png");
    assertThat(tuco.relay().sent().stream().map(FakeRelay.Sent::token))
        .containsExactly(sendId + ".0", sendId + ".1", sendId + ".2");
    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.message(id).progress().externalId()).contains("ROW-1");
    assertThat(statusOf(next)).isEqualTo(MessageStatus.PENDING);
    tuco.passes(Duration.ofSeconds(30));
    assertThat(statusOf(next)).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void areFilesAloneWhereNothingIsSaid() {
    var id = tuco.submits(withFiles(aText(" "), "a.png"));

    tuco.runsDueWork();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(sent()).containsExactly("a.png");
  }

  @Test
  void findsTheFileOnTheDeviceWhenItsAnswerIsMissing() {
    tuco.relay().takesTheNextSend();
    tuco.relay().swallowsTheAnswerButDelivers();

    var id = submitsATextWithAFile();
    tuco.passes(Duration.ofMinutes(30));

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(sent()).containsExactly("hello", "a.png");
  }

  @Test
  void sendsTheFileAloneAgainOnceItsLifeOnTheDeviceIsOver() {
    tuco.relay().takesTheNextSend();
    tuco.relay().swallowsTheSend();

    var id = submitsATextWithAFile();
    tuco.passes(Duration.ofMinutes(21).minusSeconds(1));
    var before = tuco.message(id);
    tuco.passes(Duration.ofMinutes(3));

    assertThat(before.isUnknown()).isTrue();
    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(sent()).containsExactly("hello", "a.png");
  }

  @Test
  void triesTheFileAloneAgainWhenItDidNotBegin() {
    tuco.relay().takesTheNextSend();
    tuco.relay().refusesTheConnection();

    var id = submitsATextWithAFile();
    tuco.runsDueWork();
    var before = tuco.message(id);
    tuco.passes(Duration.ofSeconds(61));

    assertThat(before.status()).isEqualTo(MessageStatus.PENDING);
    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(sent()).containsExactly("hello", "a.png");
  }

  @Test
  void keepsTheDevicesGapAfterAPartThatLeft() {
    tuco.relay().takesTheNextSend();
    tuco.relay().refusesTheConnection();

    submitsATextWithAFile();
    var next = tuco.submits(aTextTo(BOB, "next"));
    tuco.passes(Duration.ofSeconds(29));
    var before = statusOf(next);
    tuco.passes(Duration.ofSeconds(1));

    assertThat(before).isEqualTo(MessageStatus.PENDING);
    assertThat(statusOf(next)).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void failsAndNamesThePartThatWasRefusedWithoutAText() {
    tuco.relay().takesTheNextSend();
    tuco.relay().answers(new Refused("The file is too large", Scope.MESSAGE));

    var id = submitsATextWithAFile();
    tuco.passes(Duration.ofMinutes(5));

    assertThat(statusOf(id)).isEqualTo(MessageStatus.FAILED);
    assertThat(tuco.message(id).progress().errorMessage())
        .contains("Attachment a.png: The file is too large");
    assertThat(tuco.twilio().sent()).isEmpty();
  }

  @Test
  void failsWithoutATextWhenTheFileCannotBeSentInAllItsAttempts() {
    tuco.relay().takesTheNextSend();
    for (var attempt = 0; attempt < 5; attempt++) {
      tuco.relay().answers(DeliveryOutcome.NotSent.because("refused"));
    }

    var id = submitsATextWithAFile();
    tuco.passes(Duration.ofMinutes(10));

    assertThat(statusOf(id)).isEqualTo(MessageStatus.FAILED);
    assertThat(sent()).containsExactly("hello");
    assertThat(tuco.twilio().sent()).isEmpty();
  }

  @Test
  void settlesTheFileThatACrashCutOffAfterItLeft() {
    tuco.relay().takesTheNextSend();
    tuco.relay().crashesTheCaller(true);

    var id = submitsATextWithAFile();
    tuco.runsDueWork();
    tuco.restartsAfterACrash();
    tuco.passes(Duration.ofMinutes(30));

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(sent()).containsExactly("hello", "a.png");
  }

  @Test
  void letsOthersGoWhileFilesAreOnTheirWay() {
    tuco.attachments().areOnTheirWay();
    var waiting = submitsATextWithAFile();
    var other = tuco.submits(aTextTo(BOB, "next"));

    tuco.passes(Duration.ofMinutes(1));
    var before = statusOf(waiting);
    tuco.attachments().haveArrived();
    tuco.passes(Duration.ofMinutes(1));

    assertThat(before).isEqualTo(MessageStatus.PENDING);
    assertThat(statusOf(other)).isEqualTo(MessageStatus.SENT);
    assertThat(statusOf(waiting)).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void failsWhenAFileCannotBeFetched() {
    tuco.attachments().cannotBeFetched("404");

    var id = submitsATextWithAFile();
    tuco.runsDueWork();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.FAILED);
    assertThat(tuco.message(id).progress().errorMessage())
        .contains("Attachment could not be fetched: 404");
    assertThat(tuco.relay().sent()).isEmpty();
  }
}
