package io.tuco.camel.mongo;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.PageRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One person stays one lead, however many connections bring them at once, and by which address. */
final class OnePersonTest {

  private static final int CALLS = 1_000;
  private static final int CONNECTIONS = 32;

  @RegisterExtension final FreshStores fresh = FreshStores.embedded();

  @Test
  void becomesOneLeadOfAThousandCalls() throws Exception {
    var leads = fresh.open().leads();
    var ids = new SortableIds(SettableClock.at(NOW), new Random(7));
    Callable<Optional<Lead>> call = () -> leads.create(person(ids.objectId()));

    var made =
        inParallel(call).stream().map(OnePersonTest::answer).flatMap(Optional::stream).toList();

    var everybody = new LeadFilter("", Optional.empty());
    var stored = leads.search(WORKSPACE, everybody, PageRequest.first()).orElseThrow();
    assertThat(made).hasSize(1);
    assertThat(stored.items()).isEqualTo(made);
  }

  private static Lead person(String id) {
    return aLead().withId(id).withEmail("ada@example.com").withAltPhones("+12025550101").build();
  }

  private static <T> List<Future<T>> inParallel(Callable<T> call) throws InterruptedException {
    var pool = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      return pool.invokeAll(Collections.nCopies(CALLS, call));
    } finally {
      pool.shutdown();
    }
  }

  private static <T> T answer(Future<T> done) {
    try {
      return done.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
