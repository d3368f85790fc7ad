package io.tuco.camel.mongo;

import java.util.Set;

/**
 * A question about tenants' data that does not name a workspace, and why it may.
 *
 * @param fields what its filter names, exactly
 */
record CrossWorkspaceQuery(StoredCollection collection, Set<String> fields, String why) {

  static CrossWorkspaceQuery of(StoredCollection collection, String why, String... fields) {
    return new CrossWorkspaceQuery(collection, Set.of(fields), why);
  }
}
