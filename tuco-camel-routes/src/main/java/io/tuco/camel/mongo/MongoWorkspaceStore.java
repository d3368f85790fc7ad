package io.tuco.camel.mongo;

import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.WorkspaceStore;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** {@code workspaces}: one command each, a page two. */
final class MongoWorkspaceStore implements WorkspaceStore {

  private static final String REVISION = "revision";
  private static final Document ABSENT = new Document("$exists", false);

  private final MongoCollectionCalls workspaces;

  MongoWorkspaceStore(MongoCollectionCalls workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public void insert(Workspace workspace) {
    workspaces.insert(WorkspaceDocument.of(workspace));
  }

  @Override
  public Optional<Workspace> find(String workspaceId) {
    return workspaces.findById(workspaceId).map(WorkspaceDocument::read);
  }

  @Override
  public boolean update(Workspace workspace) {
    return workspaces.update(new Document("_id", workspace.id()), replacement(workspace));
  }

  /** Two commands, and two more for each rival. */
  @Override
  public Optional<Workspace> change(String workspaceId, UnaryOperator<Workspace> change) {
    for (var rival = 0; rival < AddressOwners.RIVALS; rival++) {
      var found = workspaces.findById(workspaceId);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      var before = WorkspaceDocument.read(found.get());
      var after = change.apply(before);
      if (after.equals(before) || workspaces.update(still(found.get()), replacement(after))) {
        return Optional.of(after);
      }
    }
    throw AddressOwners.tooManyRivals(workspaceId);
  }

  /** As it was read: every write counts its revision up. */
  private static Document still(Document found) {
    return new Document("_id", found.get("_id")).append(REVISION, found.get(REVISION));
  }

  private static Document replacement(Workspace workspace) {
    return Replacement.by(WorkspaceDocument.of(workspace), WorkspaceDocument.OPTIONAL)
        .append("$inc", new Document(REVISION, 1L));
  }

  @Override
  public boolean stopFallback(String workspaceId, SmsFallback seen, AccountStop stop) {
    return workspaces.update(
        new DocumentWriter()
            .put("_id", workspaceId)
            .put("smsFallback.updatedAt", seen.updatedAt().<Object>map(at -> at).orElse(ABSENT))
            .document(),
        new Document("$set", new Document("smsFallback.stop", SmsFallbackDocument.stop(stop))));
  }

  @Override
  public List<Workspace> withAccount(String accountSid) {
    return workspaces
        .findAll(Question.about(new Document("smsFallback.accountSid", accountSid)))
        .stream()
        .map(WorkspaceDocument::read)
        .toList();
  }

  @Override
  public Page<Workspace> page(PageRequest request) {
    return workspaces.page(
        Question.about(new Document()).sortedBy(MongoIndex.order("-createdAt", "-_id")),
        request,
        WorkspaceDocument::read);
  }
}
