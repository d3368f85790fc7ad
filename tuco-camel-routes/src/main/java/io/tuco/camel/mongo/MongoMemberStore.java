package io.tuco.camel.mongo;

import io.tuco.core.store.MemberStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.Member;
import java.util.Optional;
import org.bson.Document;

/** {@code members}: one command each, a page two. */
final class MongoMemberStore implements MemberStore {

  private final MongoCollectionCalls members;

  MongoMemberStore(MongoCollectionCalls members) {
    this.members = members;
  }

  @Override
  public void insert(Member member) {
    members.insert(MemberDocument.of(member));
  }

  @Override
  public Optional<Member> find(String memberId) {
    return members.findById(memberId).map(MemberDocument::read);
  }

  @Override
  public Optional<Member> first(String workspaceId) {
    return members.findOne(earliestFirst(workspaceId)).map(MemberDocument::read);
  }

  @Override
  public Page<Member> page(String workspaceId, PageRequest request) {
    return members.page(earliestFirst(workspaceId), request, MemberDocument::read);
  }

  @Override
  public boolean delete(String memberId) {
    return members.remove(new Document("_id", memberId)) > 0;
  }

  private static Question earliestFirst(String workspaceId) {
    return Question.about(new Document("workspaceId", workspaceId))
        .sortedBy(MongoIndex.order("createdAt", "_id"));
  }
}
