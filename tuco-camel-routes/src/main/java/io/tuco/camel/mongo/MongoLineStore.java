package io.tuco.camel.mongo;

import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.LineStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code lines}, the addresses they hold in {@code line_addresses}, and {@code line_turns}. Reads
 * and turns cost one command each; for the writes see {@link AddressHolding}.
 */
final class MongoLineStore implements LineStore {

  private final MongoCollectionCalls lines;
  private final MongoCollectionCalls turns;
  private final AddressHolding holding;

  MongoLineStore(
      MongoCollectionCalls lines, MongoCollectionCalls addresses, MongoCollectionCalls turns) {
    this.lines = lines;
    this.turns = turns;
    this.holding = new AddressHolding(lines, addresses);
  }

  @Override
  public boolean insert(Line line) {
    return holding.create(wish(line)).isPresent();
  }

  @Override
  public Optional<Line> find(String workspaceId, String lineId) {
    return lines
        .findOne(Question.about(new Document("workspaceId", workspaceId).append("_id", lineId)))
        .map(LineDocument::read);
  }

  @Override
  public Optional<Line> find(String lineId) {
    return lines.findById(lineId).filter(AddressOwners::isBorn).map(LineDocument::read);
  }

  @Override
  public List<Line> findAll(Collection<String> lineIds) {
    return lines.findByIds(lineIds).stream()
        .filter(AddressOwners::isBorn)
        .map(LineDocument::read)
        .toList();
  }

  @Override
  public boolean update(Line line) {
    return holding.update(wish(line)).isPresent();
  }

  @Override
  public Optional<Line> change(String workspaceId, String lineId, UnaryOperator<Line> change) {
    return holding
        .change(workspaceId, lineId, found -> wish(LineDocument.read(found), change))
        .map(LineDocument::read);
  }

  /** The revision is counted up, or whoever changes the line meanwhile would undo it. */
  @Override
  public boolean updateHealth(String lineId, SenderHealth health) {
    return lines.update(
        new Document("_id", lineId).append("account", true),
        new Document("$set", new Document("carrier.health", HealthDocument.of(health)))
            .append("$inc", new Document(AddressOwners.REVISION, 1L)));
  }

  @Override
  public List<Line> withAccounts() {
    return oldestFirst(new Document("account", true));
  }

  @Override
  public List<Line> withAccount(String accountSid) {
    return oldestFirst(new Document("carrier.sms.accountSid", accountSid));
  }

  @Override
  public boolean delete(String lineId) {
    return find(lineId).filter(line -> holding.delete(wish(line).at(0))).isPresent();
  }

  @Override
  public List<Line> ofWorkspace(String workspaceId) {
    return oldestFirst(new Document("workspaceId", workspaceId));
  }

  @Override
  public List<Line> ofDevice(String deviceId) {
    return oldestFirst(new Document("deviceId", deviceId));
  }

  @Override
  public long nextTurn(String workspaceId, String channel) {
    var wheel = wheel(workspaceId, channel);
    var turn = new Document("$inc", new Document("turn", 1L));
    // Two who make the wheel at once: one of them finds it made.
    return turns
        .findOneAndUpsert(wheel, turn)
        .or(() -> turns.findOneAndUpsert(wheel, turn))
        .map(after -> new DocumentReader(after).bigNumber("turn"))
        .orElseThrow(() -> AddressOwners.tooManyRivals("the turn of " + channel));
  }

  @Override
  public long lastTurn(String workspaceId, String channel) {
    return turns
        .findOne(Question.about(wheel(workspaceId, channel)))
        .map(found -> new DocumentReader(found).bigNumber("turn"))
        .orElse(0L);
  }

  @Override
  public long noteOutage(String workspaceId, String lineId, String outageId) {
    var outages = wheel(workspaceId, "outages:" + lineId);
    var counting =
        new Document("$inc", new Document("turn", 1L))
            .append("$set", new Document("latest", outageId));
    return turns
        .findOneAndUpsert(
            new Document(outages).append("latest", new Document("$ne", outageId)), counting)
        .or(() -> turns.findOne(Question.about(outages)))
        .map(after -> new DocumentReader(after).bigNumber("turn"))
        .orElseThrow(() -> AddressOwners.tooManyRivals("the outages of " + lineId));
  }

  @Override
  public Optional<String> latestOutage(String workspaceId, String lineId) {
    return turns
        .findOne(Question.about(wheel(workspaceId, "outages:" + lineId)))
        .map(found -> new DocumentReader(found).text("latest"));
  }

  private static Document wheel(String workspaceId, String channel) {
    return new Document("workspaceId", workspaceId).append("_id", workspaceId + ":" + channel);
  }

  private List<Line> oldestFirst(Document filter) {
    return lines
        .findAll(Question.about(filter).sortedBy(MongoIndex.order("createdAt", "_id")))
        .stream()
        .map(LineDocument::read)
        .collect(Collectors.toList());
  }

  private static Optional<AddressHolding.Wish> wish(Line before, UnaryOperator<Line> change) {
    return Optional.of(change.apply(before))
        .filter(after -> !after.equals(before))
        .map(MongoLineStore::wish);
  }

  private static AddressHolding.Wish wish(Line line) {
    var claims = LineDocument.claims(line);
    return new AddressHolding.Wish(
        line.workspaceId(),
        line.id(),
        claims,
        claims,
        held -> LineDocument.of(line),
        LineDocument.OPTIONAL);
  }
}
