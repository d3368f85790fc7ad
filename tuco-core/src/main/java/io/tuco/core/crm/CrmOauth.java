package io.tuco.core.crm;

import java.util.Optional;

/** Tokens by OAuth. Calls speak for nobody: {@link CrmCall.Authority#NONE}. */
public interface CrmOauth {

  Dialogue<TokenGrant> exchange(String code, Optional<String> redirectUri);

  /** Most CRMs replace the refresh token at every use: what comes back must be stored first. */
  Dialogue<TokenGrant> refresh(String refreshToken);
}
