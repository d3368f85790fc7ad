package io.tuco.core.engine;

import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Member;
import java.util.Optional;

/** Who owns a contact: the named member, else the workspace's first (API contract, section 2.1). */
final class ContactOwners {

  private final Stores stores;

  ContactOwners(Stores stores) {
    this.stores = stores;
  }

  Optional<String> of(String workspaceId, Optional<String> named) {
    return named
        .map(String::strip)
        .flatMap(email -> memberWith(workspaceId, email))
        .or(() -> stores.members().first(workspaceId))
        .map(member -> member.email().value());
  }

  private Optional<Member> memberWith(String workspaceId, String email) {
    return stores
        .members()
        .page(workspaceId, new PageRequest(1, PageRequest.MAX_LIMIT))
        .items()
        .stream()
        .filter(member -> member.email().value().equalsIgnoreCase(email))
        .findFirst();
  }
}
