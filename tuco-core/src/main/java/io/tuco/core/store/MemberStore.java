package io.tuco.core.store;

import io.tuco.core.workspace.Member;
import java.util.Optional;

/** Remembers the members of workspaces. */
public interface MemberStore {

  void insert(Member member);

  Optional<Member> find(String memberId);

  /** The earliest member of the workspace. */
  Optional<Member> first(String workspaceId);

  /** Earliest first. */
  Page<Member> page(String workspaceId, PageRequest request);

  boolean delete(String memberId);
}
