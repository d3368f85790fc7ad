package io.tuco.core.line;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.store.LineStore;
import io.tuco.core.store.memory.InMemoryStores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LinePickerTest {

  private static final List<Line> FOUR = lines(4);

  @Test
  void isFairOverAThousandTurns() {
    var picks = LongStream.rangeClosed(1, 1000).mapToObj(turn -> pick(FOUR, turn));

    assertThat(tally(picks)).hasSize(4).allSatisfy((id, count) -> assertThat(count).isEqualTo(250));
  }

  @Test
  void staysFairOverARestartInTheMiddle() {
    var turns = new InMemoryStores().lines();

    var picks = Stream.concat(run(turns, FOUR, 501), run(turns, shuffled(FOUR), 499));

    assertThat(tally(picks)).hasSize(4).allSatisfy((id, count) -> assertThat(count).isEqualTo(250));
  }

  @Test
  void asksTheNextLineEveryTurnWhateverTheOrderOfTheList() {
    var picks = LongStream.rangeClosed(1, 8).mapToObj(turn -> pick(shuffled(FOUR), turn)).toList();

    assertThat(picks.subList(0, 4)).doesNotHaveDuplicates();
    assertThat(picks.subList(4, 8)).isEqualTo(picks.subList(0, 4));
  }

  @Test
  void differsByOneAtMostWhenTurnsDoNotDivide() {
    var picks = LongStream.rangeClosed(1, 1000).mapToObj(turn -> pick(lines(3), turn));

    assertThat(tally(picks).values()).containsExactlyInAnyOrder(333L, 333L, 334L);
  }

  @Test
  void picksNothingFromNothing() {
    assertThat(LinePicker.pick(List.of(), 7)).isEmpty();
  }

  @Test
  void picksAtEveryTurnThereIs() {
    for (var turn : List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)) {
      assertThat(LinePicker.pick(FOUR, turn)).isPresent();
    }
  }

  private static Stream<String> run(LineStore turns, List<Line> usable, int count) {
    return IntStream.range(0, count)
        .mapToObj(any -> pick(usable, turns.nextTurn(WORKSPACE, "imessage")));
  }

  private static String pick(List<Line> usable, long turn) {
    return LinePicker.pick(usable, turn).orElseThrow().id();
  }

  private static Map<String, Long> tally(Stream<String> picks) {
    return picks.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static List<Line> lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> aLine().withId(id(number)).build())
        .toList();
  }

  private static List<Line> shuffled(List<Line> lines) {
    var other = new ArrayList<>(lines);
    Collections.shuffle(other, new Random(7));
    return other;
  }
}
