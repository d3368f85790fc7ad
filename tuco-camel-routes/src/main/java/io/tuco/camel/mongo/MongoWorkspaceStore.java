package io.tuco.camel.mongo;

import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.WorkspaceStore;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** {@code workspaces}: one command each, a page two. */
final class MongoWorkspaceStore implements WorkspaceStore {

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
    return workspaces.update(
        new Document("_id", workspace.id()),
        Replacement.by(WorkspaceDocument.of(workspace), WorkspaceDocument.OPTIONAL));
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
