package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.ChatIds;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link MessageArchive} promises. */
public abstract class ArchiveReadsContract {

  private MessageStore messages;
  private MessageArchive archive;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    var stores = openStores();
    messages = stores.messages();
    archive = stores.archive();
  }

  @Test
  void goesThroughTheListPartByPart() {
    for (var number = 0; number < 7; number++) {
      insert(aMessage().withId(id(number)).createdAt(NOW.plusMillis(number / 3)));
    }
    insert(aMessage().withId(id(99)).inWorkspace(OTHER_WORKSPACE));

    assertThat(walk(MessageFilter.everything(), 2))
        .containsExactly(id(6), id(5), id(4), id(3), id(2), id(1), id(0));
    assertThat(walk(MessageFilter.everything(), 100)).hasSize(7);
  }

  @Test
  void findsWhatWasSaidInAChatWhereverItStandsByNow() {
    var ada = "+12025550190";
    insert(aMessage().withId(id(1)).toPhone(ada));
    insert(aMessage().withId(id(2)).toPhone(ada).receivedAs("guid-2").createdAt(NOW.plusMillis(1)));
    insert(aMessage().withId(id(3)).toPhone("+12025550191"));
    insert(aMessage().withId(id(4)).toPhone(ada).fromLine(id(0x77)));
    insert(aMessage().withId(id(5)).toPhone(ada).inWorkspace(OTHER_WORKSPACE));

    var chat = ChatIds.chat(aMessage().build().origin().lineId().orElseThrow(), ada);

    assertThat(walk(MessageFilter.ofChat(chat, Set.of()), 1)).containsExactly(id(2), id(1));
    assertThat(walk(MessageFilter.ofChat(chat, Set.of(MessageStatus.RECEIVED)), 5))
        .containsExactly(id(2));
  }

  @Test
  void seesNoneTwiceAndMissesNoneOfWhatWasThereWhateverComesMeanwhile() {
    for (var number = 0; number < 20; number++) {
      insert(aMessage().withId(id(number)).createdAt(NOW.plusMillis(number / 5)));
    }

    var seen = new ArrayList<String>();
    var place = Optional.<MessagePlace>empty();
    for (var part = 0; part < 10; part++) {
      var next = archive.after(WORKSPACE, MessageFilter.everything(), place, 3);
      next.forEach(message -> seen.add(message.id()));
      place = next.isEmpty() ? place : Optional.of(MessagePlace.of(next.get(next.size() - 1)));
      insert(aMessage().withId(id(100 + part)).createdAt(NOW.plusSeconds(1 + part)));
    }

    assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    assertThat(seen.get(0)).isEqualTo(id(19));
  }

  @Test
  void goesThroughWhatAFilterLetsThrough() {
    for (var number = 0; number < 12; number++) {
      insert(
          aMessage()
              .withId(id(number))
              .fromLine(number % 2 == 0 ? "line-1" : "line-2")
              .createdAt(NOW.plusMillis(number)));
    }
    var filter = filter().fromLines("line-1").from(NOW.plusMillis(2)).to(NOW.plusMillis(8)).build();

    assertThat(walk(filter, 2)).containsExactly(id(8), id(6), id(4), id(2));
  }

  @ParameterizedTest
  @EnumSource
  void countsWhatTheListCounts(Grouping by) {
    var random = new Random(11);
    var all = new ArrayList<Message>();
    for (var number = 0; number < 200; number++) {
      var message = someMessage(random, number);
      all.add(insert(message));
    }
    var filter = filter().from(NOW.plusSeconds(86_400)).to(NOW.plusSeconds(5 * 86_400)).build();

    var counts = archive.counts(WORKSPACE, filter, by).orElseThrow();

    var page = messages.page(WORKSPACE, filter, new PageRequest(1, 1));
    assertThat(page.totalCount()).isBetween(20L, 180L);
    assertThat(counts.stream().mapToLong(GroupCount::count).sum()).isEqualTo(page.totalCount());
    assertThat(counts).doesNotHaveDuplicates().allSatisfy(each -> assertCounted(each, all, by));
    assertThat(counts.stream().map(each -> List.of(each.key(), each.status())))
        .doesNotHaveDuplicates();
  }

  private static void assertCounted(GroupCount counted, List<Message> all, Grouping by) {
    var same =
        all.stream()
            .filter(each -> each.workspaceId().equals(WORKSPACE))
            .filter(each -> !each.timeline().createdAt().isBefore(NOW.plusSeconds(86_400)))
            .filter(each -> !each.timeline().createdAt().isAfter(NOW.plusSeconds(5 * 86_400)))
            .filter(each -> each.status() == counted.status())
            .filter(each -> keyOf(each, by).equals(counted.key()))
            .count();
    assertThat(counted.count()).isEqualTo(same);
  }

  private static Optional<String> keyOf(Message message, Grouping by) {
    return switch (by) {
      case STATUS -> Optional.of(message.status().wire());
      case LINE -> message.origin().lineId();
      case BATCH -> message.origin().batchId();
      case DAY -> Optional.of(message.timeline().createdAt().toString().substring(0, 10));
    };
  }

  private static MessageBuilder someMessage(Random random, int number) {
    var builder =
        random.nextInt(5) == 0 ? aMessage().withNothing() : aMessage().fromLine(line(random));
    var statuses = MessageStatus.values();
    return (random.nextBoolean() ? builder.inBatch("batch." + random.nextInt(3)) : builder)
        .withId(id(number))
        .inWorkspace(random.nextInt(9) == 0 ? OTHER_WORKSPACE : WORKSPACE)
        .withStatus(statuses[random.nextInt(statuses.length)])
        .createdAt(NOW.plusSeconds(random.nextInt(7 * 86_400)));
  }

  private static String line(Random random) {
    return "line-" + random.nextInt(3);
  }

  @Test
  void countsByTheDayOfUtc() {
    insert(aMessage().withId(id(1)).createdAt(Instant.parse("2027-03-11T23:59:59.999Z")));
    insert(aMessage().withId(id(2)).createdAt(Instant.parse("2027-03-12T00:00:00Z")));
    insert(aMessage().withId(id(3)).createdAt(Instant.parse("2027-03-12T23:59:59.999Z")));

    var counts = archive.counts(WORKSPACE, MessageFilter.everything(), Grouping.DAY).orElseThrow();

    assertThat(counts)
        .containsExactlyInAnyOrder(
            new GroupCount(Optional.of("2027-03-11"), MessageStatus.PENDING, 1),
            new GroupCount(Optional.of("2027-03-12"), MessageStatus.PENDING, 2));
  }

  @Test
  void countsNothingWhereNothingIs() {
    assertThat(archive.counts(WORKSPACE, MessageFilter.everything(), Grouping.STATUS))
        .contains(List.of());
    assertThat(archive.after(WORKSPACE, MessageFilter.everything(), Optional.empty(), 5)).isEmpty();
  }

  private List<String> walk(MessageFilter filter, int step) {
    var seen = new ArrayList<String>();
    var next = archive.after(WORKSPACE, filter, Optional.empty(), step);
    while (!next.isEmpty()) {
      assertThat(next).hasSizeLessThanOrEqualTo(step);
      next.forEach(message -> seen.add(message.id()));
      var place = MessagePlace.of(next.get(next.size() - 1));
      next = archive.after(WORKSPACE, filter, Optional.of(place), step);
    }
    return seen;
  }

  private Message insert(MessageBuilder builder) {
    var message = builder.build();
    var lane = Optional.of("lane").filter(any -> message.status().isWaiting());
    assertThat(messages.insert(message, lane, List.of())).isTrue();
    return message;
  }

  private static FilterBuilder filter() {
    return new FilterBuilder();
  }
}
