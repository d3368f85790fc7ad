package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.UNICODE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeptAnswer;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyedCall;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyStore} promises. */
public abstract class IdempotencyStoreContract {

  private static final String PATH = "/api/messages";
  private static final String ODD_WORD = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~";

  private IdempotencyStore records;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    records = openStores().idempotency();
  }

  @Test
  void returnsARecordInEveryStateAsItWasStored() {
    var claimed = claimed(key(WORKSPACE, PATH, ODD_WORD), 1, NOW);
    var answered = claimed.answeredBy(new KeptAnswer(201, "{\"message\":\"" + UNICODE + "\"}"));

    assertThat(records.insert(claimed)).isTrue();
    assertThat(records.find(claimed.key())).contains(claimed);
    assertThat(records.replace(claimed, answered)).isTrue();
    assertThat(records.find(claimed.key())).contains(answered);
  }

  @Test
  void forgetsTheHoldOfARecordThatWasLetGo() {
    var claimed = claimed(key(WORKSPACE, PATH, "k"), 1, NOW);
    records.insert(claimed);

    records.replace(claimed, claimed.letGo());

    assertThat(records.find(claimed.key())).contains(claimed.letGo());
  }

  @Test
  void keepsWorkspacesPathsAndKeysApart() {
    var claimed = claimed(key(WORKSPACE, PATH, "k"), 1, NOW);
    records.insert(claimed);

    var others =
        List.of(
            key(OTHER_WORKSPACE, PATH, "k"),
            key(WORKSPACE, "/api/messages/bulk", "k"),
            key(WORKSPACE, PATH, "K"));

    assertThat(others)
        .allSatisfy(
            other -> {
              assertThat(records.find(other)).isEmpty();
              assertThat(records.insert(claimed(other, 2, NOW))).isTrue();
            });
    assertThat(records.find(claimed.key())).contains(claimed);
  }

  @Test
  void changesARecordOnlyFromWhatItIs() {
    var claimed = claimed(key(WORKSPACE, PATH, "k"), 1, NOW);
    records.insert(claimed);
    records.replace(claimed, claimed.letGo());

    var late = claimed.answeredBy(new KeptAnswer(201, "{}"));

    assertThat(records.replace(claimed, late)).isFalse();
    assertThat(records.remove(claimed)).isFalse();
    assertThat(records.find(claimed.key())).contains(claimed.letGo());
  }

  @Test
  void freesAKey() {
    var claimed = claimed(key(WORKSPACE, PATH, "k"), 1, NOW);
    records.insert(claimed);

    assertThat(records.remove(claimed)).isTrue();
    assertThat(records.remove(claimed)).isFalse();
    assertThat(records.find(claimed.key())).isEmpty();
  }

  @Test
  void forgetsWhatIsOlderAndNothingElse() {
    var old = claimed(key(WORKSPACE, PATH, "old"), 1, NOW.minusMillis(1));
    var theirs = claimed(key(OTHER_WORKSPACE, PATH, "old"), 2, NOW.minusMillis(1));
    var young = claimed(key(WORKSPACE, PATH, "young"), 3, NOW);
    List.of(old, theirs, young).forEach(records::insert);

    records.forgetBefore(NOW);

    assertThat(records.find(old.key())).isEmpty();
    assertThat(records.find(theirs.key())).isEmpty();
    assertThat(records.find(young.key())).contains(young);
  }

  @Test
  void givesAKeyToOneOfManyRivals() {
    for (var round = 0; round < 50; round++) {
      var key = key(WORKSPACE, PATH, "k-" + round);

      var won = Rivals.race(4, rival -> records.insert(claimed(key, rival, NOW)));

      assertThat(won).containsOnlyOnce(true);
      assertThat(records.find(key)).contains(claimed(key, won.indexOf(true), NOW));
    }
  }

  @Test
  void letsOneOfManyRivalsTakeOver() {
    for (var round = 0; round < 50; round++) {
      var claimed = claimed(key(WORKSPACE, PATH, "k-" + round), 1, NOW);
      records.insert(claimed);

      var won =
          Rivals.race(
              4,
              rival ->
                  records.replace(claimed, claimed.answeredBy(new KeptAnswer(200 + rival, "{}"))));

      assertThat(won).containsOnlyOnce(true);
    }
  }

  private static IdempotencyKey key(String workspace, String path, String value) {
    return new IdempotencyKey(workspace, path, value);
  }

  private static KeyRecord claimed(IdempotencyKey key, int number, Instant at) {
    var call = KeyedCall.of(key, "{\"message\":\"Hi\"}");
    return KeyRecord.claimedBy(call, List.of(id(number), id(number + 100)), at.plusSeconds(5), at);
  }
}
