package io.tuco.camel.openapi;

import java.util.Set;

/**
 * What the contract has and the code does not have yet. It must become empty; an entry that is
 * served, or that the document does not know, fails {@link OpenApiDocumentTest}.
 */
final class NotYetServed {

  static final Set<String> OPERATIONS = Set.of();

  private NotYetServed() {}
}
