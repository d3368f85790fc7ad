package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.UNICODE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.intake.SendMark;
import io.tuco.core.message.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SendMarkStore} promises. */
public abstract class SendMarkStoreContract {

  private static final String PHONE = "+12025550100";

  private SendMarkStore marks;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    marks = openStores().sendMarks();
  }

  @Test
  void returnsAMarkAsItWasStored() {
    var mark = mark(WORKSPACE, PHONE, UNICODE, 1, NOW);

    assertThat(marks.find(mark)).isEmpty();
    assertThat(marks.insert(mark)).isTrue();
    assertThat(marks.find(mark)).contains(mark);
  }

  @Test
  void findsTheMarkOfTheSameWordsWhateverMessageItStandsFor() {
    var first = mark(WORKSPACE, PHONE, "Hi", 1, NOW);
    marks.insert(first);

    var second = mark(WORKSPACE, PHONE, "Hi", 2, NOW.plusSeconds(9));

    assertThat(marks.insert(second)).isFalse();
    assertThat(marks.find(second)).contains(first);
  }

  @Test
  void keepsWorkspacesPhonesAndWordsApart() {
    marks.insert(mark(WORKSPACE, PHONE, "Hi", 1, NOW));

    var others =
        List.of(
            mark(OTHER_WORKSPACE, PHONE, "Hi", 2, NOW),
            mark(WORKSPACE, "+12025550101", "Hi", 3, NOW),
            mark(WORKSPACE, PHONE, "Ho", 4, NOW));

    assertThat(others)
        .allSatisfy(
            other -> {
              assertThat(marks.find(other)).isEmpty();
              assertThat(marks.insert(other)).isTrue();
            });
  }

  @Test
  void changesAMarkOnlyFromWhatItIs() {
    var first = mark(WORKSPACE, PHONE, "Hi", 1, NOW);
    var second = first.of(id(2), NOW.plusSeconds(60));
    marks.insert(first);

    assertThat(marks.replace(first, second)).isTrue();
    assertThat(marks.replace(first, first.of(id(3), NOW))).isFalse();
    marks.remove(first);
    assertThat(marks.find(first)).contains(second);
    marks.remove(second);
    assertThat(marks.find(first)).isEmpty();
  }

  @Test
  void forgetsWhatIsOlderAndNothingElse() {
    var old = mark(WORKSPACE, PHONE, "old", 1, NOW.minusMillis(1));
    var theirs = mark(OTHER_WORKSPACE, PHONE, "old", 2, NOW.minusMillis(1));
    var young = mark(WORKSPACE, PHONE, "young", 3, NOW);
    List.of(old, theirs, young).forEach(marks::insert);

    marks.forgetBefore(NOW);

    assertThat(marks.find(old)).isEmpty();
    assertThat(marks.find(theirs)).isEmpty();
    assertThat(marks.find(young)).contains(young);
  }

  @Test
  void givesAMarkToOneOfManyRivals() {
    for (var round = 0; round < 50; round++) {
      var words = "Hi " + round;

      var won = Rivals.race(4, rival -> marks.insert(mark(WORKSPACE, PHONE, words, rival, NOW)));

      assertThat(won).containsOnlyOnce(true);
    }
  }

  private static SendMark mark(
      String workspace, String phone, String text, int number, Instant at) {
    var content = new Content(text, Optional.empty(), List.of());
    return SendMark.of(workspace, new PhoneNumber(phone), content, id(number), at);
  }
}
