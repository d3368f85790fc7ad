package io.tuco.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.Progress;
import io.tuco.core.message.WindowSettings;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which messages wait together: those that the same rules hold. */
final class WaitingQueueTest {

  private static String keyOf(MessageBuilder message) {
    return WaitingQueue.of(message.build(), "device:a").key();
  }

  private static MessageBuilder firstTouch(MessageBuilder message) {
    return message.withProgress(Progress.none().presumingFirstTouch(true));
  }

  private static WindowSettings hours(String zone, String from, String to, DayOfWeek... days) {
    return new WindowSettings(
        Optional.of(ZoneId.of(zone)),
        Optional.of(LocalTime.parse(from)),
        Optional.of(LocalTime.parse(to)),
        new LinkedHashSet<>(List.of(days)));
  }

  @Test
  void putsLikeMessagesTogether() {
    var one = Fixtures.aMessage().withId(Fixtures.id(1)).toPhone("+12025550101");
    var other = Fixtures.aMessage().withId(Fixtures.id(2)).dueAt(Fixtures.NOW.plusSeconds(9));

    assertThat(keyOf(one)).isEqualTo(keyOf(other));
  }

  @Test
  void namesLaneLineAcquaintanceAndWindow() {
    var message = Fixtures.aMessage().fromLine("line-1");

    assertThat(keyOf(message)).isEqualTo("device:a|line-1|known|");
    assertThat(keyOf(firstTouch(message))).isEqualTo("device:a|line-1|new|");
    assertThat(keyOf(message.within(hours("UTC", "09:00", "17:30", DayOfWeek.FRIDAY))))
        .isEqualTo("device:a|line-1|new|UTC09:00-17:305");
  }

  @Test
  void keepsWhatIsPinnedToItsLineApart() {
    assertThat(keyOf(Fixtures.aMessage().pinnedToLine("line-1")))
        .isEqualTo("device:a|line-1!|known|");
  }

  @Test
  void namesAMessageWithoutALine() {
    var message = Fixtures.aMessage().withNothing().build();

    assertThat(WaitingQueue.of(message, "sms:org").key()).isEqualTo("sms:org|-|known|");
  }

  @Test
  void keepsEveryWindowApart() {
    var windows =
        List.of(
            WindowSettings.none(),
            hours("UTC", "09:00", "17:00"),
            hours("UTC", "09:00", "17:30"),
            hours("Europe/Berlin", "09:00", "17:00"),
            hours("UTC", "09:00", "17:00", DayOfWeek.MONDAY),
            hours("UTC", "09:00", "17:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            new WindowSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(DayOfWeek.MONDAY)));

    assertThat(windows.stream().map(window -> keyOf(Fixtures.aMessage().within(window))).distinct())
        .hasSize(windows.size());
  }

  @Test
  void takesDaysInWhateverOrder() {
    var one = hours("UTC", "09:00", "17:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    var other = hours("UTC", "09:00", "17:00", DayOfWeek.FRIDAY, DayOfWeek.MONDAY);

    assertThat(keyOf(Fixtures.aMessage().within(one)))
        .isEqualTo(keyOf(Fixtures.aMessage().within(other)));
  }

  @Test
  void leadsFromAFirstTouchToItsFollowUps() {
    var window = hours("UTC", "09:00", "17:00");
    var first = firstTouch(Fixtures.aMessage().pinnedToLine("line-1")).within(window);
    var known = Fixtures.aMessage().pinnedToLine("line-1").within(window);

    assertThat(WaitingQueue.of(first.build(), "device:a").known().key()).isEqualTo(keyOf(known));
    assertThat(WaitingQueue.of(known.build(), "device:a").known().key()).isEqualTo(keyOf(known));
  }

  @Test
  void beginsWithItsLaneAndNoOther() {
    assertThat(keyOf(Fixtures.aMessage())).startsWith(WaitingQueue.prefixOf("device:a"));
    assertThat(WaitingQueue.of(Fixtures.aMessage().build(), "device:ab").key())
        .doesNotStartWith(WaitingQueue.prefixOf("device:a"));
  }
}
