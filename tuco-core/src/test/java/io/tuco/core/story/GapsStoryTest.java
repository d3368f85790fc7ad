package io.tuco.core.story;

import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.Message;
import io.tuco.core.workspace.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device rests after each send, and a line after each new contact. */
final class GapsStoryTest {

  private static final String OTHERS = Fixtures.OTHER_WORKSPACE;
  private static final LineLimits NO_CONTACT_GAP = new LineLimits(50, 75, 50, Duration.ZERO);

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private Instant sentAt(String id) {
    return tuco.message(id).timeline().sentAt().orElseThrow();
  }

  @Test
  void leavesTheContactGapBetweenTwoPeopleAndSaysSo() {
    var first = tuco.submits(aText("hello"));
    var second = tuco.submits(aTextTo(BOB, "hello"));

    tuco.passes(Duration.ofSeconds(31));
    var hold = tuco.explanationOf(second).orElseThrow();
    tuco.passes(Duration.ofSeconds(30));

    assertThat(hold.by()).isEqualTo(HeldBy.CONTACT_GAP);
    assertThat(hold.until()).contains(sentAt(first).plusSeconds(45));
    assertThat(sentAt(second)).isEqualTo(sentAt(first).plusSeconds(45));
  }

  @Test
  void leavesFollowUpsTheDevicesGapAlone() {
    var first = tuco.submits(aText("one"));
    var second = tuco.submits(aText("two"));

    tuco.passes(Duration.ofMinutes(1));

    assertThat(sentAt(second)).isEqualTo(sentAt(first).plusSeconds(30));
  }

  @Test
  void sharesTheDevicesGapAndItsTurnsBetweenWorkspaces() {
    tuco.lineIsLimitedTo(NO_CONTACT_GAP);
    var others = anotherWorkspaceOnTheDevice();
    var ours = new ArrayList<String>();
    for (var person = 0; person < 4; person++) {
      ours.add(tuco.submits(aTextTo(person, "ours")));
    }
    var theirs = new ArrayList<Message>();
    for (var person = 0; person < 2; person++) {
      var result = (SubmissionResult.Accepted) tuco.tries(others, aTextTo(person, "theirs"));
      theirs.add(result.message());
    }

    tuco.passes(Duration.ofMinutes(5));

    var texts = tuco.relay().sent().stream().map(sent -> sent.text()).toList();
    assertThat(texts.subList(0, 4)).containsExactly("theirs", "ours", "theirs", "ours");
    assertThat(texts.subList(4, 6)).containsExactly("ours", "ours");
    assertThat(gapsBetween(ours, theirs)).hasSize(5).containsOnly(Duration.ofSeconds(30));
  }

  private List<Duration> gapsBetween(List<String> ours, List<Message> theirs) {
    var instants = new ArrayList<Instant>();
    ours.forEach(id -> instants.add(sentAt(id)));
    theirs.forEach(
        message ->
            instants.add(
                tuco.stores()
                    .messages()
                    .find(OTHERS, message.id())
                    .flatMap(sent -> sent.timeline().sentAt())
                    .orElseThrow()));
    instants.sort(Instant::compareTo);
    var gaps = new ArrayList<Duration>();
    for (var place = 1; place < instants.size(); place++) {
      gaps.add(Duration.between(instants.get(place - 1), instants.get(place)));
    }
    return gaps;
  }

  private Access anotherWorkspaceOnTheDevice() {
    var workspace = Fixtures.aWorkspace().withId(OTHERS).build();
    var key = Fixtures.anApiKey().withId("key-2").inWorkspace(OTHERS).build();
    var line =
        Fixtures.aLine()
            .withId(Fixtures.id(0x99))
            .inWorkspace(OTHERS)
            .onDevice(tuco.device().id())
            .withPhone("+12025550199")
            .limitedTo(NO_CONTACT_GAP)
            .build();
    tuco.stores().workspaces().insert(workspace);
    tuco.stores().lines().insert(line);
    return new Access(key, workspace);
  }
}
