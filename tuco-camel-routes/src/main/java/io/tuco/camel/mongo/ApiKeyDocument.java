package io.tuco.camel.mongo;

import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.KeyDialect;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** A key as it lies in {@code api_keys}; {@code lastUsedAt} beside it is the store's. */
final class ApiKeyDocument {

  static final String LAST_USED = "lastUsedAt";
  static final List<String> OPTIONAL = List.of("expiresAt", "userId");

  private ApiKeyDocument() {}

  static Document of(ApiKey key) {
    return new DocumentWriter()
        .put("_id", key.id())
        .put("workspaceId", key.workspaceId())
        .put("name", key.name())
        .put("hash", key.hash())
        .put("prefix", key.prefix())
        .put("last4", key.last4())
        .put("scopes", new TreeSet<>(key.scopes()), Scope::wire)
        .put("lineIds", new TreeSet<>(key.lineIds()), Function.<String>identity())
        .put("enabled", key.enabled())
        .put("expiresAt", key.expiresAt())
        .put("userId", key.userId())
        .put("dialect", key.dialect().wire())
        .put("createdAt", key.createdAt())
        .document();
  }

  static ApiKey read(Document document) {
    var reader = new DocumentReader(document);
    return new ApiKey(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.text("name"),
        reader.text("hash"),
        reader.text("prefix"),
        reader.text("last4"),
        scopes(reader),
        Set.copyOf(reader.texts("lineIds")),
        reader.flag("enabled"),
        reader.optionalInstant("expiresAt"),
        reader.optionalText("userId"),
        reader.constant("dialect", KeyDialect.values(), KeyDialect::wire),
        reader.instant("createdAt"));
  }

  private static Set<Scope> scopes(DocumentReader reader) {
    return reader.texts("scopes").stream()
        .map(stored -> DocumentReader.constantOf(stored, Scope.values(), Scope::wire))
        .collect(Collectors.toSet());
  }
}
