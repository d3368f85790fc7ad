package io.tuco.camel.mongo;

import io.tuco.core.store.SandboxStore;
import io.tuco.core.workspace.SandboxCode;
import io.tuco.core.workspace.SandboxPairing;
import io.tuco.core.workspace.SandboxPairing.Phone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * {@code sandboxes}: one document per account, whose {@code _id} is workspace and user; and {@code
 * sandbox_uses}: one per account and day, counted by the store itself.
 */
final class MongoSandboxStore implements SandboxStore {

  private static final String COUNT = "count";
  private static final Document ONE_MORE = new Document("$inc", new Document(COUNT, 1));

  private final MongoCollectionCalls pairings;
  private final MongoCollectionCalls uses;

  MongoSandboxStore(MongoCollectionCalls pairings, MongoCollectionCalls uses) {
    this.pairings = pairings;
    this.uses = uses;
  }

  @Override
  public Optional<SandboxPairing> find(String workspaceId, String userId) {
    return pairings
        .findOne(Question.about(one(workspaceId, userId)))
        .map(DocumentReader::new)
        .map(MongoSandboxStore::read);
  }

  @Override
  public Optional<SandboxPairing> awaiting(String workspaceId, String code) {
    return pairings
        .findOne(Question.about(new Document("workspaceId", workspaceId).append("code", code)))
        .map(DocumentReader::new)
        .map(MongoSandboxStore::read);
  }

  @Override
  public boolean replace(SandboxPairing next) {
    if (next.revision() == 1) {
      return pairings.insertIfAbsent(document(next));
    }
    var seen = one(next.workspaceId(), next.userId()).append("revision", next.revision() - 1);
    return pairings.update(
        seen, Replacement.by(document(next), List.of("code", "until", "phone", "since")));
  }

  @Override
  public boolean use(String workspaceId, String userId, LocalDate day, int most) {
    var free = oneDay(workspaceId, userId, day).append(COUNT, new Document("$lt", most));
    return uses.update(free, ONE_MORE)
        || most > 0
            && uses.insertIfAbsent(
                oneDay(workspaceId, userId, day).append("day", day.toString()).append(COUNT, 1))
        // A rival was faster to make it, or it is full.
        || uses.update(free, ONE_MORE);
  }

  @Override
  public int used(String workspaceId, String userId, LocalDate day) {
    return uses.findOne(Question.about(oneDay(workspaceId, userId, day)))
        .map(found -> new DocumentReader(found).number(COUNT))
        .orElse(0);
  }

  @Override
  public void forgetBefore(Instant then) {
    var first = LocalDate.ofInstant(then, ZoneOffset.UTC);
    uses.remove(new Document("day", new Document("$lt", first.toString())));
  }

  private static Document document(SandboxPairing pairing) {
    return new DocumentWriter()
        .put("_id", id(pairing.workspaceId(), pairing.userId()))
        .put("workspaceId", pairing.workspaceId())
        .put("userId", pairing.userId())
        .put("revision", pairing.revision())
        .put("code", pairing.code().map(SandboxCode::text))
        .put("until", pairing.code().map(SandboxCode::until))
        .put("phone", pairing.phone().map(Phone::address))
        .put("since", pairing.phone().map(Phone::since))
        .document();
  }

  private static SandboxPairing read(DocumentReader reader) {
    return new SandboxPairing(
        reader.text("workspaceId"),
        reader.text("userId"),
        reader.bigNumber("revision"),
        reader.optionalText("code").map(text -> new SandboxCode(text, reader.instant("until"))),
        reader
            .optionalText("phone")
            .map(phone -> new Phone(reader.address("phone"), reader.instant("since"))));
  }

  private static Document one(String workspaceId, String userId) {
    return new Document("workspaceId", workspaceId).append("_id", id(workspaceId, userId));
  }

  private static Document oneDay(String workspaceId, String userId, LocalDate day) {
    return new Document("workspaceId", workspaceId)
        .append("_id", id(workspaceId, userId) + ":" + day);
  }

  private static String id(String workspaceId, String userId) {
    return workspaceId + ":" + userId;
  }
}
