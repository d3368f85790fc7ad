package io.tuco.camel.openapi;

import java.util.Set;

/**
 * What the contract has and the code does not have yet. It must become empty; an entry that is
 * served, or that the document does not know, fails {@link OpenApiDocumentTest}.
 */
final class NotYetServed {

  static final Set<String> OPERATIONS =
      Set.of(
          "GET /api/check-availability",
          "POST /api/check-availability",
          "POST /api/check-availability-rr",
          "GET /api/leads/check-availability",
          "POST /api/leads/check-availability",
          "GET /api/lines/check-availability",
          "GET /api/lines/spam-monitor",
          "POST /api/messages/typing",
          "DELETE /api/messages/typing",
          "POST /api/messages/react",
          "GET /api/messages/{id}/history",
          "GET /api/messages/export",
          "GET /api/reports/messages",
          "GET /api/replies");

  private NotYetServed() {}
}
