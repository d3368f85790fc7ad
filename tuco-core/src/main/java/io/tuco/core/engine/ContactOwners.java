package io.tuco.core.engine;

import io.tuco.core.lead.Lead;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Member;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who owns a contact: the named member, else the workspace's first (API contract, section 2.1). */
public final class ContactOwners {

  private final Stores stores;

  public ContactOwners(Stores stores) {
    this.stores = stores;
  }

  Optional<String> of(String workspaceId, Optional<String> named) {
    return named
        .map(String::strip)
        .flatMap(email -> memberWith(workspaceId, email))
        .or(() -> stores.members().first(workspaceId))
        .map(member -> member.email().value());
  }

  /** Who owns each of many contacts of a workspace, whose members are read once. */
  public Function<Lead, Optional<String>> idsIn(String workspaceId) {
    var members = members(workspaceId);
    return lead ->
        lead.contactOwnerEmail()
            .flatMap(email -> with(members, email))
            .or(() -> members.stream().findFirst())
            .map(Member::id);
  }

  private Optional<Member> memberWith(String workspaceId, String email) {
    return with(members(workspaceId), email);
  }

  /** Earliest first. */
  private List<Member> members(String workspaceId) {
    return stores.members().page(workspaceId, new PageRequest(1, PageRequest.MAX_LIMIT)).items();
  }

  private static Optional<Member> with(List<Member> members, String email) {
    return members.stream()
        .filter(member -> member.email().value().equalsIgnoreCase(email))
        .findFirst();
  }
}
