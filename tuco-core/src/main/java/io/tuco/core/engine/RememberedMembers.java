package io.tuco.core.engine;

import io.tuco.core.store.MemberStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.Member;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The first member of each workspace as it was a moment ago, unless it was changed here. */
final class RememberedMembers implements MemberStore {

  private final MemberStore members;
  private final Recent<Optional<Member>> first;

  RememberedMembers(MemberStore members, Duration age, LongSupplier nanos) {
    this.members = members;
    this.first = new Recent<>(members::first, age, nanos);
  }

  @Override
  public void insert(Member member) {
    members.insert(member);
    first.forgetAll();
  }

  @Override
  public Optional<Member> find(String memberId) {
    return members.find(memberId);
  }

  @Override
  public Optional<Member> first(String workspaceId) {
    return first.of(workspaceId);
  }

  @Override
  public Page<Member> page(String workspaceId, PageRequest request) {
    return members.page(workspaceId, request);
  }

  @Override
  public boolean delete(String memberId) {
    var done = members.delete(memberId);
    first.forgetAll();
    return done;
  }
}
