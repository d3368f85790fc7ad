package io.tuco.core.crm;

import java.util.Optional;

/**
 * Tokens by OAuth. Calls speak for nobody: {@link CrmCall.Authority#NONE}. The context's account
 * matters where one consent opens several of them.
 */
public interface CrmOauth {

  Dialogue<TokenGrant> exchange(CrmContext context, String code, Optional<String> redirectUri);

  /** Most CRMs replace the refresh token at every use: what comes back must be stored first. */
  Dialogue<TokenGrant> refresh(CrmContext context, String refreshToken);
}
