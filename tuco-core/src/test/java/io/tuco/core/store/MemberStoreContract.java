package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.workspace.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MemberStore} promises. */
public abstract class MemberStoreContract {

  private MemberStore members;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    members = openStores().members();
  }

  @Test
  void returnsAFullMemberAsItWasStored() {
    var member = aMember().withEverything().build();

    members.insert(member);

    assertThat(members.find(member.id())).contains(member);
  }

  @Test
  void returnsABareMemberAsItWasStored() {
    var member = aMember().withNothing().build();

    members.insert(member);

    assertThat(members.find(member.id())).contains(member);
    assertThat(members.find("user_nobody")).isEmpty();
  }

  @Test
  void knowsTheEarliestMemberOfEachWorkspace() {
    insert("user_a", WORKSPACE, 1);
    var first = insert("user_b", WORKSPACE, 0);
    var elsewhere = insert("user_c", OTHER_WORKSPACE, -1);

    assertThat(members.first(WORKSPACE)).contains(first);
    assertThat(members.first(OTHER_WORKSPACE)).contains(elsewhere);
    assertThat(members.first("org_empty")).isEmpty();
  }

  @Test
  void pagesEarliestFirstWithinTheWorkspace() {
    var young = insert("user_a", WORKSPACE, 2);
    var old = insert("user_c", WORKSPACE, 0);
    var middle = insert("user_b", WORKSPACE, 1);
    insert("user_d", OTHER_WORKSPACE, 1);

    var first = members.page(WORKSPACE, new PageRequest(1, 2));
    var second = members.page(WORKSPACE, new PageRequest(2, 2));

    assertThat(first.items()).containsExactly(old, middle);
    assertThat(second.items()).containsExactly(young);
    assertThat(second.totalCount()).isEqualTo(3);
  }

  @Test
  void forgetsADeletedMember() {
    var first = insert("user_a", WORKSPACE, 0);
    var second = insert("user_b", WORKSPACE, 1);

    assertThat(members.delete(first.id())).isTrue();
    assertThat(members.delete(first.id())).isFalse();

    assertThat(members.find(first.id())).isEmpty();
    assertThat(members.first(WORKSPACE)).contains(second);
  }

  private Member insert(String id, String workspaceId, int age) {
    var member =
        aMember().withId(id).inWorkspace(workspaceId).createdAt(NOW.plusMillis(age)).build();
    members.insert(member);
    return member;
  }
}
