package io.tuco.core.store.memory;

import io.tuco.core.store.MemberStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.Member;
import java.util.List;
import java.util.Optional;

final class InMemoryMemberStore implements MemberStore {

  private final Table<Member> table = new Table<>(Member::id, Member::createdAt);

  @Override
  public void insert(Member member) {
    table.put(member);
  }

  @Override
  public Optional<Member> find(String memberId) {
    return table.find(memberId);
  }

  @Override
  public Optional<Member> first(String workspaceId) {
    return of(workspaceId).stream().findFirst();
  }

  @Override
  public Page<Member> page(String workspaceId, PageRequest request) {
    return Table.page(of(workspaceId), request);
  }

  @Override
  public boolean delete(String memberId) {
    return table.delete(memberId);
  }

  private List<Member> of(String workspaceId) {
    return table.oldestFirst(member -> member.workspaceId().equals(workspaceId));
  }
}
