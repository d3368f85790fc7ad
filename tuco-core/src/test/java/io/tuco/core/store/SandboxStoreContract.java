package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.workspace.SandboxCode;
import io.tuco.core.workspace.SandboxPairing;
import io.tuco.core.workspace.SandboxPairing.Phone;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SandboxStore} promises. */
public abstract class SandboxStoreContract {

  private static final String ADA = "user_ada";
  private static final String BEN = "user_ben";
  private static final SandboxCode CODE = new SandboxCode("ABCDE2", NOW.plusSeconds(60));
  private static final SandboxPairing PENDING = SandboxPairing.none(WORKSPACE, ADA).awaiting(CODE);
  private static final LocalDate DAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

  private SandboxStore sandboxes;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    sandboxes = openStores().sandboxes();
  }

  @Test
  void returnsAPairingAsItWasStored() {
    var byMail = PENDING.with(new Phone(new EmailAddress("ada@example.com"), NOW));

    assertThat(sandboxes.find(WORKSPACE, ADA)).isEmpty();
    assertThat(sandboxes.replace(PENDING)).isTrue();
    assertThat(sandboxes.find(WORKSPACE, ADA)).contains(PENDING);
    assertThat(sandboxes.replace(byMail)).isTrue();
    assertThat(sandboxes.find(WORKSPACE, ADA)).contains(byMail);
    assertThat(sandboxes.find(WORKSPACE, BEN)).isEmpty();
    assertThat(sandboxes.find(OTHER_WORKSPACE, ADA)).isEmpty();
  }

  @Test
  void refusesWhoDidNotSeeTheLastChange() {
    sandboxes.replace(PENDING);
    var paired = PENDING.with(new Phone(new PhoneNumber("+12025550100"), NOW));
    sandboxes.replace(paired);

    assertThat(sandboxes.replace(PENDING)).isFalse();
    assertThat(sandboxes.replace(PENDING.awaiting(CODE))).isFalse();
    assertThat(sandboxes.find(WORKSPACE, ADA)).contains(paired);
  }

  @Test
  void findsWhoWaitsForACodeUntilItWasUsed() {
    sandboxes.replace(PENDING);

    assertThat(sandboxes.awaiting(WORKSPACE, "ABCDE2")).contains(PENDING);
    assertThat(sandboxes.awaiting(WORKSPACE, "ABCDE3")).isEmpty();
    assertThat(sandboxes.awaiting(OTHER_WORKSPACE, "ABCDE2")).isEmpty();

    sandboxes.replace(PENDING.with(new Phone(new PhoneNumber("+12025550100"), NOW)));
    assertThat(sandboxes.awaiting(WORKSPACE, "ABCDE2")).isEmpty();
  }

  @Test
  void countsEachAccountsDayUpToTheLimit() {
    assertThat(sandboxes.used(WORKSPACE, ADA, DAY)).isZero();
    assertThat(sandboxes.use(WORKSPACE, ADA, DAY, 2)).isTrue();
    assertThat(sandboxes.use(WORKSPACE, ADA, DAY, 2)).isTrue();
    assertThat(sandboxes.use(WORKSPACE, ADA, DAY, 2)).isFalse();

    assertThat(sandboxes.used(WORKSPACE, ADA, DAY)).isEqualTo(2);
    assertThat(sandboxes.use(WORKSPACE, BEN, DAY, 2)).isTrue();
    assertThat(sandboxes.use(OTHER_WORKSPACE, ADA, DAY, 2)).isTrue();
    assertThat(sandboxes.use(WORKSPACE, ADA, DAY.plusDays(1), 2)).isTrue();
    assertThat(sandboxes.use(WORKSPACE, "user_none", DAY, 0)).isFalse();
  }

  @Test
  void givesNoMoreThanTheLimitToRivals() throws Exception {
    var rivals = Executors.newFixedThreadPool(4);
    Callable<Boolean> one = () -> sandboxes.use(WORKSPACE, ADA, DAY, 5);

    var grants = rivals.invokeAll(Collections.nCopies(12, one));
    rivals.shutdown();

    var granted = 0;
    for (var grant : grants) {
      granted += grant.get() ? 1 : 0;
    }
    assertThat(granted).isEqualTo(5);
    assertThat(sandboxes.used(WORKSPACE, ADA, DAY)).isEqualTo(5);
  }

  @Test
  void forgetsTheCountsOfEarlierDays() {
    sandboxes.use(WORKSPACE, ADA, DAY.minusDays(1), 5);
    sandboxes.use(WORKSPACE, ADA, DAY, 5);

    sandboxes.forgetBefore(NOW);

    assertThat(sandboxes.used(WORKSPACE, ADA, DAY.minusDays(1))).isZero();
    assertThat(sandboxes.used(WORKSPACE, ADA, DAY)).isEqualTo(1);
  }
}
