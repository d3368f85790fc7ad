package io.tuco.core.crm;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a dialogue came to nothing.
 *
 * @param reason one sentence for people, without secrets and without anybody's address
 * @param notBefore when it may be held again, where the CRM or the connector said so
 */
public record CrmFailure(Kind kind, String reason, Optional<Instant> notBefore) {

  /** What is to be done about it. */
  public enum Kind {
    /** The CRM will never take it as it is. */
    REFUSED,
    /** The operator must change something in the CRM, such as the rights of the token. */
    FORBIDDEN,
    /** The credentials are refused. */
    UNAUTHORIZED,
    /** Nothing happened; hold it again later. */
    LATER,
    /** It may have happened; who holds it again must look first. */
    UNKNOWN
  }

  public static CrmFailure refused(String reason) {
    return new CrmFailure(Kind.REFUSED, reason, Optional.empty());
  }

  public static CrmFailure forbidden(String reason) {
    return new CrmFailure(Kind.FORBIDDEN, reason, Optional.empty());
  }

  public static CrmFailure unauthorized(String reason) {
    return new CrmFailure(Kind.UNAUTHORIZED, reason, Optional.empty());
  }

  public static CrmFailure later(String reason) {
    return new CrmFailure(Kind.LATER, reason, Optional.empty());
  }

  public static CrmFailure later(Instant notBefore, String reason) {
    return new CrmFailure(Kind.LATER, reason, Optional.of(notBefore));
  }

  public static CrmFailure unknown(String reason) {
    return new CrmFailure(Kind.UNKNOWN, reason, Optional.empty());
  }
}
