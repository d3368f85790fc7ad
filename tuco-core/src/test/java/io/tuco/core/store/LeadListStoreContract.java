package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.UNICODE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.lead.LeadList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LeadListStore} promises. */
public abstract class LeadListStoreContract {

  private LeadListStore lists;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    lists = openStores().leadLists();
  }

  @Test
  void returnsAListAsItWasStored() {
    var list = LeadList.named(WORKSPACE, UNICODE, UNICODE, NOW);

    assertThat(lists.insert(list)).isTrue();
    assertThat(lists.find(WORKSPACE, list.id())).contains(list);
    assertThat(lists.find(OTHER_WORKSPACE, list.id())).isEmpty();
    assertThat(lists.find(WORKSPACE, id(404))).isEmpty();
  }

  @Test
  void storesOneListOfAName() {
    var list = LeadList.named(WORKSPACE, "Spring", "first", NOW);
    lists.insert(list);

    assertThat(lists.insert(LeadList.named(WORKSPACE, "Spring", "second", NOW))).isFalse();
    assertThat(lists.insert(LeadList.named(WORKSPACE, "spring", "", NOW))).isTrue();
    assertThat(lists.insert(LeadList.named(OTHER_WORKSPACE, "Spring", "", NOW))).isTrue();
    assertThat(lists.find(WORKSPACE, list.id())).contains(list);
  }

  @Test
  void storesOneListOfManyRivalsForAName() {
    var stored =
        Rivals.race(20, rival -> lists.insert(LeadList.named(WORKSPACE, "Spring", "", NOW)));

    assertThat(stored).containsOnlyOnce(true);
    assertThat(lists.page(WORKSPACE, PageRequest.first()).totalCount()).isEqualTo(1);
  }

  @Test
  void forgetsAListOnce() {
    var list = LeadList.named(WORKSPACE, "Spring", "", NOW);
    lists.insert(list);

    assertThat(lists.delete(OTHER_WORKSPACE, list.id())).isFalse();
    assertThat(lists.delete(WORKSPACE, list.id())).isTrue();
    assertThat(lists.delete(WORKSPACE, list.id())).isFalse();
    assertThat(lists.find(WORKSPACE, list.id())).isEmpty();
    assertThat(lists.insert(list)).isTrue();
  }

  @Test
  void listsNewestFirst() {
    var old = LeadList.named(WORKSPACE, "old", "", NOW);
    var young = LeadList.named(WORKSPACE, "young", "", NOW.plusMillis(1));
    List.of(young, old, LeadList.named(OTHER_WORKSPACE, "other", "", NOW)).forEach(lists::insert);

    var second = lists.page(WORKSPACE, new PageRequest(2, 1));

    assertThat(lists.page(WORKSPACE, PageRequest.first()).items()).containsExactly(young, old);
    assertThat(second.items()).containsExactly(old);
    assertThat(second.totalCount()).isEqualTo(2);
  }

  @Test
  void hasNoListBeforeItIsMade() {
    var listId = LeadList.quickSends(WORKSPACE, NOW).id();

    assertThat(lists.find(WORKSPACE, listId)).isEmpty();
  }

  @Test
  void makesTheQuickSendsListOnceAndKeepsIt() {
    var made = lists.quickSends(WORKSPACE, NOW);

    assertThat(made).isEqualTo(LeadList.quickSends(WORKSPACE, NOW));
    assertThat(lists.quickSends(WORKSPACE, NOW.plusSeconds(1))).isEqualTo(made);
    assertThat(lists.find(WORKSPACE, made.id())).contains(made);
    assertThat(lists.find(OTHER_WORKSPACE, made.id())).isEmpty();
  }

  @Test
  void makesOneQuickSendsListPerWorkspaceUnderRivalry() {
    var answers = Rivals.race(20, rival -> lists.quickSends(WORKSPACE, NOW.plusMillis(rival)));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(lists.quickSends(OTHER_WORKSPACE, NOW).id()).isNotEqualTo(answers.get(0).id());
  }
}
