package io.tuco.core.intake;

import io.tuco.core.event.UrlRules;
import io.tuco.core.event.UrlVerdict;
import io.tuco.core.message.FileLinks;

/**
 * Which URLs a message may bring along: public ones, and those of files that we keep for its own
 * workspace (API contract, section 2.1; settled answer 35).
 */
public final class AttachmentUrls {

  private final UrlRules rules;
  private final FileLinks own;

  public AttachmentUrls(UrlRules rules, FileLinks own) {
    this.rules = rules;
    this.own = own;
  }

  /** Whether it is a URL that could be meant; our own need not look public. */
  boolean isUrl(String url) {
    return own.ofUrl(url).isPresent() || rules.judge(url) instanceof UrlVerdict.Allowed;
  }

  /** Whether it names a file that we keep for somebody else. */
  boolean isForeign(String url, String workspaceId) {
    return own.ofUrl(url).filter(pass -> !pass.workspaceId().equals(workspaceId)).isPresent();
  }
}
