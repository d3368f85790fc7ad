package io.tuco.camel.http.admin;

import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.line.Line;
import io.tuco.core.store.Stores;
import io.tuco.core.timing.IsoInstant;
import io.tuco.core.workspace.KeyDialect;
import io.tuco.core.workspace.Member;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A key as the operator asks for it. No scopes and no lines given means all of them. */
record KeyWords(
    String name,
    Set<Scope> scopes,
    Set<String> lineIds,
    Optional<Instant> expiresAt,
    Optional<String> userId,
    KeyDialect dialect) {

  static final int LONGEST_NAME = 200;

  static OrAnswer<KeyWords> read(JsonReader body, Stores stores, Workspace workspace) {
    body.require("name");
    var name = body.words("name", LONGEST_NAME);
    var scopes = scopes(body);
    var lineIds = lineIds(body, stores, workspace);
    var expiresAt = body.parsed("expiresAt", IsoInstant::parse);
    var userId = body.parsed("userId", id -> member(id, stores, workspace));
    var dialect = body.parsed("dialect", KeyWords::dialect).orElse(KeyDialect.TUCO);
    return AdminAnswers.checked(
        body, () -> new KeyWords(name.orElseThrow(), scopes, lineIds, expiresAt, userId, dialect));
  }

  private static Set<Scope> scopes(JsonReader body) {
    var words = body.texts("scopes");
    var known =
        words.orElseGet(List::of).stream()
            .map(Scope::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    if (words.isPresent() && (known.isEmpty() || known.size() != Set.copyOf(words.get()).size())) {
      body.refuse(RejectionCode.INVALID_FIELD.rejection("scopes"));
    }
    return words.isPresent() ? known : Scope.all();
  }

  /** An empty array would mean every line to the key; whoever writes it means the opposite. */
  private static Set<String> lineIds(JsonReader body, Stores stores, Workspace workspace) {
    var given = body.texts("lineIds");
    var known =
        given.isEmpty()
            ? Set.<String>of()
            : stores.lines().ofWorkspace(workspace.id()).stream()
                .map(Line::id)
                .collect(Collectors.toSet());
    if (given.map(ids -> ids.isEmpty() || !known.containsAll(ids)).orElse(false)) {
      body.refuse(RejectionCode.INVALID_FIELD.rejection("lineIds"));
    }
    return given.map(Set::copyOf).orElseGet(Set::of);
  }

  private static Optional<String> member(String id, Stores stores, Workspace workspace) {
    return stores
        .members()
        .find(id)
        .filter(member -> member.workspaceId().equals(workspace.id()))
        .map(Member::id);
  }

  private static Optional<KeyDialect> dialect(String word) {
    return KeyDialect.parse(word);
  }
}
