package io.tuco.core.crm;

import java.time.Instant;
import java.util.Optional;

/**
 * One CRM's vocabulary. It describes and reads; it holds no state, no connection and no thread, and
 * asks no clock. A CRM that lacks something leaves the part out.
 */
public interface CrmConnector {

  /** The CRM's short name in lower case: {@code hubspot}. */
  String crm();

  /** Where the vendor's API lives, without a slash at the end; a setting may replace it. */
  String baseUrl();

  CrmPaces paces();

  /**
   * What an answer means to the transport.
   *
   * @param connection who asked; the account's zone tells when its day ends
   */
  CrmVerdict judge(Connection connection, CrmCall call, CrmAnswer.Answered answer, Instant now);

  /** The value of {@code Authorization} for a token. */
  default String authorization(String token) {
    return "Bearer " + token;
  }

  /** OAuth; empty for a CRM, or an installation, that has only static tokens. */
  Optional<CrmOauth> oauth();

  /**
   * Whose account the connection's token opens; breaks when the CRM refuses it.
   *
   * @param context of a connection that may not know its account yet
   */
  Dialogue<CrmAccount> verify(CrmContext context);

  CrmContacts contacts();

  CrmActivities activities();

  /** Reading all contacts; empty for a CRM that cannot be read. */
  Optional<CrmImport> contactImport();

  /** What the CRM calls us with; empty for one that never does. */
  Optional<CrmHooks> hooks();
}
