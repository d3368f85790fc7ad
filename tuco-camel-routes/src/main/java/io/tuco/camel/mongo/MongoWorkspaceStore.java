package io.tuco.camel.mongo;

import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.WorkspaceStore;
import io.tuco.core.workspace.Workspace;
import java.util.Optional;
import org.bson.Document;

/** {@code workspaces}: one command each, a page two. */
final class MongoWorkspaceStore implements WorkspaceStore {

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
  public Page<Workspace> page(PageRequest request) {
    return workspaces.page(
        Question.about(new Document()).sortedBy(MongoIndex.order("-createdAt", "-_id")),
        request,
        WorkspaceDocument::read);
  }
}
